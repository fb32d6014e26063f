import { createHmac } from 'node:crypto'

/** Seconds that a code stands for; RFC 6238 calls it X. */
export const stepSeconds = 30
const digits = 6
/** Steps before and after the present one that are taken too, for clocks that differ (RFC 6238, 5.2). */
const tolerance = 1

type Algorithm = 'sha1' | 'sha256' | 'sha512'

/**
 * The one-time code of a counter (RFC 4226, 5.3).
 * @param length digits of the code, 6 to 8
 */
export function hotp(
  secret: Uint8Array,
  counter: number,
  length = digits,
  algorithm: Algorithm = 'sha1',
): string {
  const message = Buffer.alloc(8)
  message.writeBigUInt64BE(BigInt(counter))
  const mac = createHmac(algorithm, secret).update(message).digest()
  const offset = (mac[mac.length - 1] as number) & 0xf
  const number = mac.readUInt32BE(offset) & 0x7fffffff
  return String(number % 10 ** length).padStart(length, '0')
}

/** The step that an instant lies in. */
export function stepAt(at: Date): number {
  return Math.floor(at.getTime() / 1000 / stepSeconds)
}

/**
 * The step whose code this is, at most one away from `at`; undefined when it is none of them.
 * @param after the newest step whose code was taken: that and older ones are refused, so that no code works twice
 */
export function stepOfCode(secret: Uint8Array, code: string, at: Date, after = -1): number | undefined {
  const now = stepAt(at)
  let found: number | undefined
  // All are tried, so that the time tells nothing.
  for (let step = now - tolerance; step <= now + tolerance; step++)
    if (hotp(secret, step) === code && step > after) found ??= step
  return found
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648 base32 without padding, as authenticator apps take it. */
export function base32(bytes: Uint8Array): string {
  let out = ''
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = (value << 8) | byte
    bits += 8
    for (; bits >= 5; bits -= 5) out += alphabet[(value >>> (bits - 5)) & 31]
    value &= (1 << bits) - 1
  }
  return bits ? out + alphabet[(value << (5 - bits)) & 31] : out
}

/** The address that an authenticator app reads as a QR code (Key Uri Format of Google Authenticator). */
export function otpauthUri(secret: Uint8Array, label: string): string {
  const issuer = encodeURIComponent('对接')
  return `otpauth://totp/${issuer}:${encodeURIComponent(label)}?secret=${base32(secret)}&issuer=${issuer}&algorithm=SHA1&digits=${digits}&period=${stepSeconds}`
}
