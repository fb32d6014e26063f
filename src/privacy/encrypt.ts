import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { Unreadable } from '../platform/errors.js'

/** One secret of 32 bytes and the name that stands beside whatever was encrypted with it. */
export interface Key {
  readonly id: string
  readonly secret: Buffer
}

/** What an encrypted text belongs to; it can be decrypted nowhere else. */
export interface Place {
  /** Id of the record. */
  readonly record: string
  readonly field: string
}

/** Encrypts with the first of its keys and decrypts with any. */
export interface KeyRing {
  /** Of the key that encrypts. */
  readonly currentId: string
  /** Of all its keys, the current first. */
  readonly ids: readonly string[]
  /** `v1.key.nonce.ciphertext`, the last two in base64url; different at each call. */
  encrypt(text: string, place: Place): string
  /** @throws Unreadable `unknown-key` when its key is not in the ring; `tampered` when it was changed or moved */
  decrypt(envelope: string, place: Place): string
  /** Whether the key that encrypts now made this envelope. */
  isCurrent(envelope: string): boolean
  /** The same for bytes of any length: `v1.key.`, nonce and ciphertext as they are. */
  encryptBytes(bytes: Uint8Array, place: Place): Buffer
  /** @throws as `decrypt` does */
  decryptBytes(sealed: Buffer, place: Place): Buffer
  isCurrentBytes(sealed: Buffer): boolean
  /** A keyed hash by which the same value is found again without being kept; one for each key, the current first. */
  fingerprints(kind: string, value: string): string[]
}

const secretBytes = 32
/** NIST SP 800-38D: 96 bits, and at most 2^32 random nonces under one key. */
const nonceBytes = 12
const tagBytes = 16
const version = 'v1'

/** @throws RangeError when there is no key, one has not 32 bytes or two share an id */
export function createKeyRing(keys: readonly Key[]): KeyRing {
  const [current] = keys
  if (!current) throw new RangeError('key ring: no key')
  const byId = new Map(keys.map((key) => [key.id, derive(key)]))
  if (byId.size !== keys.length) throw new RangeError('key ring: an id stands twice')
  const own = byId.get(current.id) as Derived
  const opensWith = ({ keyId, nonce, sealed }: Opened, place: Place): Buffer => {
    const key = byId.get(keyId)
    if (!key) throw new Unreadable('unknown-key', keyId)
    return deciphered(key.encryption, nonce, sealed, place)
  }

  return {
    currentId: current.id,
    ids: [...byId.keys()],
    encrypt(text, place) {
      const { nonce, sealed } = enciphered(own.encryption, Buffer.from(text, 'utf8'), place)
      return [version, current.id, nonce.toString('base64url'), sealed.toString('base64url')].join('.')
    },
    decrypt(envelope, place) {
      return opensWith(opened(envelope), place).toString('utf8')
    },
    isCurrent: (envelope) => opened(envelope).keyId === current.id,
    encryptBytes(bytes, place) {
      const { nonce, sealed } = enciphered(own.encryption, bytes, place)
      return Buffer.concat([Buffer.from(`${version}.${current.id}.`), nonce, sealed])
    },
    decryptBytes: (sealed, place) => opensWith(openedBytes(sealed), place),
    isCurrentBytes: (sealed) => openedBytes(sealed).keyId === current.id,
    fingerprints: (kind, value) =>
      [...byId.values()].map(({ hashing }) =>
        createHmac('sha256', hashing)
          .update(JSON.stringify([kind, value]))
          .digest('base64url'),
      ),
  }
}

/**
 * Reads `id:base64,id:base64`: the first encrypts, the others still decrypt.
 * @throws RangeError as `createKeyRing` does, and for what is not written so; the message holds no secret
 */
export function readKeys(text: string): Key[] {
  return text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((pair, at) => {
      const [, id, secret] = /^([a-z0-9-]{1,32}):([A-Za-z0-9+/_-]{43}=?)$/i.exec(pair) ?? []
      if (!id || !secret) throw new RangeError(`key ring: pair ${at + 1} is not id:base64 of 32 bytes`)
      return { id, secret: Buffer.from(secret, 'base64') }
    })
}

/** A new key as `readKeys` reads it. */
export function newKey(id: string): string {
  return `${id}:${randomBytes(secretBytes).toString('base64')}`
}

interface Derived {
  readonly encryption: Buffer
  readonly hashing: Buffer
}

/** One secret, two uses: neither key may be worked out from the other (RFC 5869). */
function derive({ id, secret }: Key): Derived {
  if (secret.length !== secretBytes) throw new RangeError(`key ring: ${id} has not ${secretBytes} bytes`)
  const key = (use: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', use, secretBytes))
  return { encryption: key('duijie encryption'), hashing: key('duijie fingerprints') }
}

/** The associated data: an envelope copied to another record or field does not open there. */
function bound({ record, field }: Place): Buffer {
  return Buffer.from(JSON.stringify([version, record, field]))
}

interface Opened {
  readonly keyId: string
  readonly nonce: Buffer
  readonly sealed: Buffer
}

function opened(envelope: string): Opened {
  const [kind, keyId, nonce, sealed, ...rest] = envelope.split('.')
  if (kind !== version || !keyId || !nonce || !sealed || rest.length) {
    throw new Unreadable('tampered', 'not an envelope')
  }
  return whole({ keyId, nonce: Buffer.from(nonce, 'base64url'), sealed: Buffer.from(sealed, 'base64url') })
}

/** Longer than any version and name of a key with their dots. */
const longestHead = 40

function openedBytes(bytes: Buffer): Opened {
  const head = bytes.subarray(0, longestHead).toString('latin1')
  const [start, keyId] = /^v1\.([A-Za-z0-9-]{1,32})\./.exec(head) ?? []
  if (!start || !keyId) throw new Unreadable('tampered', 'not an envelope')
  const from = start.length + nonceBytes
  return whole({ keyId, nonce: bytes.subarray(start.length, from), sealed: bytes.subarray(from) })
}

function whole(parts: Opened): Opened {
  if (parts.nonce.length !== nonceBytes || parts.sealed.length < tagBytes) {
    throw new Unreadable('tampered', 'cut short')
  }
  return parts
}

function enciphered(key: Buffer, bytes: Uint8Array, place: Place): { nonce: Buffer; sealed: Buffer } {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(bound(place))
  return { nonce, sealed: Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]) }
}

function deciphered(key: Buffer, nonce: Buffer, sealed: Buffer, place: Place): Buffer {
  const end = sealed.length - tagBytes
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
  decipher.setAAD(bound(place))
  decipher.setAuthTag(sealed.subarray(end))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, end)), decipher.final()])
  } catch (error) {
    throw new Unreadable('tampered', `${place.record} ${place.field}`, { cause: error })
  }
}
