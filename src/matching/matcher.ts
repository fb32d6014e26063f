import type { Qualifications } from '../taxonomy/index.js'
import { type Analysis, analyseNeed, analyseOffering, type Stated } from './analyse.js'
import { BestNeeds, type NeedSource } from './best-needs.js'
import { BestOfferings, type OfferingProfile, profileOf } from './best-offerings.js'
import { findAges } from './cues/age.js'
import { explainReason } from './explain.js'
import { comparisonOf } from './features.js'
import type { Language } from './language.js'
import { sigmoid } from './network.js'
import { Pairings, roundedChance } from './pairings.js'
import { inOrder, spread } from './places.js'
import { type NeedFacts, noFacts, type OfferingFacts, type Packed, pack } from './profile.js'
import type {
  ExplainedPairing,
  Fit,
  LeastFit,
  MayName,
  Recommendations,
  RecommendOptions,
} from './recommendations.js'
import { failedRules, passesRules, type RuleContext } from './rules.js'
import { featureNames, type ScoreContext, type Weights } from './score.js'
import { Scorer } from './scorer.js'

export interface MatcherOptions {
  readonly language: Language
  readonly weights: Weights
  readonly qualifications?: Qualifications
  /** The region and everything above it, nearest first. */
  readonly regionChain?: (code: string) => readonly string[]
}

/** One need, ready to be compared with offerings. */
interface Question {
  readonly analysis: Analysis
  readonly need: NeedFacts & Packed
  readonly context: ScoreContext
  readonly rules: RuleContext
}

const mostExcluded = 5
/** Nothing that scores less is worth an excuse. */
const leastExcluded = 0.05
const anyone: MayName = () => true
const anyFit: LeastFit = () => 'weak'

/**
 * Analyse, retrieve, filter, score, explain: the one matcher behind API, command line, jobs and benchmarks. Holds
 * what it matches in memory and does no I/O; the same input gives the same answer in the same order.
 */
export class Matcher {
  private readonly demanded = new Map<number, readonly string[]>()
  private readonly scorer: Scorer
  private readonly bestOfferings: BestOfferings
  private readonly bestNeeds: BestNeeds
  private readonly pairings: Pairings
  private readonly values = new Float32Array(featureNames.length)

  constructor(private readonly options: MatcherOptions) {
    const { language, weights, qualifications } = options
    const { taxonomy } = language
    this.scorer = new Scorer(comparisonOf(taxonomy), weights)
    this.bestOfferings = new BestOfferings(this.scorer)
    this.bestNeeds = new BestNeeds(this.scorer, this.demanded, (need, today) =>
      this.scorer.contextOf(need, need.spokenAges, this.chain(need.region), today),
    )
    this.pairings = new Pairings(this.scorer, taxonomy)
    for (const [service, codes] of Object.entries(qualifications?.demanded ?? {})) {
      this.demanded.set(taxonomy.services.indexOf(service), codes)
    }
  }

  get weights(): Weights {
    return this.scorer.weights
  }

  get offerings(): BestOfferings['index'] {
    return this.bestOfferings.index
  }

  get needs(): BestNeeds['index'] {
    return this.bestNeeds.index
  }

  /** Scores by other weights from now on; what the organisations' records add is counted anew for every offering. */
  goBy(weights: Weights): void {
    if (weights.version === this.weights.version) return
    this.scorer.goBy(weights)
    this.bestOfferings.goBy(weights)
  }

  /** @param stated what the organisation filled in; it wins over what the text suggests */
  putOffering(
    id: string,
    text: { title: string; text: string },
    stated: Stated,
    facts: OfferingFacts,
    year: number,
  ): void {
    this.putPacked(id, this.packOffering(text, stated, year), facts)
  }

  /** As `putOffering`, for an analysis that was kept. */
  putPacked(id: string, packed: Uint32Array, facts: OfferingFacts): void {
    this.bestOfferings.put(id, packed, facts)
  }

  /** @param packed an analysis of `source` that was kept; made anew where it is missing */
  putNeed(id: string, source: NeedSource, facts: NeedFacts, year: number, packed?: Uint32Array): void {
    const analysed = packed ?? pack(this.analyse(source.text, source.stated, year))
    const { ages } = source.stated
    const spokenAges = ages ? [ages] : findAges(this.options.language.normalize(source.text), year)
    const regions = facts.region ? [...this.chain(facts.region)] : undefined
    const profile = { id, ...facts, regions, everywhere: !regions, source, spokenAges }
    this.needs.put(profile, analysed, 0)
  }

  /** Forgets all that it matches, and is as a new one. */
  clear(): void {
    this.bestOfferings.clear()
    this.needs.clear()
  }

  /** Brings in order what came and went; the next question does it otherwise. */
  settle(): void {
    this.offerings.settle()
    this.needs.settle()
  }

  analyse(text: string, stated: Stated, year: number): Analysis {
    return analyseNeed(text, stated, this.options.language, year)
  }

