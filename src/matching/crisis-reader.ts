import { readFileSync } from 'node:fs'
import { denseAt } from './network.js'
import { evidenceOf, evidenceSize, outputSizes, type Reading, type ReadingTools } from './reading.js'

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

/** What a text gives to weigh: inputs of the networks by number, and its words. */
export interface CrisisInputs {
  readonly evidence: readonly (readonly [input: number, value: number])[]
  readonly words: ReadonlySet<string>
}

export function crisisInputs(reading: Reading, taxonomy: ReadingTools['taxonomy']): CrisisInputs {
  const { sparse, dense } = evidenceOf(reading, taxonomy)
  const first = denseAt(outputSizes(taxonomy))
  const meaning = Array.from(dense, (value, i) => [first + i, value] as const)
  return { evidence: [...sparse, ...meaning], words: new Set(reading.words) }
}

/**
 * Finds texts that may tell of a crisis without a word of `urgency.tsv` saying so (她把猫送人了, 说以后用不上了). It
 * decides nothing: a person is asked to look. A logistic regression over what the networks weigh anyway, and words; how
 * much it finds and how often in vain: docs/matching.md.
 */
export class CrisisReader {
  private readonly words: ReadonlyMap<string, number>

  /** @throws RangeError for a file of another taxonomy */
  constructor(
    private readonly file: CrisisFile,
    private readonly taxonomy: ReadingTools['taxonomy'],
  ) {
    if (file.evidence.length !== evidenceSize(taxonomy)) {
      throw new RangeError('crisis.json: trained for another taxonomy; run scripts/train/crisis.ts')
    }
    this.words = new Map(Object.entries(file.words))
  }

  isSuspect(reading: Reading): boolean {
    const { evidence, words } = crisisInputs(reading, this.taxonomy)
    let score = this.file.bias
    for (const [input, value] of evidence) score += (this.file.evidence[input] as number) * value
    for (const word of words) score += this.words.get(word) ?? 0
    return score > this.file.threshold
  }
}

export function loadCrisisReader(file: string, taxonomy: ReadingTools['taxonomy']): CrisisReader {
  return new CrisisReader(JSON.parse(readFileSync(file, 'utf8')) as CrisisFile, taxonomy)
}
