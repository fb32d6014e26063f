import { readFileSync } from 'node:fs'
import type { Taxonomy } from '../taxonomy/index.js'
import { KnownWords } from './known-words.js'
import { denseAt } from './network.js'
import { evidenceOf, evidenceSize, outputSizes, type Reading } from './reading.js'
import type { Vocabulary } from './vocabulary.js'

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
  private readonly words: KnownWords
  /** By their places among those words. */
  private readonly ofWords: Float64Array
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
    this.words = new KnownWords(Object.keys(file.words), vocabulary)
    this.ofWords = Float64Array.from(Object.values(file.words))
    this.denseAt = denseAt(outputSizes(taxonomy))
  }

  isSuspect(reading: Reading): boolean {
    const { evidence, denseAt: first } = this
    const { sparse, dense } = evidenceOf(reading, this.taxonomy)
    let score = this.file.bias
    for (const [input, value] of sparse) score += (evidence[input] as number) * value
    for (let i = 0; i < dense.length; i++) score += (evidence[first + i] as number) * (dense[i] as number)
    for (const place of this.words.placesOf(reading.spoken)) score += this.ofWords[place] as number
    return score > this.file.threshold
  }
}

export function loadCrisisReader(file: string, taxonomy: Taxonomy, vocabulary: Vocabulary): CrisisReader {
  return new CrisisReader(JSON.parse(readFileSync(file, 'utf8')) as CrisisFile, taxonomy, vocabulary)
}
