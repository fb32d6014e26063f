import { hash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 bits in base64url. */
const secretLength = 43
const secretForm = /^[\w-]{43}$/

/** What somebody is given once, and what is kept of it. */
export interface Issued {
  /** `<prefix><id>_<secret>`; never stored, never logged. */
  readonly token: string
  /** SHA-256 of the secret. Enough without salt or stretching: 256 random bits cannot be guessed. */
  readonly hash: string
}

/**
 * A new secret for the record `id`. The id stands in the token, so that its record is found by key, and the secret is
 * compared in constant time.
 */
export function issueToken(prefix: string, id: string): Issued {
  const secret = randomBytes(32).toString('base64url')
  return { token: `${prefix}${id}_${secret}`, hash: hashOf(secret) }
}

/** The parts of a token that has the right form; undefined for anything else. */
export function readToken(prefix: string, token: string): { id: string; secret: string } | undefined {
  const secret = token.slice(-secretLength)
  const front = token.slice(0, -secretLength)
  if (!secretForm.test(secret) || !front.startsWith(prefix) || !front.endsWith('_')) return undefined
  const id = front.slice(prefix.length, -1)
  return /^[a-z0-9-]{1,60}$/.test(id) ? { id, secret } : undefined
}

export function isSecretOf(known: string, secret: string): boolean {
  return equal(known, hashOf(secret))
}

/** SHA-256 in base64url. */
export function hashOf(text: string): string {
  return hash('sha256', text, 'base64url')
}

/** Whether two texts are the same, in a time that does not tell how far they agree. */
export function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
