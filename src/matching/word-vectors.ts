import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const dimensions = 96

/** What one character of an unknown word counts beside a known word. */
const characterShare = 0.3

/**
 * Meaning vectors of the common words, so that 揭不开锅 speaks for 没钱吃饭 though they share no word. The files and
 * where they come from: seeds/model/README.md.
 */
export class WordVectors {
  private readonly rows = new Map<string, number>()
  /** Row of each single character, by its UTF-16 unit, plus one; 0 for none. */
  private readonly characters = new Uint32Array(0x10000)
  private readonly weights: Float32Array
  private readonly vectors: Int8Array

  /** @throws RangeError when the two files do not fit each other */
  constructor(lines: string, bytes: Uint8Array) {
    const words = lines.split('\n').filter(Boolean)
    if (bytes.length !== words.length * dimensions)
      throw new RangeError('word-vectors: text and binary differ')
    this.vectors = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length)
    this.weights = new Float32Array(words.length)
    for (const [row, line] of words.entries()) {
      const [word = '', weight = '0'] = line.split('\t')
      this.rows.set(word, row)
      if (word.length === 1) this.characters[word.charCodeAt(0)] = row + 1
      this.weights[row] = Number(weight)
    }
  }

  /** All words that have a vector, the commonest first. */
  words(): Iterable<string> {
    return this.rows.keys()
  }

  /** How telling a word is, in (0, 1]: 1 for one that is not common enough to have a vector. */
  weight(word: string): number {
    const row = this.rows.get(word)
    return row === undefined ? 1 : (this.weights[row] as number)
  }

  /** The same of a single character, by its UTF-16 unit. */
  weightOfUnit(unit: number): number {
    const row = this.characters[unit] as number
    return row === 0 ? 1 : (this.weights[row - 1] as number)
  }

  /** The weighted mean of the words' vectors, of length 1; all zeros when no word is known (Arora et al., ICLR 2017). */
  meaning(words: readonly string[]): Float32Array {
    const sum = new Float64Array(dimensions)
    for (const word of words) {
      const row = this.rows.get(word)
      if (row !== undefined) this.add(row, this.weights[row] as number, sum)
      else {
        for (let i = 0; i < word.length; i++) {
          const part = this.characters[word.charCodeAt(i)] as number
          if (part > 0) this.add(part - 1, characterShare, sum)
        }
      }
    }
    let square = 0
    for (let i = 0; i < dimensions; i++) square += (sum[i] as number) * (sum[i] as number)
    const scale = square > 0 ? 1 / Math.sqrt(square) : 0
    for (let i = 0; i < dimensions; i++) sum[i] = (sum[i] as number) * scale
    return new Float32Array(sum)
  }

  private add(row: number, weight: number, sum: Float64Array): void {
    const { vectors } = this
    const at = row * dimensions
    const scale = weight / 127
    for (let i = 0; i < dimensions; i++) sum[i] = (sum[i] as number) + (vectors[at + i] as number) * scale
  }
}

export function loadWordVectors(folder: string): WordVectors {
  return new WordVectors(
    readFileSync(join(folder, 'word-vectors.txt'), 'utf8'),
    readFileSync(join(folder, 'word-vectors.bin')),
  )
}
