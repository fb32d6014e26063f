import { createHash } from 'node:crypto'
import { normalize, stem } from '../text/index.js'
import type { SearchCollection, SearchEntry } from './port.js'
import { findableByPinyin, pinyinTokens, syllableTokens, unitsOf } from './search-tokens.js'

/**
 * Grows whenever an entry would be cut otherwise. It is a part of the searched attributes' names, so that an index cut
 * by other rules is known by its settings.
 */
const cutting = 1

/** Attributes of a document. Searched are only those with cut text; `fields` holds it as people wrote it, for highlights. */
export const cutAttribute = (field: string): string => `cut${cutting}.${field}`
export const pinyinAttribute = `pinyin${cutting}`
export const filterAttribute = (filter: string): string => `filters.${filter}`

export interface MeiliDocument {
  readonly id: string
  readonly revision: number
  readonly fields: Readonly<Record<string, string>>
  /** Values as `filterWord` writes them. */
  readonly filters: Readonly<Record<string, readonly string[]>>
  readonly [cut: string]: unknown
}

export function documentOf(collection: SearchCollection, entry: SearchEntry): MeiliDocument {
  const { id, revision } = entry
  const texts = collection.fields.map(({ name }) => [name, normalize(entry.fields[name] ?? '')] as const)
  const spoken = texts.map(([, text]) => text).filter(findableByPinyin)
  return {
    id,
    revision,
    fields: Object.fromEntries(
      collection.fields.map(({ name }) => [name, wellFormed(entry.fields[name] ?? '')]),
    ),
    filters: Object.fromEntries(
      collection.filters.map((filter) => [filter, (entry.filters[filter] ?? []).map(filterWord)]),
    ),
    [`cut${cutting}`]: Object.fromEntries(texts.map(([name, text]) => [name, cutText(text)])),
    [pinyinAttribute]: [
      ...new Set(spoken.flatMap((text) => [...pinyinTokens(text), ...syllableTokens(text)])),
    ].join(' '),
  }
}

/** The entry that a document was made of. */
export function entryOf({ id, revision, fields, filters }: MeiliDocument): SearchEntry {
  const values = Object.entries(filters).map(([name, words]) => [name, words.map(valueOfWord)])
  return { id, revision, fields, filters: Object.fromEntries(values) }
}

/**
 * Units (single Chinese characters, whole Latin words) in order, then the stems of Latin words. Through the units, as
 * a phrase, any run of characters is found, however Meilisearch's own dictionary would cut it.
 */
function cutText(text: string): string {
  const units = unitsOf(text)
  const stems = new Set(units.map(stem))
  for (const unit of units) stems.delete(unit)
  return [...units.map(plainUnit), ...stems].join(' ')
}

/** The engine drops characters beyond the basic plane: they are written by number. */
export function plainUnit(unit: string): string {
  return unit.replace(
    /[\u{10000}-\u{10ffff}]/gu,
    (character) => `x${character.codePointAt(0)?.toString(16)}x`,
  )
}

/**
 * One word that the query holds in place of a word with synonyms. Not the word itself: the engine would cut it by its
 * own dictionary, and knows no synonyms of what falls into more than three pieces.
 */
export function synonymWord(word: string): string {
  return `w${createHash('sha1').update(word).digest('hex').slice(0, 14)}`
}

/**
 * A filter's value as the engine can keep it exactly: it folds case, width and scripts of values, and would take 'A' for
 * 'a'. Small letters, digits and `. _ : -` stay, every other byte becomes %xx. At most 468 bytes count.
 */
export function filterWord(value: string): string {
  if (value === '') return '%'
  return value.replace(/[^a-z0-9._:-]/gu, (character) =>
    [...Buffer.from(character)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  )
}

export function valueOfWord(word: string): string {
  return word === '%' ? '' : decodeURIComponent(word)
}

/** Half a surrogate pair is no JSON that the engine takes. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd')
}
