import type { Taxonomy, Tree } from '../taxonomy/index.js'
import type { Packed } from './profile.js'

/** What is compared between a need's text and an offering's text; each in [0, 1]. docs/matching.md has the formulas. */
export const semanticFeatures = [
  'service',
  'wish',
  'affinity',
  'group',
  'otherGroup',
  'open',
  'words',
] as const
export type SemanticFeature = (typeof semanticFeatures)[number]

const at = Object.fromEntries(semanticFeatures.map((name, i) => [name, i])) as Record<SemanticFeature, number>

/** Distances of the two trees in tables, made once. */
export interface Comparison {
  /** services x services: how near what is done comes to what is asked. */
  readonly closeness: Float32Array
  readonly services: number
  /** groups offered x groups of the person: how well the one suits the other. */
  readonly suitability: Float32Array
  readonly groups: number
  /** Index of the group that stands for everybody. */
  readonly everybody: number
}

export function createComparison({ services, groups }: Taxonomy): Comparison {
  return {
    closeness: table(services.terms.length, (a, b) => closeness(services, a, b)),
    services: services.terms.length,
    suitability: table(groups.terms.length, (offered, person) => suitability(groups, offered, person)),
    groups: groups.terms.length,
    everybody: groups.indexOf('general'),
  }
}

function table(size: number, value: (a: number, b: number) => number): Float32Array {
  return Float32Array.from({ length: size * size }, (_, i) => value(Math.floor(i / size), i % size))
}

/**
 * The same service 1, parent and child 0.7 (0.45 where the parent is a root, which says little), children of one
 * second-level parent 0.45 (漏水, 噪音), of one root 0.2.
 */
function closeness(tree: Tree, a: number, b: number): number {
  if (a === b) return 1
  const steps = tree.distance(a, b)
  if (steps === 1) return tree.depthOf(a) === 0 || tree.depthOf(b) === 0 ? 0.45 : 0.7
  if (steps === 2) return tree.depthOf(a) === 2 && tree.depthOf(b) === 2 ? 0.45 : 0.2
  return steps === 3 ? 0.15 : 0
}

/** The same group 1, a wider one 0.9, a narrower one 0.55 (the person may not belong to it), a sister 0.35, else 0. */
function suitability(tree: Tree, offered: number, person: number): number {
  if (offered === person) return 1
  if (tree.covers(offered, person)) return 0.9
  if (tree.covers(person, offered)) return 0.55
  return tree.distance(offered, person) === 2 ? 0.35 : 0
}

/** From this confidence on a group counts as named. */
const named = 0.4

const share = (entry: number): number => (entry & 255) / 255

/**
 * Compares what a need and an offering are about and writes all semantic features but `words` into `out`. No
 * allocation: this runs some hundred times per recommendation.
 */
export function compareTags(need: Packed, offering: Packed, by: Comparison, out: Float32Array): void {
  compareServices(need.packed, offering.packed, by, out)
  compareGroups(need.packed, offering.packed, by, out)
}

function compareServices(need: Uint32Array, offering: Uint32Array, by: Comparison, out: Float32Array): void {
  const asked = need[0] as number
  const done = offering[0] as number
  // The first tag of each is its strongest: they are packed in order.
  const strongestAsked = asked ? share(need[1] as number) : 1
  const strongestDone = done ? share(offering[1] as number) : 1
  let service = 0
  let wish = 0
  let wished = 0
  let affinity = 0
  for (let i = 1; i <= asked; i++) {
    const entry = need[i] as number
    const weight = share(entry)
    const row = (entry >>> 8) * by.services
    let met = 0
    for (let j = 1; j <= done; j++) {
      const other = offering[j] as number
      const near = by.closeness[row + (other >>> 8)] as number
      if (near === 0) continue
      const part = share(other)
      const value = near * Math.sqrt(part / strongestDone)
      if (value > met) met = value
      affinity += near * near * Math.sqrt(weight * part)
    }
    wish += weight * met
    wished += weight
    const reached = met * Math.sqrt(weight / strongestAsked)
    if (reached > service) service = reached
  }
  out[at.service] = Math.min(1, service)
  out[at.wish] = wished > 0 ? Math.min(1, wish / wished) : 0
  out[at.affinity] = Math.min(1, affinity)
}

function compareGroups(need: Uint32Array, offering: Uint32Array, by: Comparison, out: Float32Array): void {
  const needAt = 1 + (need[0] as number)
  const persons = need[needAt] as number
  const offeringAt = 1 + (offering[0] as number)
  const offered = offering[offeringAt] as number
  let specific = false
  for (let j = 1; j <= offered; j++) {
    const entry = offering[offeringAt + j] as number
    if (entry >>> 8 !== by.everybody && share(entry) > named) specific = true
  }
  let sum = 0
  let fitting = 0
  let surest = 0
  for (let i = 1; i <= persons; i++) {
    const entry = need[needAt + i] as number
    const confidence = share(entry)
    const person = entry >>> 8
    let fit = 0
    for (let j = 1; j <= offered; j++) {
      const other = offering[offeringAt + j] as number
      const value = (by.suitability[(other >>> 8) * by.groups + person] as number) * share(other)
      if (value > fit) fit = value
    }
    fitting += confidence * fit
    sum += confidence
    if (confidence * fit > surest) surest = confidence * fit
  }
  out[at.group] = sum > 0 ? 0.5 * (fitting / sum) + 0.5 * surest : 0
  out[at.otherGroup] = specific && sum > 0 ? 1 - Math.min(1, surest / 0.5) : 0
  out[at.open] = specific ? 0 : 1
}

/** A need's telling words laid out for quick look-up in packed profiles. */
export class WordQuery {
  private readonly slots = new Int32Array(512).fill(-1)
  private readonly keys: number[] = []
  private readonly weights: number[] = []
  private total = 3

  /** @param words entry (word key << 8) to its rarity */
  constructor(words: Iterable<readonly [key: number, rarity: number]>) {
    for (const [key, rarity] of words) {
      if (this.keys.length >= 256) break
      let slot = key & 511
      while ((this.slots[slot] as number) >= 0) slot = (slot + 1) & 511
      this.slots[slot] = this.keys.push(key) - 1
      this.weights.push(rarity)
      this.total += rarity
    }
  }

  /** Share of the rarity of all its words that stands in the profile, in [0, 1); a few words never reach 1. */
  overlap(profile: Packed): number {
    const { packed } = profile
    const groupsAt = 1 + (packed[0] as number)
    let sum = 0
    for (let i = groupsAt + 1 + (packed[groupsAt] as number); i < packed.length; i++) {
      const key = (packed[i] as number) >>> 8
      let slot = key & 511
      for (let index = this.slots[slot] as number; index >= 0; index = this.slots[slot] as number) {
        if (this.keys[index] === key) {
          sum += this.weights[index] as number
          break
        }
        slot = (slot + 1) & 511
      }
    }
    return sum / this.total
  }
}

export const wordsFeature = at.words
