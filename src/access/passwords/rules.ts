import type { FieldError } from '../../platform/errors.js'
import { ownWords } from './own-words.js'

/**
 * Characters, at least. OWASP ASVS 5 (6.2.1) asks for 8 and recommends 15, NIST SP 800-63B-4 asks for 15 where a
 * password is all there is; 12 is what people type on a telephone without writing it down, and guesses are slowed down.
 * @see docs/adr/0014-sign-in-of-our-own.md
 */
export const shortestPassword = 12
/** More would let a stranger make the server hash for long; a sentence fits. */
export const longestPassword = 128
/** Characters that must be left when everything that people guess first is taken out. */
const fewestOwn = 6
/** No common or leaked password, run or number is longer; what one character repeated leaves is taken out next. */
const longestWord = 26
/** Shorter words are part of too many good passwords. */
const shortestWord = 4

/** Runs along the alphabet, the digits and the rows of a keyboard, forwards; read backwards too. */
const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb',
]

/** The password as it is hashed: the same characters typed on two systems may come in two forms (NIST SP 800-63B). */
export function normalizedPassword(password: string): string {
  return password.normalize('NFKC')
}

/**
 * What is wrong with a new password, as errors of `field`: too short, too long, or guessable once common and leaked
 * passwords, runs, repetitions, dates, telephone numbers and what is known of its owner are taken out; letters that are
 * written as signs (p@ssw0rd) are read as such too. Kinds of characters are not asked for: that makes
 * people predictable (NIST SP 800-63B, 3.1.1.2).
 * @param common words of lower case
 * @param own what others know of the owner: sign-in name, name, e-mail, organisation
 */
export function passwordErrors(
  field: string,
  password: string,
  common: ReadonlySet<string>,
  own: readonly string[],
): FieldError[] {
  const text = normalizedPassword(password)
  const length = Array.from(text).length
  if (length < shortestPassword)
    return [{ field, code: 'password.short', params: { limit: shortestPassword } }]
  if (length > longestPassword) return [{ field, code: 'password.long', params: { limit: longestPassword } }]
  const isGuessable = (part: string) => common.has(part) || isRun(part) || isNumberOfSomebody.test(part)
  const words = ownWords(own)
  const isCommon = [text.toLowerCase(), inLetters(text.toLowerCase())].some(
    (read) => new Set(withoutGuessable(read, isGuessable, words)).size < fewestOwn,
  )
  return isCommon ? [{ field, code: 'password.common' }] : []
}

/** A day (19900101), a mobile telephone's or an identity number, whosever it is. */
const isNumberOfSomebody =
  /^(?:(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|1[3-9]\d{9}|[1-9]\d{16}[\dx])$/

const signs: Readonly<Record<string, string>> = { '@': 'a', '0': 'o', '3': 'e', $: 's', '5': 's' }

/** `p@ssw0rd` as it is meant. */
const inLetters = (text: string): string => text.replace(/[@03$5]/g, (sign) => signs[sign] ?? sign)

/** What is left after the longest guessable parts were taken out, from the left. */
function withoutGuessable(
  text: string,
  isGuessable: (part: string) => boolean,
  own: readonly string[],
): string {
  let rest = text
  for (const word of own) rest = rest.replaceAll(word, '')
  let left = ''
  for (let at = 0; at < rest.length; ) {
    let length = Math.min(rest.length - at, longestWord)
    while (length >= shortestWord && !isGuessable(rest.slice(at, at + length))) length--
    if (length >= shortestWord) at += length
    else left += rest[at++]
  }
  return left
}

function isRun(part: string): boolean {
  const backwards = Array.from(part).reverse().join('')
  return rows.some((row) => row.includes(part) || row.includes(backwards)) || new Set(part).size === 1
}
