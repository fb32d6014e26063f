import { randomInt } from 'node:crypto'
import { hashOf } from '../secrets.js'

/** Without 0, 1, l and o, which people mistake when they copy by hand. */
const alphabet = '23456789abcdefghijkmnpqrstuvwxyz'
const length = 12
const count = 10

/** Ten codes of 60 bits each, as `abcd-efgh-jkmn`: shown once, kept as hashes, each good for one sign-in. */
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
