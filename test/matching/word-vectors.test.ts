import { expect } from 'chai'
import { dimensions, WordVectors } from '../../src/matching/word-vectors.js'

const lines = [
  '老人\t0.5',
  '饭\t0.25',
  '吃\t0.75',
  ...Array.from({ length: 200 }, (_, i) => `词${i}\t${(i % 9) / 10}`),
]
const words = lines.map((line) => line.split('\t')[0] as string)
const weights = lines.map((line) => Math.fround(Number(line.split('\t')[1])))
const bytes = Uint8Array.from({ length: lines.length * dimensions }, (_, i) => (i * 37 + (i >>> 5)) & 255)
const vectors = new WordVectors(lines.join('\n'), bytes)

const meaning = (text: readonly string[]) => vectors.meaning(vectors.vocabulary.of(text))

/** The sum of weighted vectors, one after the other, brought to length 1. */
function plainMean(parts: readonly (readonly [word: string, weight: number])[]): Float32Array {
  const sum = new Float64Array(dimensions)
  for (const [word, weight] of parts) {
    const row = new Int8Array(bytes.buffer, words.indexOf(word) * dimensions, dimensions)
    for (let i = 0; i < dimensions; i++) sum[i] = (sum[i] as number) + (row[i] as number) * (weight / 127)
  }
  const length = Math.sqrt(sum.reduce((square, value) => square + value * value, 0))
  return Float32Array.from(sum, (value) => value * (1 / length))
}

describe('what words mean together', () => {
  const weighted = (all: readonly string[]) =>
    all.map((word) => [word, weights[words.indexOf(word)] as number] as const)

  it('is the weighted mean of their vectors, to the last bit, however many they are', () => {
    for (const count of [1, 3, 4, 5, 63, 64, 65, 200]) {
      const text = words.slice(0, count)
      expect(meaning(text), `${count} words`).to.deep.equal(plainMean(weighted(text)))
    }
  })

  it('is told of an unknown word by its characters', () => {
    expect(meaning(['老人', '吃饭'])).to.deep.equal(
      plainMean([...weighted(['老人']), ['吃', 0.3], ['饭', 0.3]]),
    )
  })

  it('is nothing where no word is known', () => {
    expect(meaning(['好', 'help'])).to.deep.equal(new Float32Array(dimensions))
    expect(meaning([])).to.deep.equal(new Float32Array(dimensions))
  })

  it('is not read from two files that do not fit', () => {
    expect(() => new WordVectors('老人\t0.5\n', new Uint8Array(7))).to.throw(RangeError, 'word-vectors')
  })
})
