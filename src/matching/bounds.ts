import type { Address } from './arena.js'
import { someOpen, someSpecific } from './envelope.js'
import type { Weights } from './score.js'

/** Says how high candidates can score by their texts and merits, in log-odds: `fanOut` at most at once. */
export interface Bound {
  /** Bounds any candidate within each of some envelopes, which lie one after another from `first` on. */
  envelopes(first: Address, count: number): void
  /** Bounds candidates whose briefs lie one after another. */
  briefs(first: Address, count: number): void
  /** Of those that were bounded last: where each envelope, or candidate, lies and how high it can score. */
  readonly begins: Uint32Array
  readonly bounds: Float32Array
}

/** The square root of n/255. */
export const root = Float64Array.from({ length: 256 }, (_, n) => Math.sqrt(n / 255))

/** The most that a feature within [0, `value`] adds; a negative weight is least harmful at 0. */
export const upTo = (value: number, weight: number): number => Math.max(0, weight) * Math.min(1, value)

/** Shares of one text have a sum, and so has what they can bring: Cauchy and Schwarz. */
export const affinityUpTo = (sum: number, squares: number, shares: number): number =>
  Math.min(sum, Math.sqrt((squares * shares) / 255))

/** The most that `open` and `otherGroup` add, where no person's group fits better than `surest`. */
export function mostOfKinds(kinds: number, surest: number, weigh: Weights['features']): number {
  const other = Math.max(weigh.otherGroup, weigh.otherGroup * (1 - Math.min(1, surest / 0.5)))
  const open = kinds & someOpen ? weigh.open : Number.NEGATIVE_INFINITY
  return Math.max(open, kinds & someSpecific ? other : Number.NEGATIVE_INFINITY)
}
