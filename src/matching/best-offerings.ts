import type { Slot } from './candidate-table.js'
import { type Candidate, CandidateIndex, rounding } from './candidates.js'
import { compareTags, wordsFeature } from './features.js'
import { LeanFacts } from './lean-facts.js'
import { NeedBound } from './need-bound.js'
import { Places, type Scored } from './places.js'
import { mainOf, type NeedFacts, type OfferingFacts, type Packed } from './profile.js'
import type { MayName, RecommendOptions } from './recommendations.js'
import { type Offered, passesRules, type RuleContext } from './rules.js'
import {
  featureNames,
  meritOf,
  mostPractical,
  practicalInto,
  type ScoreContext,
  type Weights,
} from './score.js'
import type { Scorer } from './scorer.js'

export type OfferingProfile = Offered & Candidate

export interface ScoredOffering extends Scored<OfferingProfile> {
  readonly slot: Slot
  /** Its features: good until the next question. */
  readonly values: Float32Array
}

export interface Asked {
  readonly need: NeedFacts & Packed
  readonly context: ScoreContext
  readonly rules: RuleContext
  /** Keeps the others out of the answer. */
  readonly mayName: MayName
}

/** All offerings, and which of them are the best for a need. */
export class BestOfferings {
  readonly index: CandidateIndex<OfferingProfile>
  private readonly bound: NeedBound
  private lean = new LeanFacts()
  private readonly kept: Float32Array[] = []

  constructor(private readonly scorer: Scorer) {
    this.index = new CandidateIndex(scorer.by)
    this.bound = new NeedBound(scorer.by, scorer.weights, scorer.words, this.index.rows)
  }

  put(id: string, packed: Uint32Array, facts: OfferingFacts): void {
    this.index.put(profileOf(id, packed, this.lean.of(facts)), packed, meritOf(facts, this.scorer.weights))
  }

  clear(): void {
    this.index.clear()
    this.lean = new LeanFacts()
  }

  /** To be called when the scorer goes by other weights. */
  goBy(weights: Weights): void {
    this.bound.goBy(weights)
    for (const { packed, ...offering } of [...this.index.all()])
      this.index.put(offering, packed, meritOf(offering, weights))
  }

  /**
   * All that can have a place in the answer, and those that a rule keeps from one. The words, and then what is not in the
   * texts, are only compared where they could still decide.
   */
  find(asked: Asked, options: RecommendOptions): Record<'scored' | 'refused', ScoredOffering[]> {
    const { need, context, rules, mayName } = asked
    const { index, scorer } = this
    const wordsWeight = scorer.weights.features.words
    const mostOfWords = Math.max(0, wordsWeight) * context.words.most
    const scored: ScoredOffering[] = []
    const refused: ScoredOffering[] = []
    const places = new Places(options)
    const seen = new Set<Slot>()
    index.search(this.searchFor(asked), (slot, data, start, end, most) => {
      const { least } = places
      const words = context.words.overlap(data, start, end)
      if (most - mostOfWords + wordsWeight * words < least - rounding || seen.has(slot)) return least
      seen.add(slot)
      const offering = index.at(slot)
      if (!mayName(offering)) return least
      const values = this.valuesOf(scored.length + refused.length)
      compareTags(need.packed, data, start, scorer.by, values)
      values[wordsFeature] = words
      practicalInto(need, offering, context, values)
      const found = { candidate: offering, logOdds: scorer.logOdds(values), slot, values }
      if (found.logOdds < least) return least
      if (passesRules(need, offering, rules)) {
        scored.push(found)
        places.add(offering.provider?.id, found.logOdds)
      } else refused.push(found)
      return places.least
    })
    return { scored, refused }
  }

  private searchFor({ need, context }: Asked) {
    const { weights } = this.scorer
    const asked = { modes: need.modes.length > 0, ages: context.inferredAges.length > 0 }
    const levels = [...context.regionChain.keys(), Number.POSITIVE_INFINITY]
    return {
      regions: need.region ? context.regionChain : undefined,
      bound: this.bound.of(need.packed),
      beside: levels.map((level) => mostPractical(weights, { level, ...asked })),
    }
  }

  /** Room for the features of what is found, used again by each question. */
  private valuesOf(place: number): Float32Array {
    this.kept[place] ??= new Float32Array(featureNames.length)
    return this.kept[place]
  }
}

export function profileOf(id: string, packed: Uint32Array, facts: OfferingFacts): OfferingProfile {
  const isAfar = facts.modes.some((mode) => mode === 'phone' || mode === 'online')
  const everywhere = isAfar || !facts.coverage
  return { id, ...facts, regions: facts.coverage, everywhere, main: mainOf({ packed }) }
}
