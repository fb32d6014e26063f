import { mostTags } from './analyse.js'
import { root } from './bounds.js'
import { fanOut } from './cells.js'
import type { Comparison, Kindred } from './features.js'
import { confidenceIn } from './profile.js'
import type { Weights } from './score.js'
import { mostWords, type WordQuery, wordLength } from './word-query.js'

/** Numbers of a row: it fills a line of the processor's cache. */
export const rowLength = 16
/** Where in a row begins, for each service that is asked for, how near it is; or for each person, how well it is suited. */
export const nearAt = 4

/** Where what is known of a need and of the weights begins: so many numbers of 32 bits each. */
export const tables = placesOf({
  /** What comes out: where each begins that was bounded, and how high it can score. */
  begins: fanOut,
  bounds: fanOut,
  /** What features add at most. */
  bias: 1,
  affinity: 1,
  group: 1,
  open: 1,
  otherGroup: 1,
  mostOfWords: 1,
  /** How well somebody of no known group is suited, whatever is offered. */
  leastFit: 1,
  /** How many words there are. */
  wordCount: 1,
  /** For each service that is asked for, what meeting it adds. */
  wish: mostTags,
  service: mostTags,
  /** For each person, what a group that suits adds to the mean of all, and how sure the person's group is. */
  fitting: mostTags,
  confidence: mostTags,
  /** The square root of n/255. */
  roots: root.length,
  /** As `WordQuery` lays them. */
  words: wordLength * mostWords,
  /**
   * For each service a row: how much affinity a share of 1 brings, the square of that, two that say nothing, and how near
   * each service is that is asked for. Then for each group: four that say nothing, and how well it suits each person, by 255.
   */
  rows: rowLength,
})

function placesOf<Name extends string>(lengths: Readonly<Record<Name, number>>): Record<Name, number> {
  const places: Partial<Record<Name, number>> = {}
  let place = 0
  for (const [name, length] of Object.entries(lengths) as [Name, number][]) {
    if (length >= rowLength) place = rowLength * Math.ceil(place / rowLength)
    places[name] = place
    place += length
  }
  return places as Record<Name, number>
}

/** Where the rows of groups begin, behind those of services. */
export const groupRowsAt = ({ services }: Comparison): number => tables.rows + rowLength * services

export const tablesLength = (by: Comparison): number => groupRowsAt(by) + rowLength * by.groups

/** Lays down what is known of one need after the other. */
export class NeedTables {
  /** What features add at most. */
  private gains: Weights['features']
  private readonly groupsAt: number

  /**
   * @param fractions where they lie
   * @param wholes the same place, for whole numbers
   */
  constructor(
    private readonly by: Comparison,
    weights: Weights,
    private readonly fractions: Float32Array,
    private readonly wholes: Uint32Array,
  ) {
    this.gains = weights.features
    this.groupsAt = groupRowsAt(by)
    fractions.set(root, tables.roots)
    this.goBy(weights)
  }

  goBy({ bias, features }: Weights): void {
    const { fractions } = this
    this.gains = gainsOf(features)
    fractions[tables.bias] = bias
    fractions[tables.affinity] = this.gains.affinity
    fractions[tables.group] = 0.5 * this.gains.group
    fractions[tables.open] = features.open
    fractions[tables.otherGroup] = features.otherGroup
  }

  /**
   * @param packed the need's profile
   * @param words those of the need
   */
  of(packed: Uint32Array, words: WordQuery): void {
    this.forget()
    this.askForAll(packed)
    this.askAsAll(packed, 1 + (packed[0] as number))
    this.wholes[tables.wordCount] = words.layInto(this.wholes, this.fractions, tables.words, this.gains.words)
    this.fractions[tables.mostOfWords] = this.gains.words * words.most
  }

  private forget(): void {
    this.fractions.fill(0, tables.wish, tables.roots)
    this.fractions.fill(0, tables.rows)
  }

  private askForAll(packed: Uint32Array): void {
    const { fractions, gains } = this
    const asked = packed[0] as number
    let shares = 0
    for (let i = 1; i <= asked; i++) shares += (packed[i] as number) & 255
    const strongest = (packed[1] as number) & 255
    for (let i = 0; i < asked; i++) {
      const entry = packed[1 + i] as number
      const share = entry & 255
      fractions[tables.wish + i] = (gains.wish * share) / shares
      fractions[tables.service + i] = gains.service * Math.sqrt(share / strongest)
      this.askFor(i, entry >>> 8, root[share] as number)
    }
  }

  private askFor(place: number, service: number, root: number): void {
    const { fractions } = this
    const { services, nears } = this.by.kindred[service] as Kindred
    for (let i = 0; i < services.length; i++) {
      const row = tables.rows + rowLength * (services[i] as number)
      const near = nears[i] as number
      const pull = (fractions[row] as number) + near * near * root
      fractions[row] = pull
      fractions[row + 1] = pull * pull
      fractions[row + nearAt + place] = near
    }
  }

  /** @param groupsAt where in the profile its groups begin, with their number */
  private askAsAll(packed: Uint32Array, groupsAt: number): void {
    const { fractions, gains } = this
    const persons = packed[groupsAt] as number
    const first = groupsAt + 1
    let confidences = 0
    for (let i = 0; i < persons; i++) confidences += (packed[first + i] as number) & 255
    for (let i = 0; i < persons; i++) {
      const entry = packed[first + i] as number
      fractions[tables.fitting + i] = (0.5 * gains.group * (entry & 255)) / confidences
      fractions[tables.confidence + i] = confidenceIn(entry)
      this.askAs(i, entry >>> 8)
    }
    fractions[tables.leastFit] = persons ? 0 : 0.5
  }

  private askAs(place: number, group: number): void {
    const { suitability, groups } = this.by
    for (let offered = 0; offered < groups; offered++) {
      const row = this.groupsAt + rowLength * offered
      this.fractions[row + nearAt + place] = (suitability[offered * groups + group] as number) / 255
    }
  }
}

/** What features add at most: a negative weight adds nothing. */
function gainsOf(features: Weights['features']): Weights['features'] {
  const gains = Object.entries(features).map(([name, weight]) => [name, Math.max(0, weight)])
  return Object.fromEntries(gains) as Weights['features']
}
