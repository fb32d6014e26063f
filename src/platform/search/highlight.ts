import { initials, normalizeWithOffsets, pinyinReadings, stem } from '../text/index.js'
import type { HighlightPiece, SearchCollection, SearchHit } from './port.js'
import { canBePinyin, type QueryWord } from './search-query.js'
import { findableByPinyin } from './search-tokens.js'

/** Units of the original text in a fragment, and how many of them stand before the first hit. */
const fragmentLength = 60
const leadLength = 12

/** A fragment of each field in which something hits; none when nothing was looked for. */
export function highlightsOf(
  collection: SearchCollection,
  fields: Readonly<Record<string, string>>,
  words: readonly QueryWord[],
): SearchHit['highlights'] {
  const highlights: Record<string, HighlightPiece[]> = {}
  for (const { name } of words.length ? collection.fields : []) {
    const pieces = highlight(fields[name] ?? '', words)
    if (pieces) highlights[name] = pieces
  }
  return highlights
}

interface Range {
  start: number
  end: number
}

/**
 * Marks what was looked for in a text as people wrote it: about 60 characters around the first hit as pieces, `…`
 * where the text was cut; undefined when nothing in it hits.
 */
export function highlight(original: string, words: readonly QueryWord[]): HighlightPiece[] | undefined {
  const { text, starts } = normalizeWithOffsets(original)
  const found = merge(words.flatMap((word) => rangesOf(word, text)))
  if (!found.length) return undefined
  return fragment(
    original,
    found.map((range) => inOriginal(range, starts)),
  )
}

function rangesOf(word: QueryWord, text: string): Range[] {
  if (word.chinese) return [word.text, ...word.alternatives].flatMap((form) => occurrences(text, form))
  const inText = latinOccurrences(text, word)
  if (inText.length || !canBePinyin(word.text) || !findableByPinyin(text)) return inText
  return pinyinOccurrences(text, word.text)
}

function occurrences(text: string, word: string): Range[] {
  const ranges: Range[] = []
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    ranges.push({ start: at, end: at + word.length })
  }
  return ranges
}

function latinOccurrences(text: string, word: QueryWord): Range[] {
  const stems = new Set([word.text, ...word.alternatives].map(stem))
  const ranges: Range[] = []
  for (const match of text.matchAll(/(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu)) {
    const hit = stems.has(stem(match[0])) || (word.prefix && match[0].startsWith(word.text))
    if (hit) ranges.push({ start: match.index, end: match.index + match[0].length })
  }
  return ranges
}

/** The first characters whose pinyin, full or initials, begins with what was typed. */
function pinyinOccurrences(text: string, typed: string): Range[] {
  const characters = [...text]
  for (const syllables of pinyinReadings(text).filter((row) => row.length === characters.length)) {
    for (let from = 0; from < syllables.length; from++) {
      const rest = syllables.slice(from)
      const count = initials(rest).startsWith(typed) ? typed.length : syllablesCovering(rest, typed)
      if (count === 0) continue
      const start = characters.slice(0, from).join('').length
      return [{ start, end: start + characters.slice(from, from + count).join('').length }]
    }
  }
  return []
}

/** How many syllables it takes to spell what was typed, the last perhaps not to its end; 0 when they do not. */
function syllablesCovering(syllables: readonly string[], typed: string): number {
  let spelled = ''
  for (const [index, syllable] of syllables.entries()) {
    spelled += syllable
    if (spelled.startsWith(typed)) return index + 1
    if (!typed.startsWith(spelled)) return 0
  }
  return 0
}

function merge(ranges: Range[]): Range[] {
  ranges.sort((a, b) => a.start - b.start || a.end - b.end)
  const merged: Range[] = []
  for (const range of ranges) {
    const last = merged.at(-1)
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end)
    else merged.push({ ...range })
  }
  return merged
}

/** A unit of the original can become several (㎡ is m2): a hit on some of them marks it whole. */
function inOriginal(range: Range, starts: readonly number[]): Range {
  const start = starts[range.start] ?? 0
  let after = range.end
  while (starts[after] === starts[range.end - 1]) after++
  return { start, end: starts[after] ?? start }
}

function fragment(original: string, hits: readonly Range[]): HighlightPiece[] {
  const whole = original.length <= fragmentLength
  const from = whole ? 0 : characterStart(original, Math.max(0, (hits[0]?.start ?? 0) - leadLength))
  const to = whole
    ? original.length
    : characterStart(original, Math.min(original.length, from + fragmentLength))
  const pieces: HighlightPiece[] = []
  const add = (text: string, hit: boolean): void => {
    const last = pieces.at(-1)
    if (!text) return
    if (last && last.hit === hit) pieces[pieces.length - 1] = { text: last.text + text, hit }
    else pieces.push({ text, hit })
  }
  if (from > 0) add('…', false)
  let at = from
  for (const hit of hits) {
    if (hit.start >= to) break
    add(original.slice(at, hit.start), false)
    add(original.slice(hit.start, Math.min(hit.end, to)), true)
    at = Math.min(hit.end, to)
  }
  add(original.slice(at, to), false)
  if (to < original.length) add('…', false)
  return pieces
}

/** Never between the two halves of a character. */
function characterStart(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at
}
