import { randomInt } from 'node:crypto'
import { hashOf } from '../secrets.js'

/** Without 0, 1, l and o, which people mistake when they copy by hand. */
const alphabet = '23456789abcdefghijkmnpqrstuvwxyz'
/** With 112 bits or more a plain hash is enough, for nobody can try them all (OWASP ASVS 5, 6.5.2). */
const length = 24
const count = 10

/** Ten codes of 120 bits each, six groups as `abcd-efgh-…`: shown once, kept as hashes, each good for one sign-in. */
export function newRecoveryCodes(): {
  readonly codes: readonly string[]
  readonly hashes: readonly string[]
} {
  const codes = Array.from({ length: count }, () => {
    const code = Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')
    return code.replace(/(.{4})(?=.)/g, '$1-')
  })
  return { codes, hashes: codes.map(recoveryHash) }
}

/** The hash of a code, however it was typed. */
export function recoveryHash(code: string): string {
  return hashOf(code.toLowerCase().replace(/[\s-]/g, ''))
}
