import type { Contribution, ExplainedReason, Sentence } from './explain.js'
import type { NeedFacts, OfferingFacts } from './profile.js'
import type { FeatureName } from './score.js'

/** strong and possible are recommendations; weak is what comes nearest when nothing fits. */
export type Fit = 'strong' | 'possible' | 'weak'

export interface Pairing {
  /** The offering's id, or the need's in the other direction. */
  readonly id: string
  readonly title: string
  /** The chance, in [0, 1], that a practitioner would call the offering clearly helpful for the need. */
  readonly score: number
  readonly fit: Fit
  readonly why: Sentence
  /** Only when asked for: every feature with what it adds, and the words both texts share. */
  readonly features?: Readonly<Record<FeatureName, Contribution>>
  readonly words?: readonly string[]
}

/** One pairing with everything that can be said of it. */
export interface ExplainedPairing extends Omit<Pairing, 'features'> {
  readonly features: Readonly<Record<string, Contribution>>
  /** The hard rules that stand between the two; empty for what may be recommended. */
  readonly against: readonly ExplainedReason[]
  readonly weights: string
}

export interface Excluded {
  readonly id: string
  readonly title: string
  readonly score: number
  readonly reasons: readonly ExplainedReason[]
}

export interface Recommendations {
  /** `none`: nothing reaches `possible`; what is nearest is in `items` all the same, as weak. */
  readonly verdict: 'matched' | 'none'
  readonly items: readonly Pairing[]
  /** Those that would have been among the best but for a hard rule, and which. */
  readonly excluded: readonly Excluded[]
  readonly weights: string
}

export interface RecommendOptions {
  /** > 0, over HTTP at most 100. */
  readonly limit: number
  /** ISO day that rules look at. */
  readonly today: string
  readonly explain?: boolean
  /** Leave out what fits less; default `weak`: nothing. */
  readonly fit?: Fit
  /** At most this many of one organisation among the first `limit`; default 2. */
  readonly perProvider?: number
}

/** Which needs may be found for an offering, and from which fit on; undefined: never. */
export type LeastFit = (need: NeedFacts) => Fit | undefined

/** Whether an offering may be named to whoever asks. */
export type MayName = (offering: OfferingFacts) => boolean
