import type { Analysis } from './analyse.js'
import type { Comparison } from './features.js'
import { sigmoid } from './network.js'
import type { NeedFacts, OfferingFacts, Packed } from './profile.js'
import type { Fit } from './recommendations.js'
import { features, logOdds, type ScoreContext, tagScore, type Weights, weightVector } from './score.js'
import { WordQuery } from './word-query.js'

const rank: Readonly<Record<Fit, number>> = { weak: 0, possible: 1, strong: 2 }

/** Whether one fit is as good as another. */
export const isAtLeast = (fit: Fit, other: Fit): boolean => rank[fit] >= rank[other]

/** Scores needs and offerings by weights that may become others. */
export class Scorer {
  readonly words = new WordQuery()
  private weighed: Weights
  private vector: Float32Array

  constructor(
    readonly by: Comparison,
    weights: Weights,
  ) {
    this.weighed = weights
    this.vector = weightVector(weights)
  }

  get weights(): Weights {
    return this.weighed
  }

  goBy(weights: Weights): void {
    this.weighed = weights
    this.vector = weightVector(weights)
  }

  /** Sets out to score for one need; good until the next is set out for. */
  contextOf(
    need: Packed,
    inferredAges: Analysis['ages'],
    regionChain: readonly string[],
    today: string,
  ): ScoreContext {
    return { by: this.by, words: this.words.of(need.packed), regionChain, today, inferredAges }
  }

  /**
   * Leaves the features in `values`.
   * @param packed the offering's profile
   */
  logOddsOf(
    need: NeedFacts & Packed,
    offering: OfferingFacts,
    packed: Uint32Array,
    context: ScoreContext,
    values: Float32Array,
  ): number {
    features(need, offering, packed, context, values)
    return this.logOdds(values)
  }

  logOdds(values: Float32Array): number {
    return logOdds(values, this.vector, this.weighed.bias)
  }

  /** The log-odds of what the texts say but for their words. */
  tagScore(values: Float32Array): number {
    return tagScore(values, this.vector, this.weighed.bias)
  }

  fit(logOdds: number): Fit {
    const chance = sigmoid(logOdds)
    return chance >= this.weighed.strong ? 'strong' : chance >= this.weighed.possible ? 'possible' : 'weak'
  }
}
