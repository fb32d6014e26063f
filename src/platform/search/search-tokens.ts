import { initials, normalize, pinyinReadings, segmentForSearch } from '../text/index.js'
import type { SearchCollection } from './port.js'

/** Grows whenever an entry would be cut differently: every index made by other rules is then rebuilt. */
export const tokenRules = 1

/** Fields up to this many UTF-16 units, titles and names, can be found by pinyin. */
const longestPinyinField = 40
/** Pinyin is kept from each character over this many: enough for what anybody types. */
const pinyinSpan = 8

const han = /\p{Script=Han}/u
const unit = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu
const latinWord = /(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu

/** What is written into the columns of the full-text table: tokens joined by spaces. */
export interface EntryTokens {
  /** One per field of the collection, in its order. */
  readonly fields: readonly string[]
  readonly pinyin: string
  /** Different Latin words, for finding what a mistyped one may have meant. */
  readonly vocabulary: ReadonlySet<string>
}

export function hasHan(text: string): boolean {
  return han.test(text)
}

/** Single Chinese characters and whole Latin words or numbers, in order. */
export function unitsOf(normalized: string): string[] {
  return normalized.match(unit) ?? []
}

/** Words and numbers in any script but Chinese, unstemmed, in order. */
export function latinWordsOf(normalized: string): string[] {
  return normalized.match(latinWord) ?? []
}

export function entryTokens(
  collection: SearchCollection,
  fields: Readonly<Record<string, string>>,
): EntryTokens {
  const texts = collection.fields.map(({ name }) => normalize(fields[name] ?? ''))
  return {
    fields: texts.map(fieldTokens),
    pinyin: texts.filter(findableByPinyin).flatMap(pinyinTokens).join(' '),
    vocabulary: vocabularyOf(texts),
  }
}

/** The Latin words that `entryTokens` counted for these fields; needed again when the entry goes. */
export function entryVocabulary(
  collection: SearchCollection,
  fields: Readonly<Record<string, string>>,
): ReadonlySet<string> {
  return vocabularyOf(collection.fields.map(({ name }) => normalize(fields[name] ?? '')))
}

export function findableByPinyin(normalized: string): boolean {
  return normalized.length <= longestPinyinField && hasHan(normalized)
}

/**
 * Words, then all units in order. Through the units, as a phrase, any run of characters is found however the text
 * was cut into words; a word that was cut counts on top of that.
 */
function fieldTokens(text: string): string {
  const units = unitsOf(text)
  const single = new Set(units)
  const words = segmentForSearch(text).filter((word) => !single.has(word))
  return [...words, ...units].join(' ')
}

/** From each character on, what is read and its initials. */
export function pinyinTokens(text: string): string[] {
  const tokens = new Set<string>()
  for (const syllables of readings(text)) {
    for (let from = 0; from < syllables.length; from++) {
      const span = syllables.slice(from, from + pinyinSpan)
      tokens.add(span.join(''))
      tokens.add(initials(span))
    }
  }
  return [...tokens]
}

/** Each syllable by itself, for an engine that looks up only the last word typed by its beginning. */
export function syllableTokens(text: string): string[] {
  return readings(text).flat()
}

function readings(text: string): string[][] {
  return pinyinReadings(text).map((row) => row.filter((syllable) => /^[a-z0-9]+$/.test(syllable)))
}

function vocabularyOf(texts: readonly string[]): Set<string> {
  return new Set(texts.flatMap(latinWordsOf).filter((word) => /^[a-z]{3,30}$/.test(word)))
}
