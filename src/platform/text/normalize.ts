import hongKongVariants from 'opencc-js/dict/HKVariantsRev'
import traditionalToSimplified from 'opencc-js/dict/TSCharacters'

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
  const source = compatible(text)
  const units = new Uint16Array(source.length)
  let length = 0
  for (let i = 0; i < source.length; i++) {
    const unit = folded[source.charCodeAt(i)] as number
    if (unit === space && (length === 0 || units[length - 1] === space)) continue
    units[length++] = unit
  }
  if (length > 0 && units[length - 1] === space) length--
  return fromUnits(units, length)
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

/** What NFKC may join into one: a letter with its marks, Hangul jamo, half-width voicing marks. */
const cluster = new RegExp(`[^](?:[\\p{M}\\u1160-\\u11ff\\uff9e\\uff9f]|${invisible})*`, 'uy')

/** Printable ASCII and common Chinese characters: NFKC leaves them alone, beside each other too. */
function isPlain(unit: number): boolean {
  return (unit >= 0x20 && unit < 0x7f) || (unit >= 0x4e00 && unit <= 0x9fff)
}

/** Invisible characters go first: they may part a letter from its mark. Lower-casing may need composing again: J̌. */
function compatible(text: string): string {
  const visible = anyInvisible.test(text) ? text.replace(allInvisible, '') : text
  return visible.normalize('NFKC').toLowerCase().normalize('NFC')
}

function fromUnits(units: Uint16Array, length: number): string {
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

/** Pairs within the basic plane; the 546 rare characters beyond it stay as they are. */
function* pairs(dictionary: string): Iterable<[number, number]> {
  for (const pair of dictionary.split('|')) {
    const [from, to] = pair.split(' ')
    if (from?.length === 1 && to?.length === 1) yield [from.charCodeAt(0), to.charCodeAt(0)]
  }
}
