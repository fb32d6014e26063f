import { digitsOf, numeralClass } from '../fold.js'
import type { Finder, Hit, PersonalKind } from '../hit.js'
import { hasIdCheckDigit, hasLuhnDigit, looksLikeIdNumber } from './identifiers.js'

/** Digits or numerals without a gap. */
interface Group {
  readonly start: number
  readonly end: number
  readonly digits: string
  readonly isNumerals: boolean
  /** Whether nothing but a joint parts it from the group before. */
  readonly isJoined: boolean
}

const group = new RegExp(`\\d+[Xx]?(?![A-Za-z0-9])|\\d+|[${numeralClass}]+`, 'g')
/** What people write between the groups of one number: 138-0013-8000, (0755) 2888 1234. */
const joint = /^[ \-.·_()]{0,3}$/
const shortestNumber = 7
const longestNumber = 19
/** So many digits one after the other, with nothing but joints between: without them a text holds no number. */
const run = new RegExp(`(?:[\\dXx${numeralClass}][ \\-.·_()]{0,3}){${shortestNumber}}`)

/**
 * Telephone, identity and bank card numbers, whether written in one, in groups, in full width or in numerals
 * (一三八〇〇…). A number is made of whole groups: part of a longer one is none.
 */
export const findNumbers: Finder = function* (text) {
  if (!run.test(text)) return
  const groups = groupsOf(text)
  for (let from = 0; from < groups.length; from++) {
    const longest = longestFrom(groups, from, text)
    if (!longest) continue
    yield longest.hit
    from = longest.last
  }
}

function groupsOf(text: string): Group[] {
  const groups: Group[] = []
  for (const { 0: run, index: start } of text.matchAll(group)) {
    const before = groups.at(-1)
    groups.push({
      start,
      end: start + run.length,
      digits: digitsOf(run),
      isNumerals: !/\d/.test(run),
      isJoined: before !== undefined && start - before.end <= 3 && joint.test(text.slice(before.end, start)),
    })
  }
  return groups
}

/** The longest number that begins with a group; a number never has more than 19 digits, so the look ahead is bounded. */
function longestFrom(
  groups: readonly Group[],
  from: number,
  text: string,
): { hit: Hit; last: number } | undefined {
  const first = groups[from] as Group
  let digits = ''
  let best: { hit: Hit; last: number } | undefined
  for (let last = from; last < groups.length; last++) {
    const { digits: more, end, isJoined, isNumerals } = groups[last] as Group
    if (last > from && !isJoined) break
    digits += more
    const read = classify(digits, text, first.start)
    if (read && read.confidence >= (best?.hit.confidence ?? 0)) {
      best = { hit: { ...read, start: opening(text, first.start, end), end }, last }
    }
    // 一三八…一直: nothing parts the last numeral of a number from the word that follows.
    else if (!read && isNumerals && last === from && isMobile(digits.slice(0, 11))) {
      best = { hit: { kind: 'phone', start: first.start, end: first.start + 11, confidence: 0.8 }, last }
    }
    if (digits.length >= longestNumber) break
  }
  return best
}

/** A plus or the bracket of an area code goes with the number behind it. */
function opening(text: string, start: number, end: number): number {
  const before = text[start - 1]
  return before === '+' || (before === '(' && text.slice(start, end).includes(')')) ? start - 1 : start
}

const cueLength = 14
const idCue = /(?:身份证|证件|公民身份|ID|居住证|户口)[^,，。;；]{0,10}$/i
const phoneCue =
  /(?:电话|手机|座机|号码|联系|致电|拨打|tel|phone)(?:号码?|方式)?(?:也?是|为|换成|改成|:)?[ (]{0,2}$/i
const cardCue = /(?:卡号|账号|帐号|账户|帐户|银行|银联|存折|社保卡)[^,，。;；]{0,10}$/

function classify(
  digits: string,
  text: string,
  start: number,
): { kind: PersonalKind; confidence: number } | undefined {
  if (digits.length < shortestNumber || digits.length > longestNumber) return undefined
  const before = text.slice(Math.max(0, start - cueLength), start)
  return asIdNumber(digits, before) ?? asPhone(digits, before) ?? asCard(digits, before)
}

function asIdNumber(digits: string, before: string): { kind: PersonalKind; confidence: number } | undefined {
  const kind = 'id-number'
  const isCued = idCue.test(before)
  if (digits.length === 18) {
    const isPlausible = looksLikeIdNumber(digits)
    if (isPlausible && hasIdCheckDigit(digits)) return { kind, confidence: 1 }
    // A slip of the pen must not let a number through: a day of birth in its place is seldom chance.
    if (isPlausible || isCued) return { kind, confidence: isCued ? 0.9 : 0.7 }
  }
  return isCued && (digits.length === 15 || digits.length === 17) ? { kind, confidence: 0.8 } : undefined
}

const mobile = /^(?:00?86|86|0)?1[3-9]\d{9}$/
const landline = /^(?:00?86|86)?0?755[2-9]\d{7}$/
/** 010, 020 to 029 with eight digits; the others with four digits of area and seven or eight. */
const elsewhere = /^0(?:10|2\d)[2-9]\d{7}$|^0[3-9]\d{2}[2-9]\d{6,7}$/

function isMobile(digits: string): boolean {
  return mobile.test(digits)
}

function asPhone(digits: string, before: string): { kind: PersonalKind; confidence: number } | undefined {
  const kind = 'phone'
  if (isMobile(digits)) return { kind, confidence: 0.98 }
  if (landline.test(digits)) return { kind, confidence: 0.95 }
  if (elsewhere.test(digits)) return { kind, confidence: 0.85 }
  const isShortOfOne = /^1[3-9]\d{8}$/.test(digits) || /^1[3-9]\d{10}$/.test(digits)
  const isLocal = /^[2-8]\d{6,7}$/.test(digits)
  return (isShortOfOne || isLocal) && phoneCue.test(before) ? { kind, confidence: 0.7 } : undefined
}

function asCard(digits: string, before: string): { kind: PersonalKind; confidence: number } | undefined {
  const kind = 'bank-card'
  const isCued = cardCue.test(before)
  if (digits.length >= 16 && /^[3-69]/.test(digits) && hasLuhnDigit(digits)) {
    return { kind, confidence: isCued ? 1 : 0.85 }
  }
  return isCued && digits.length >= 10 ? { kind, confidence: 0.75 } : undefined
}
