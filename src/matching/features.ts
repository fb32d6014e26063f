import type { Taxonomy, Tree } from '../taxonomy/index.js'
import { confidenceIn } from './profile.js'

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

/** Distances of the two trees in tables. */
export interface Comparison {
  /** services x services: how near what is done comes to what is asked. */
  readonly closeness: Float32Array
  readonly services: number
  /** For each service those that are not far from it, itself among them. */
  readonly kindred: readonly Kindred[]
  /** groups offered x groups of the person: how well the one suits the other. */
  readonly suitability: Float32Array
  readonly groups: number
  /** Index of the group that stands for everybody. */
  readonly everybody: number
}

/** What is near to a service, and how near. */
export interface Kindred {
  readonly services: readonly number[]
  readonly nears: readonly number[]
}

const made = new WeakMap<Taxonomy, Comparison>()

/** Made once for a taxonomy: it takes some 40 ms, and whoever matches texts that are not kept wants a matcher for each time. */
export function comparisonOf(taxonomy: Taxonomy): Comparison {
  const known = made.get(taxonomy)
  if (known) return known
  const comparison = createComparison(taxonomy)
  made.set(taxonomy, comparison)
  return comparison
}

function createComparison({ services, groups }: Taxonomy): Comparison {
  const near = table(services.terms.length, (a, b) => closeness(services, a, b))
  return {
    closeness: near,
    services: services.terms.length,
    kindred: kindredIn(near, services.terms.length),
    suitability: table(groups.terms.length, (offered, person) => suitability(groups, offered, person)),
    groups: groups.terms.length,
    everybody: groups.indexOf('general'),
  }
}

function kindredIn(closeness: Float32Array, size: number): Kindred[] {
  return Array.from({ length: size }, (_, service) => {
    const row = closeness.subarray(service * size, (service + 1) * size)
    const services = [...row.keys()].filter((other) => row[other])
    return { services, nears: services.map((other) => row[other] as number) }
  })
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

/** Surer than this, a group counts as named. */
export const named = 0.4

/**
 * Compares what a need and an offering are about and writes all semantic features but `words` into `out`. No
 * allocation: this runs some hundred times per recommendation.
 * @param need a packed profile
 * @param data where the offering's packed profile lies, from `start` on
 */
export function compareTags(
  need: Uint32Array,
  data: Uint32Array,
  start: number,
  by: Comparison,
  out: Float32Array,
): void {
  compareServices(need, data, start, by, out)
  compareGroups(need, data, start + 1 + (data[start] as number), by, out)
}

function compareServices(
  need: Uint32Array,
  data: Uint32Array,
  start: number,
  by: Comparison,
  out: Float32Array,
): void {
  const asked = need[0] as number
  const end = start + (data[start] as number)
  const strongestAsked = asked ? confidenceIn(need[1] as number) : 1
  const strongestDone = end > start ? confidenceIn(data[start + 1] as number) : 1
  let service = 0
  let wish = 0
  let wished = 0
  let affinity = 0
  for (let i = 1; i <= asked; i++) {
    const entry = need[i] as number
    const weight = confidenceIn(entry)
    const row = (entry >>> 8) * by.services
    let met = 0
    for (let j = start + 1; j <= end; j++) {
      const other = data[j] as number
      const near = by.closeness[row + (other >>> 8)] as number
      if (near === 0) continue
      const part = confidenceIn(other)
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

/** @param start where the offering's groups begin, with their number */
function compareGroups(
  need: Uint32Array,
  data: Uint32Array,
  start: number,
  by: Comparison,
  out: Float32Array,
): void {
  const needAt = 1 + (need[0] as number)
  const persons = need[needAt] as number
  const end = start + (data[start] as number)
  const specific = isSpecific(data, start, by)
  let sum = 0
  let fitting = 0
  let surest = 0
  for (let i = 1; i <= persons; i++) {
    const entry = need[needAt + i] as number
    const confidence = confidenceIn(entry)
    const person = entry >>> 8
    let fit = 0
    for (let j = start + 1; j <= end; j++) {
      const other = data[j] as number
      const value = (by.suitability[(other >>> 8) * by.groups + person] as number) * confidenceIn(other)
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

/**
 * Whether an offering names a group that it is for.
 * @param start where its groups begin in its packed profile, with their number
 */
export function isSpecific(data: Uint32Array, start: number, by: Comparison): boolean {
  const end = start + (data[start] as number)
  for (let j = start + 1; j <= end; j++) {
    const entry = data[j] as number
    if (entry >>> 8 !== by.everybody && confidenceIn(entry) > named) return true
  }
  return false
}

export const wordsFeature = at.words
