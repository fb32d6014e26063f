import type { Taxonomy } from '../taxonomy/index.js'
import type { Analysis } from './analyse.js'
import { contributions, sharedWords, whyItFits } from './explain.js'
import { sigmoid } from './network.js'
import type { Scored } from './places.js'
import type { Excluded, Pairing, Recommendations, RecommendOptions } from './recommendations.js'
import type { ScoreContext } from './score.js'
import { isAtLeast, type Scorer } from './scorer.js'

/** What a pairing is told from, beside the side that is shown. */
export interface Told {
  readonly analysis: Analysis
  readonly context: ScoreContext
  /** The offering's profile. */
  readonly packed: Uint32Array
  readonly values: Float32Array
}

/** Says of pairs how well they fit and why. */
export class Pairings {
  constructor(
    private readonly scorer: Scorer,
    private readonly taxonomy: Taxonomy,
  ) {}

  /** @param scored the side that is shown */
  pairing(
    { candidate: { id, title }, logOdds }: Scored<{ readonly id: string; readonly title: string }>,
    { analysis, context, packed, values }: Told,
    explain = false,
  ): Pairing {
    const { scorer, taxonomy } = this
    const shared = sharedWords(analysis, context.words, packed)
    const why = whyItFits(analysis, shared, { packed }, values, taxonomy, scorer.by)
    const plain = { id, title, score: roundedChance(logOdds), fit: scorer.fit(logOdds), why } as const
    if (!explain) return plain
    const words = shared.map(([word]) => word)
    return { ...plain, features: contributions(values, scorer.weights), words }
  }

  answer(
    all: readonly Pairing[],
    excluded: readonly Excluded[],
    { fit = 'weak' }: RecommendOptions,
  ): Recommendations {
    const items = all.filter((item) => isAtLeast(item.fit, fit))
    const verdict = all.some((item) => item.fit !== 'weak') ? 'matched' : 'none'
    return { verdict, items, excluded, weights: this.scorer.weights.version }
  }
}

/** The chance of log-odds, with four digits. */
export const roundedChance = (logOdds: number): number => Math.round(sigmoid(logOdds) * 10_000) / 10_000
