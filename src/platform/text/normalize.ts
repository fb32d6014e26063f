import hongKongVariants from 'opencc-js/dict/HKVariantsRev'
import traditionalToSimplified from 'opencc-js/dict/TSCharacters'
import { isHanUnit } from './han.js'

const space = 0x20

/** What becomes of a UTF-16 unit after NFKC and lower-casing: another unit, 32 for any white space. */
const folded = foldingTable()

/**
 * The form in which texts are compared: NFKC (so full width becomes half width), lower case, simplified characters,
 * runs of white space as one space, none at the ends; no control or invisible characters, no broken surrogates.
 *
 * Characters are simplified one by one, never by phrase (乾坤 becomes 干坤): so a part of a text always folds as it
 * does inside the whole, which search by single characters and highlighting rest on. Applying it twice changes nothing.
 */
export function normalize(text: string): string {
  if (text.length <= scratch.length) {
    const length = foldAlone(text)
    if (length >= 0)
      return String.fromCharCode.apply(null, scratch.subarray(0, length) as unknown as number[])
  }
  return normalizeTogether(text)
}

/** Where `normalize` puts a text together; as long as an argument list may be. */
const scratch = new Uint16Array(4096)

/** Folds a text unit by unit into `scratch`; the length of the outcome, or -1 when some unit is not to be told alone. */
function foldAlone(text: string): number {
  let length = 0
  let isAfterSpace = true
  for (let i = 0; i < text.length; i++) {
    const unit = alone[text.charCodeAt(i)] as number
    if (unit === 0) return -1
    if (unit === space && isAfterSpace) continue
    isAfterSpace = unit === space
    scratch[length++] = unit
  }
  return isAfterSpace && length > 0 ? length - 1 : length
}

function normalizeTogether(text: string): string {
  const source = compatible(text)
  const all = new Uint16Array(source.length)
  let length = 0
  for (let i = 0; i < source.length; i++) {
    const unit = folded[source.charCodeAt(i)] as number
    if (unit === space && (length === 0 || all[length - 1] === space)) continue
    all[length++] = unit
  }
  if (length > 0 && all[length - 1] === space) length--
  return fromUnits(all, length)
}

interface NormalizedText {
  readonly text: string
  /** For each UTF-16 unit of `text` where its source begins in the original; one more entry for the original's end. */
  readonly starts: readonly number[]
}

/** `normalize`, and where each unit came from; for marking hits in the original. */
export function normalizeWithOffsets(original: string): NormalizedText {
  const starts: number[] = []
  const units: number[] = []
  const add = (source: number, at: number): void => {
    const unit = folded[source] as number
    if (unit === space && (units.length === 0 || units.at(-1) === space)) return
    units.push(unit)
    starts.push(at)
  }
  for (let at = 0; at < original.length; ) {
    const unit = original.charCodeAt(at)
    if (isPlain(unit) && isPlain(original.charCodeAt(at + 1))) {
      add(unit, at++)
      continue
    }
    cluster.lastIndex = at
    const piece = cluster.exec(original)?.[0] ?? ''
    const source = compatible(piece)
    for (let i = 0; i < source.length; i++) add(source.charCodeAt(i), at)
    at += piece.length
  }
  if (units.at(-1) === space) {
    units.pop()
    starts.pop()
  }
  starts.push(original.length)
  return { text: fromUnits(Uint16Array.from(units), units.length), starts }
}

/** Control and format characters and halves of surrogate pairs; not those that are white space. */
const invisible = '[\\p{Cs}\\p{Cf}\\0-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f]'
const anyInvisible = new RegExp(invisible, 'u')
const allInvisible = new RegExp(invisible, 'gu')

/** What becomes of a unit whatever stands beside it; 0 where its neighbours count. */
const alone = aloneTable()

/** What NFKC may join into one: a letter with its marks, Hangul jamo, half-width voicing marks. */
const cluster = new RegExp(`[^](?:[\\p{M}\\u1160-\\u11ff\\uff9e\\uff9f]|${invisible})*`, 'uy')

/** Printable ASCII and common Chinese characters: NFKC leaves them alone, beside each other too. */
function isPlain(unit: number): boolean {
  return (unit >= 0x20 && unit < 0x7f) || isHanUnit(unit)
}

/** Invisible characters go first: they may part a letter from its mark. Lower-casing may need composing again: J̌. */
function compatible(text: string): string {
  const visible = anyInvisible.test(text) ? text.replace(allInvisible, '') : text
  return visible.normalize('NFKC').toLowerCase().normalize('NFC')
}

/** The text of the first `length` UTF-16 units. */
export function fromUnits(units: Uint16Array, length: number): string {
  // Chunks, because each unit becomes an argument of the call.
  if (length <= 4096) return String.fromCharCode(...units.subarray(0, length))
  let text = ''
  for (let i = 0; i < length; i += 4096) {
    text += String.fromCharCode(...units.subarray(i, Math.min(i + 4096, length)))
  }
  return text
}

function foldingTable(): Uint16Array {
  const table = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit)
  for (let unit = 0; unit < 0x10000; unit++) {
    if (isPlain(unit)) continue
    if (/[\s\x85]/.test(String.fromCharCode(unit))) table[unit] = space
  }
  for (let unit = 0x41; unit <= 0x5a; unit++) table[unit] = unit + 0x20
  // Lower-casing gives the final sigma by its place in the word; a part must fold as the whole does.
  table['ς'.charCodeAt(0)] = 'σ'.charCodeAt(0)
  for (const [from, to] of pairs(traditionalToSimplified)) table[from] = to
  // 衞 is written in Hong Kong where others write 衛: only the second has a simplified form.
  for (const [from, to] of pairs(hongKongVariants))
    if (table[from] === from) table[from] = table[to] as number
  // Some simplified forms are traditional forms of others (薴 苧 苎): go to the end of the chain.
  for (let unit = 0; unit < 0x10000; unit++) table[unit] = table[table[unit] as number] as number
  return table
}

/** Covers what nearly all texts are made of: ASCII, Chinese characters, the punctuation of both, full width. */
function aloneTable(): Uint16Array {
  const table = new Uint16Array(0x10000)
  for (const unit of [0x09, 0x0a, 0x0d]) table[unit] = space
  const ranges = [
    [0x20, 0x7e],
    [0x2010, 0x203a],
    [0x3000, 0x3020],
    [0xff01, 0xff5e],
  ] as const
  for (const [first, last] of ranges) {
    for (let unit = first; unit <= last; unit++) {
      const source = compatible(String.fromCharCode(unit))
      if (source.length === 1) table[unit] = folded[source.charCodeAt(0)] as number
    }
  }
  table.set(folded.subarray(0x4e00, 0xa000), 0x4e00)
  return table
}

/** Pairs within the basic plane; the 546 rare characters beyond it stay as they are. */
function* pairs(dictionary: string): Iterable<[number, number]> {
  for (const pair of dictionary.split('|')) {
    const [from, to] = pair.split(' ')
    if (from?.length === 1 && to?.length === 1) yield [from.charCodeAt(0), to.charCodeAt(0)]
  }
}