  /** Offerings for a need, best first. @param mayName keeps the others out of the answer and its counts; default all */
  recommend(
    analysis: Analysis,
    facts: NeedFacts,
    options: RecommendOptions,
    mayName: MayName = anyone,
  ): Recommendations {
    const question = this.question(analysis, facts, options.today)
    const { need, context, rules } = question
    const { scored, refused } = this.bestOfferings.find({ ...question, mayName }, options)
    const best = spread(inOrder(scored), options, (offering) => offering.provider?.id)
    const items = best.map((each) => {
      const told = { analysis, context, packed: this.offerings.packed(each.slot), values: each.values }
      return this.pairings.pairing(each, told, options.explain)
    })
    const least = Math.max(items.at(-1)?.score ?? 0, leastExcluded)
    const excluded = inOrder(refused)
      .filter(({ logOdds }) => sigmoid(logOdds) >= least)
      .slice(0, mostExcluded)
      .map(({ candidate, logOdds }) => ({
        id: candidate.id,
        title: candidate.title,
        score: roundedChance(logOdds),
        reasons: failedRules(need, candidate, rules).map(explainReason),
      }))
    return this.pairings.answer(items, excluded, options)
  }

  /** What is to be said of one pairing, also where a hard rule stands between the two; undefined for an unknown offering. */
  explainPair(
    analysis: Analysis,
    facts: NeedFacts,
    offeringId: string,
    today: string,
  ): ExplainedPairing | undefined {
    const offering = this.offerings.get(offeringId)
    if (!offering) return undefined
    const { need, context, rules } = this.question(analysis, facts, today)
    const { values } = this
    const logOdds = this.scorer.logOddsOf(need, offering, offering.packed, context, values)
    const told = { analysis, context, packed: offering.packed, values }
    const { features = {}, ...said } = this.pairings.pairing({ candidate: offering, logOdds }, told, true)
    const against = failedRules(need, offering, rules).map(explainReason)
    return { ...said, features, against, weights: this.weights.version }
  }

  /**
   * Open needs for an offering, best first: the same score from the other side.
   * @param leastFit keeps the others out of the answer; default all
   */
  needsFor(
    offeringId: string,
    options: RecommendOptions,
    leastFit: LeastFit = anyFit,
  ): Recommendations | undefined {
    const offering = this.offerings.get(offeringId)
    return offering && this.neededBy(offering, options, leastFit)
  }

  /** Ids of open needs that a kept offering fits, or would if it were open, and of those that its words fit anywhere; of each the best. */
  needsAbout(offeringId: string, options: RecommendOptions): string[] {
    const offering = this.offerings.get(offeringId)
    if (!offering) return []
    const { packed, title } = offering
    // One that is paused or full concerns those whom it would serve otherwise: its own places before the whole district's.
    const willing = {
      ...offering,
      ...{ published: true, placesLeft: undefined, until: undefined, confirmBy: undefined },
    }
    const free = { ...profileOf('', packed, noFacts(title)), packed }
    const found = [willing, free].flatMap((each) => this.bestNeeds.find(each, options, () => 'possible'))
    return [...new Set(found.map(({ candidate }) => candidate.id))]
  }

  /** As `needsFor`, for an offering that is not kept. */
  needsForText(
    text: { title: string; text: string },
    stated: Stated,
    facts: OfferingFacts,
    options: RecommendOptions,
    leastFit: LeastFit = anyFit,
  ): Recommendations {
    const packed = this.packOffering(text, stated, yearOf(options.today))
    return this.neededBy({ ...profileOf('', packed, facts), packed }, options, leastFit)
  }

  /** How well an offering fits a need; undefined where a hard rule stands between, or it is not held. */
  fitOf(analysis: Analysis, facts: NeedFacts, offeringId: string, today: string): Fit | undefined {
    const offering = this.offerings.get(offeringId)
    if (!offering) return undefined
    const { need, context, rules } = this.question(analysis, facts, today)
    if (!passesRules(need, offering, rules)) return undefined
    return this.scorer.fit(this.scorer.logOddsOf(need, offering, offering.packed, context, this.values))
  }

  private neededBy(
    offering: OfferingProfile & Packed,
    options: RecommendOptions,
    leastFit: LeastFit,
  ): Recommendations {
    const { packed } = offering
    const { values } = this
    const items = this.bestNeeds.find(offering, options, leastFit).map((scored) => {
      const need = scored.candidate
      const analysis = this.analyse(need.source.text, need.source.stated, yearOf(options.today))
      const context = this.bestNeeds.contextOf(need, options.today)
      this.scorer.logOddsOf(need, offering, packed, context, values)
      return this.pairings.pairing(scored, { analysis, context, packed, values }, options.explain)
    })
    return this.pairings.answer(items, [], options)
  }

  private packOffering(text: { title: string; text: string }, stated: Stated, year: number): Uint32Array {
    return pack(analyseOffering(text, stated, this.options.language, year))
  }

  private question(analysis: Analysis, facts: NeedFacts, today: string): Question {
    const need = { ...facts, packed: pack(analysis) }
    const regionChain = this.chain(facts.region)
    const context = this.scorer.contextOf(need, analysis.ages, regionChain, today)
    return { analysis, need, context, rules: { today, regionChain, demanded: this.demanded } }
  }

  /** A region and everything above it, nearest first; empty where there is none. */
  private chain(code: string | undefined): readonly string[] {
    if (!code) return []
    return this.options.regionChain?.(code) ?? [code]
  }
}

const yearOf = (day: string): number => Number(day.slice(0, 4))
