import { readFileSync } from 'node:fs'
import type { Taxonomy } from '../taxonomy/index.js'
import { denseAt } from './network.js'
import { evidenceOf, evidenceSize, outputSizes, type Reading } from './reading.js'
import { type NumberedWords, unknown, type Vocabulary } from './vocabulary.js'

/** seeds/model/crisis.json, written by scripts/train/crisis.ts. */
export interface CrisisFile {
  /** Scores above it are worth a look. */
  readonly threshold: number
  readonly bias: number
  /** A weight for each input of the networks, in their order. */
  readonly evidence: readonly number[]
  /** A weight for each word that tells something, whether it stands there once or often. */
  readonly words: Readonly<Record<string, number>>
}

/**
 * Finds texts that may tell of a crisis without a word of `urgency.tsv` saying so (她把猫送人了, 说以后用不上了). It
 * decides nothing: a person is asked to look. A logistic regression over what the networks weigh anyway, and words; how
 * much it finds and how often in vain: docs/matching.md.
 */
export class CrisisReader {
  private readonly evidence: Float64Array
  /** Of words, by their numbers, and of those that have none. */
  private readonly numbered = new Map<number, number>()
  private readonly words = new Map<string, number>()
  /** The first of the evidence's inputs that are all there. */
  private readonly denseAt: number

  /** @throws RangeError for a file of another taxonomy */
  constructor(
    private readonly file: CrisisFile,
    private readonly taxonomy: Taxonomy,
    vocabulary: Vocabulary,
  ) {
    if (file.evidence.length !== evidenceSize(taxonomy)) {
      throw new RangeError('crisis.json: trained for another taxonomy; run scripts/train/crisis.ts')
    }
    this.evidence = Float64Array.from(file.evidence)
    for (const [word, weight] of Object.entries(file.words)) {
      const number = vocabulary.numberOf(word)
      if (number === unknown) this.words.set(word, weight)
      else this.numbered.set(number, weight)
    }
    this.denseAt = denseAt(outputSizes(taxonomy))
  }

  isSuspect(reading: Reading): boolean {
    const { evidence, denseAt: first } = this
    const { sparse, dense } = evidenceOf(reading, this.taxonomy)
    let score = this.file.bias
    for (const [input, value] of sparse) score += (evidence[input] as number) * value
    for (let i = 0; i < dense.length; i++) score += (evidence[first + i] as number) * (dense[i] as number)
    for (let i = 0; i < reading.spoken.words.length; i++) score += this.weightOf(i, reading.spoken)
    return score > this.file.threshold
  }

  /** What the word at a place adds: nothing where it stood before. */
  private weightOf(at: number, { words, numbers }: NumberedWords): number {
    const number = numbers[at] as number
    if (number !== unknown) return numbers.indexOf(number) < at ? 0 : (this.numbered.get(number) ?? 0)
    const word = words[at] as string
    return words.indexOf(word) < at ? 0 : (this.words.get(word) ?? 0)
  }
}

export function loadCrisisReader(file: string, taxonomy: Taxonomy, vocabulary: Vocabulary): CrisisReader {
  return new CrisisReader(JSON.parse(readFileSync(file, 'utf8')) as CrisisFile, taxonomy, vocabulary)
}
