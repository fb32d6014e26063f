import { capacityTrust } from '../offerings/index.js'
import { type Comparison, compareTags, semanticFeatures, wordsFeature } from './features.js'
import { sigmoid } from './network.js'
import type { NeedFacts, OfferingFacts, Packed, Provider } from './profile.js'
import type { WordQuery } from './word-query.js'

/** What is compared beside the texts; each in [-1, 1], 0 when it is not known, so that it never counts then. */
export const practicalFeatures = ['near', 'mode', 'capacity', 'age', 'record', 'leadTime'] as const
export const featureNames = [...semanticFeatures, ...practicalFeatures] as const
export type FeatureName = (typeof featureNames)[number]

/** seeds/model/weights.json, or a district's own. */
export interface Weights {
  readonly version: string
  readonly bias: number
  readonly features: Readonly<Record<FeatureName, number>>
  /** From this score on an offering fits strongly, or possibly. */
  readonly strong: number
  readonly possible: number
}

export interface ScoreContext {
  readonly by: Comparison
  readonly words: WordQuery
  readonly regionChain: readonly string[]
  readonly today: string
  /** Ages the text speaks of, where nobody stated them. */
  readonly inferredAges: readonly { readonly from: number; readonly to: number }[]
}

/** Weights in the order of `featureNames`, ready for the inner loop. */
export const weightVector = (weights: Weights): Float32Array =>
  Float32Array.from(featureNames, (name) => weights.features[name])

/**
 * Writes every feature of the pair into `out`, in the order of `featureNames`.
 * @param packed the offering's profile
 */
export function features(
  need: NeedFacts & Packed,
  offering: OfferingFacts,
  packed: Uint32Array,
  context: ScoreContext,
  out: Float32Array,
): void {
  compareTags(need.packed, packed, 0, context.by, out)
  out[wordsFeature] = context.words.overlap(packed, 0, packed.length)
  practicalInto(need, offering, context, out)
}

/** Only what is not in the texts. */
export function practicalInto(
  need: NeedFacts,
  offering: OfferingFacts,
  context: ScoreContext,
  out: Float32Array,
): void {
  const first = semanticFeatures.length
  out[first] = nearness(offering, context.regionChain)
  out[first + 1] = modeFit(need, offering)
  out[first + 2] = capacityFit(need, offering, context.today)
  out[first + 3] = ageFit(offering, context.inferredAges)
  out[first + 4] = offering.provider ? recordOf(offering.provider) : 0
  out[first + 5] = leadTime(need, offering, context.today)
}

/** The log-odds of what the texts say but for their words. */
export function tagScore(values: Float32Array, weights: Float32Array, bias: number): number {
  let sum = bias
  for (let i = 0; i < wordsFeature; i++) sum += (weights[i] as number) * (values[i] as number)
  return sum
}

/** The log-odds of all features. */
export function logOdds(values: Float32Array, weights: Float32Array, bias: number): number {
  let sum = bias
  for (let i = 0; i < weights.length; i++) sum += (weights[i] as number) * (values[i] as number)
  return sum
}

/** The chance, in [0, 1], that a practitioner would call the offering clearly helpful; docs/matching.md#calibration. */
export function scoreOf(values: Float32Array, weights: Float32Array, bias: number): number {
  return sigmoid(logOdds(values, weights, bias))
}

/** The most that an offering's own record and capacity can add to the log-odds, whatever the need. */
export function meritOf({ provider, placesLeft }: OfferingFacts, { features: weigh }: Weights): number {
  const record = provider ? weigh.record * recordOf(provider) : 0
  const capacity = placesLeft === undefined ? 0 : placesLeft > 0 ? Math.abs(weigh.capacity) : -weigh.capacity
  return record + capacity
}

/**
 * The most that all other practical features can add.
 * @param level where in the need's chain of regions the offering is bound to; what lies beyond it is not near
 */
export function mostPractical(
  { features: weigh }: Weights,
  { level, modes, ages }: { readonly level: number; readonly modes: boolean; readonly ages: boolean },
): number {
  const near = Math.max(0, weigh.near) * (nearnessOfLevel[level] ?? 0)
  const mode = modes ? Math.abs(weigh.mode) : 0
  const age = ages ? Math.max(0.5 * weigh.age, -weigh.age) : 0
  return near + mode + age + Math.max(0, -weigh.leadTime)
}

const recordOf = ({ record }: Provider): number => 2 * record - 1

const nearnessOfLevel = [1, 0.5, 0.2]

/** An offering of the very community 1, of the street 0.5, of the district 0.2, from elsewhere 0. */
function nearness({ coverage }: OfferingFacts, chain: readonly string[]): number {
  if (!coverage || !chain.length) return 0
  for (let level = 0; level < chain.length; level++) {
    if (coverage.includes(chain[level] as string)) return nearnessOfLevel[level] ?? 0
  }
  return 0
}

function modeFit(need: NeedFacts, offering: OfferingFacts): number {
  if (!need.modes.length || !offering.modes.length) return 0
  return offering.modes.some((mode) => need.modes.includes(mode)) ? 1 : -1
}

/** 1 when the whole amount fits into what is left, less the older that word is; -1 when next to nothing does. */
function capacityFit(need: NeedFacts, { placesLeft, confirmBy }: OfferingFacts, today: string): number {
  if (placesLeft === undefined) return 0
  const fit = 2 * Math.min(1, placesLeft / Math.max(1, need.amount)) - 1
  return fit > 0 && confirmBy !== undefined ? fit * capacityTrust(confirmBy, today) : fit
}

/** Only for ages read from the text: what a person stated is a rule, not a feature. */
function ageFit({ ages }: OfferingFacts, spoken: ScoreContext['inferredAges']): number {
  if (!ages || !spoken.length) return 0
  return spoken.some((span) => span.to >= ages.from && span.from <= ages.to) ? 0.5 : -1
}

/** A pressing need and an offering that begins only later: 0 to -1 over a month. */
function leadTime(need: NeedFacts, { from }: OfferingFacts, today: string): number {
  if (!from || from <= today) return 0
  const days = (Date.parse(from) - Date.parse(today)) / 86_400_000
  const patience = { crisis: 1, urgent: 3, soon: 14, routine: 60 }[need.urgency]
  return -Math.min(1, days / patience)
}
