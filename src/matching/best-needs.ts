import type { Analysis, Stated } from './analyse.js'
import type { OfferingProfile } from './best-offerings.js'
import type { Slot } from './candidate-table.js'
import { type Candidate, CandidateIndex, rounding } from './candidates.js'
import { compareTags } from './features.js'
import { OfferingBound } from './offering-bound.js'
import { inOrder, Places, type Scored } from './places.js'
import type { NeedFacts, Packed } from './profile.js'
import type { LeastFit, RecommendOptions } from './recommendations.js'
import { passesRules, type RuleContext } from './rules.js'
import { featureNames, meritOf, mostPractical, type ScoreContext } from './score.js'
import { isAtLeast, type Scorer } from './scorer.js'

/** What a need's analysis was made from, kept for the explanation of the few that are shown. */
export interface NeedSource {
  readonly text: string
  readonly stated: Stated
}

export type NeedProfile = NeedFacts &
  Candidate & { readonly source: NeedSource; readonly spokenAges: Analysis['ages'] }

/** All open needs, and which of them an offering fits best: the same score from the other side. */
export class BestNeeds {
  readonly index: CandidateIndex<NeedProfile>
  private readonly values = new Float32Array(featureNames.length)

  constructor(
    private readonly scorer: Scorer,
    private readonly demanded: RuleContext['demanded'],
    readonly contextOf: (need: NeedProfile & Packed, today: string) => ScoreContext,
  ) {
    this.index = new CandidateIndex(scorer.by)
  }

  /**
   * The best, in order.
   * @param leastFit keeps the others out of the answer
   */
  find(
    offering: OfferingProfile & Packed,
    options: RecommendOptions,
    leastFit: LeastFit,
  ): Scored<NeedProfile & Packed>[] {
    const { scorer, index, values } = this
    const { weights, by } = scorer
    const mostOfWords = Math.max(0, weights.features.words)
    const regions = offering.everywhere ? undefined : offering.regions
    const beside = mostPractical(weights, { level: 0, modes: true, ages: true }) + meritOf(offering, weights)
    const scored: Scored<NeedProfile & Packed>[] = []
    const places = new Places(options)
    const seen = new Set<Slot>()
    const bound = new OfferingBound(offering.packed, mostOfWords, by, weights, index.rows)
    index.search({ regions, bound, beside: Array((regions?.length ?? 0) + 1).fill(beside) }, (slot) => {
      if (seen.has(slot)) return places.least
      seen.add(slot)
      const fits = leastFit(index.at(slot))
      if (fits === undefined) return places.least
      const need = { ...index.at(slot), packed: index.packed(slot) }
      compareTags(need.packed, offering.packed, 0, by, values)
      const most = scorer.tagScore(values) + mostOfWords + beside
      if (!need.open || most < places.least - rounding) return places.least
      const context = this.contextOf(need, options.today)
      if (!passesRules(need, offering, { ...context, demanded: this.demanded })) return places.least
      const score = scorer.logOddsOf(need, offering, offering.packed, context, values)
      if (!isAtLeast(scorer.fit(score), fits)) return places.least
      scored.push({ candidate: need, logOdds: score })
      places.add(undefined, score)
      return places.least
    })
    return inOrder(scored).slice(0, options.limit)
  }
}
