import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ByteRows } from './byte-rows.js'
import { type NumberedWords, Vocabulary } from './vocabulary.js'

export const dimensions = 96

/** What one character of an unknown word counts beside a known word. */
const characterShare = 0.3

/**
 * Meaning vectors of the common words, so that 揭不开锅 speaks for 没钱吃饭 though they share no word. The files and
 * where they come from: seeds/model/README.md.
 */
export class WordVectors {
  /** Begins with the words that have a vector, the commonest first; words without one may be added behind them. */
  readonly vocabulary = new Vocabulary()
  private readonly weights: Float32Array
  private readonly vectors: ByteRows

  /** @throws RangeError when the two files do not fit each other */
  constructor(lines: string, bytes: Uint8Array) {
    const words = lines.split('\n').filter(Boolean)
    if (bytes.length !== words.length * dimensions)
      throw new RangeError('word-vectors: text and binary differ')
    this.vectors = new ByteRows(
      new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length),
      new Float64Array(dimensions),
    )
    this.weights = new Float32Array(words.length)
    for (const [row, line] of words.entries()) {
      const [word = '', weight = '0'] = line.split('\t')
      this.vocabulary.add(word)
      this.weights[row] = Number(weight)
    }
  }

  /** How telling the word of a number is, in (0, 1]: 1 for one that is not common enough to have a vector. */
  weight(number: number): number {
    return this.hasVector(number) ? (this.weights[number] as number) : 1
  }

  /** The weighted mean of the words' vectors, of length 1; all zeros when no word is known (Arora et al., ICLR 2017). */
  meaning({ words, numbers }: NumberedWords): Float32Array {
    const { vectors } = this
    const { sum } = vectors
    sum.fill(0)
    for (let i = 0; i < words.length; i++) {
      const number = numbers[i] as number
      if (this.hasVector(number)) vectors.take(number, (this.weights[number] as number) / 127)
      else this.takeCharacters(words[i] as string)
    }
    vectors.finish()
    let square = 0
    for (let i = 0; i < dimensions; i++) square += (sum[i] as number) * (sum[i] as number)
    const scale = square > 0 ? 1 / Math.sqrt(square) : 0
    const mean = new Float32Array(dimensions)
    for (let i = 0; i < dimensions; i++) mean[i] = (sum[i] as number) * scale
    return mean
  }

  private hasVector(number: number): boolean {
    return number >= 0 && number < this.weights.length
  }

  private takeCharacters(word: string): void {
    for (let i = 0; i < word.length; i++) {
      const number = this.vocabulary.numberOfUnit(word.charCodeAt(i))
      if (this.hasVector(number)) this.vectors.take(number, characterShare / 127)
    }
  }
}

export function loadWordVectors(folder: string): WordVectors {
  return new WordVectors(
    readFileSync(join(folder, 'word-vectors.txt'), 'utf8'),
    readFileSync(join(folder, 'word-vectors.bin')),
  )
}
