import type { Qualifications } from '../taxonomy/index.js'
import { type Analysis, analyseNeed, analyseOffering, type Stated } from './analyse.js'
import { type Candidate, CandidateIndex, rounding } from './candidates.js'
import { findAges } from './cues/age.js'
import { contributions, explainReason, sharedWords, whyItFits } from './explain.js'
import { type Comparison, compareTags, createComparison, wordsFeature } from './features.js'
import type { Language } from './language.js'
import { LeanFacts } from './lean-facts.js'
import { NeedBound } from './need-bound.js'
import { sigmoid } from './network.js'
import { OfferingBound } from './offering-bound.js'
import { inOrder, Places, type Scored, spread } from './places.js'
import { mainOf, type NeedFacts, noFacts, type OfferingFacts, type Packed, pack } from './profile.js'
import type {
  Excluded,
  ExplainedPairing,
  Fit,
  LeastFit,
  MayName,
  Pairing,
  Recommendations,
  RecommendOptions,
} from './recommendations.js'
import { failedRules, type Offered, passesRules, type RuleContext } from './rules.js'
import {
  featureNames,
  features,
  logOdds,
  meritOf,
  mostPractical,
  practicalInto,
  type ScoreContext,
  tagScore,
  type Weights,
  weightVector,
} from './score.js'
import { WordQuery } from './word-query.js'

export interface MatcherOptions {
  readonly language: Language
  readonly weights: Weights
  readonly qualifications?: Qualifications
  /** The region and everything above it, nearest first. */
  readonly regionChain?: (code: string) => readonly string[]
}

/** What a need's analysis was made from, kept for the explanation of the few that are shown. */
export interface NeedSource {
  readonly text: string
  readonly stated: Stated
}

type OfferingProfile = Offered & Candidate
type NeedProfile = NeedFacts &
  Candidate & { readonly source: NeedSource; readonly spokenAges: Analysis['ages'] }

/** A need and an offering with all that scores and explains them. */
interface Pair {
  readonly analysis: Analysis
  readonly need: NeedFacts & Packed
  readonly offering: OfferingFacts
  readonly packed: Uint32Array
  readonly context: ScoreContext
}

const mostExcluded = 5
/** Nothing that scores less is worth an excuse. */
const leastExcluded = 0.05
const rank: Readonly<Record<Fit, number>> = { weak: 0, possible: 1, strong: 2 }
const anyone: MayName = () => true
const anyFit: LeastFit = () => 'weak'

/**
 * Analyse, retrieve, filter, score, explain: the one matcher behind API, command line, jobs and benchmarks. Holds
 * what it matches in memory and does no I/O; the same input gives the same answer in the same order.
 */
export class Matcher {
  private readonly by: Comparison
  private weighed: Weights
  private vector: Float32Array
  private readonly demanded = new Map<number, readonly string[]>()
  readonly offerings: CandidateIndex<OfferingProfile>
  readonly needs: CandidateIndex<NeedProfile>
  private readonly values = new Float32Array(featureNames.length)
  private readonly words = new WordQuery()
  private readonly lean = new LeanFacts()
  private readonly needBound: NeedBound

  constructor(private readonly options: MatcherOptions) {
    const { language, weights, qualifications } = options
    this.by = createComparison(language.taxonomy)
    this.weighed = weights
    this.vector = weightVector(weights)
    this.offerings = new CandidateIndex(this.by)
    this.needBound = new NeedBound(this.by, weights, this.words, this.offerings.rows)
    this.needs = new CandidateIndex(this.by)
    for (const [service, codes] of Object.entries(qualifications?.demanded ?? {})) {
      this.demanded.set(language.taxonomy.services.indexOf(service), codes)
    }
  }

  get weights(): Weights {
    return this.weighed
  }

  /** Scores by other weights from now on; what the organisations' records add is counted anew for every offering. */
  goBy(weights: Weights): void {
    if (weights.version === this.weighed.version) return
    this.weighed = weights
    this.vector = weightVector(weights)
    this.needBound.goBy(weights)
    for (const offering of [...this.offerings.all()])
      this.offerings.put(offering, offering.packed, meritOf(offering, weights))
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
    const profile = profileOf(id, packed, this.lean.of(facts))
    this.offerings.put(profile, packed, meritOf(facts, this.weighed))
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
    const need = { ...facts, packed: pack(analysis) }
    const regionChain = facts.region ? this.chain(facts.region) : []
    const context = this.scoreContext(need, analysis.ages, regionChain, options.today)
    const rules: RuleContext = { today: options.today, regionChain, demanded: this.demanded }
    const { scored, refused } = this.bestOfferings(need, context, rules, options, mayName)
    const best = spread(inOrder(scored), options, (offering) => offering.provider?.id)
    const items = best.map((scored) => {
      const { candidate: offering } = scored
      const pair = { analysis, need, offering, packed: this.offerings.packedOf(offering.id), context }
      return this.pairing(scored, pair, options)
    })
    const least = Math.max(items.at(-1)?.score ?? 0, leastExcluded)
    const excluded = inOrder(refused)
      .filter(({ logOdds }) => sigmoid(logOdds) >= least)
      .slice(0, mostExcluded)
      .map(({ candidate, logOdds }) => ({
        id: candidate.id,
        title: candidate.title,
        score: rounded(sigmoid(logOdds)),
        reasons: failedRules(need, candidate, rules).map(explainReason),
      }))
    return this.answer(items, excluded, options)
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
    const need = { ...facts, packed: pack(analysis) }
    const regionChain = facts.region ? this.chain(facts.region) : []
    const context = this.scoreContext(need, analysis.ages, regionChain, today)
    const pair = { analysis, need, offering, packed: offering.packed, context }
    const scored = { candidate: offering, logOdds: this.logOdds(pair) }
    const { features = {}, ...said } = this.pairing(scored, pair, { limit: 1, today, explain: true })
    const against = failedRules(need, offering, { today, regionChain, demanded: this.demanded })
    return { ...said, features, against: against.map(explainReason), weights: this.weighed.version }
  }

  /**
   * All offerings that can have a place in the answer, and those that a rule keeps from one. The words, and then what is
   * not in the texts, are only compared where they could still decide.
   */
  private bestOfferings(
    need: NeedFacts & Packed,
    context: ScoreContext,
    rules: RuleContext,
    options: RecommendOptions,
    mayName: MayName,
  ): Record<'scored' | 'refused', Scored<OfferingProfile>[]> {
    const { by, vector, values, offerings } = this
    const { weights } = this
    const wordsWeight = weights.features.words
    const mostOfWords = Math.max(0, wordsWeight) * context.words.most
    const scored: Scored<OfferingProfile>[] = []
    const refused: Scored<OfferingProfile>[] = []
    const places = new Places(options)
    const seen = new Set<number>()
    const asked = { modes: need.modes.length > 0, ages: context.inferredAges.length > 0 }
    const levels = [...context.regionChain.keys(), Number.POSITIVE_INFINITY]
    offerings.search(
      {
        regions: need.region ? context.regionChain : undefined,
        bound: this.needBound.of(need.packed),
        beside: levels.map((level) => mostPractical(weights, { level, ...asked })),
      },
      (slot, data, start, end, most) => {
        const { least } = places
        const words = context.words.overlap(data, start, end)
        if (most - mostOfWords + wordsWeight * words < least - rounding || seen.has(slot)) return least
        seen.add(slot)
        const offering = offerings.at(slot)
        if (!mayName(offering)) return least
        compareTags(need.packed, data, start, by, values)
        values[wordsFeature] = words
        practicalInto(need, offering, context, values)
        const scores = { candidate: offering, logOdds: logOdds(values, vector, weights.bias) }
        if (scores.logOdds < least) return least
        if (passesRules(need, offering, rules)) {
          scored.push(scores)
          places.add(offering.provider?.id, scores.logOdds)
        } else refused.push(scores)
        return places.least
      },
    )
    return { scored, refused }
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

  /** Ids of open needs that a kept offering fits, and of those that it would fit were no rule between; of each the best. */
  needsAbout(offeringId: string, options: RecommendOptions): string[] {
    const offering = this.offerings.get(offeringId)
    if (!offering) return []
    const { packed, title } = offering
    const free = { ...profileOf('', packed, noFacts(title)), packed }
    const found = [offering, free].flatMap((each) => this.bestNeeds(each, options, () => 'possible'))
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
    const packed = this.packOffering(text, stated, Number(options.today.slice(0, 4)))
    return this.neededBy({ ...profileOf('', packed, facts), packed }, options, leastFit)
  }

  private packOffering(text: { title: string; text: string }, stated: Stated, year: number): Uint32Array {
    return pack(analyseOffering(text, stated, this.options.language, year))
  }

  private neededBy(
    offering: OfferingProfile & Packed,
    options: RecommendOptions,
    leastFit: LeastFit,
  ): Recommendations {
    const items = this.bestNeeds(offering, options, leastFit).map((scored) => {
      const need = { ...scored.candidate, packed: this.needs.packedOf(scored.candidate.id) }
      const analysis = this.analyse(need.source.text, need.source.stated, Number(options.today.slice(0, 4)))
      const context = this.needContext(need, options)
      return this.pairing(scored, { analysis, need, offering, packed: offering.packed, context }, options)
    })
    return this.answer(items, [], options)
  }

  /** How well an offering fits a need; undefined where a hard rule stands between, or it is not held. */
  fitOf(analysis: Analysis, facts: NeedFacts, offeringId: string, today: string): Fit | undefined {
    const offering = this.offerings.get(offeringId)
    if (!offering) return undefined
    const need = { ...facts, packed: pack(analysis) }
    const regionChain = facts.region ? this.chain(facts.region) : []
    const context = this.scoreContext(need, analysis.ages, regionChain, today)
    if (!passesRules(need, offering, { today, regionChain, demanded: this.demanded })) return undefined
    return this.fit(this.logOdds({ need, offering, packed: offering.packed, context }))
  }

  private bestNeeds(
    offering: OfferingProfile & Packed,
    options: RecommendOptions,
    leastFit: LeastFit,
  ): Scored<NeedProfile>[] {
    const { by, vector, values, needs } = this
    const { weights } = this
    const mostOfWords = Math.max(0, weights.features.words)
    const regions = offering.everywhere ? undefined : offering.regions
    const beside = mostPractical(weights, { level: 0, modes: true, ages: true }) + meritOf(offering, weights)
    const scored: Scored<NeedProfile>[] = []
    const places = new Places(options)
    const seen = new Set<number>()
    const bound = new OfferingBound(offering.packed, mostOfWords, by, weights, needs.rows)
    needs.search({ regions, bound, beside: Array((regions?.length ?? 0) + 1).fill(beside) }, (slot) => {
      if (seen.has(slot)) return places.least
      seen.add(slot)
      const fits = leastFit(needs.at(slot))
      if (fits === undefined) return places.least
      const need = { ...needs.at(slot), packed: needs.packed(slot) }
      compareTags(need.packed, offering.packed, 0, by, values)
      const most = tagScore(values, vector, weights.bias) + mostOfWords + beside
      if (!need.open || most < places.least - rounding) return places.least
      const context = this.needContext(need, options)
      if (!passesRules(need, offering, { ...context, demanded: this.demanded })) return places.least
      const score = this.logOdds({ need, offering, packed: offering.packed, context })
      if (rank[this.fit(score)] < rank[fits]) return places.least
      scored.push({ candidate: need, logOdds: score })
      places.add(undefined, score)
      return places.least
    })
    return inOrder(scored).slice(0, options.limit)
  }

  private answer(
    all: readonly Pairing[],
    excluded: readonly Excluded[],
    options: RecommendOptions,
  ): Recommendations {
    const items = all.filter((item) => rank[item.fit] >= rank[options.fit ?? 'weak'])
    const verdict = all.some((item) => item.fit !== 'weak') ? 'matched' : 'none'
    return { verdict, items, excluded, weights: this.weighed.version }
  }

  /** @param scored the side that is shown */
  private pairing(
    { candidate: { id, title }, logOdds }: Scored<{ readonly id: string; readonly title: string }>,
    pair: Pair,
    { explain }: RecommendOptions,
  ): Pairing {
    this.logOdds(pair)
    const { analysis, need, packed } = pair
    const { weights } = this
    const { language } = this.options
    const chance = sigmoid(logOdds)
    const fit = this.fit(logOdds)
    const why = whyItFits(analysis, need, { packed }, this.values, language.taxonomy, this.by)
    const plain = { id, title, score: rounded(chance), fit, why } as const
    if (!explain) return plain
    const words = sharedWords(analysis, need, { packed })
    return { ...plain, features: contributions(this.values, weights), words }
  }

  private fit(logOdds: number): Fit {
    const { weights } = this
    const chance = sigmoid(logOdds)
    return chance >= weights.strong ? 'strong' : chance >= weights.possible ? 'possible' : 'weak'
  }

  /** Leaves the features in `values`. */
  private logOdds({ need, offering, packed, context }: Omit<Pair, 'analysis'>): number {
    features(need, offering, packed, context, this.values)
    return logOdds(this.values, this.vector, this.weighed.bias)
  }

  private needContext(need: NeedProfile & Packed, { today }: RecommendOptions): ScoreContext {
    return this.scoreContext(need, need.spokenAges, need.region ? this.chain(need.region) : [], today)
  }

  private scoreContext(
    need: Packed,
    inferredAges: Analysis['ages'],
    regionChain: readonly string[],
    today: string,
  ): ScoreContext {
    return { by: this.by, words: this.words.of(need.packed), regionChain, today, inferredAges }
  }

  private chain(code: string): readonly string[] {
    return this.options.regionChain?.(code) ?? [code]
  }
}

function profileOf(id: string, packed: Uint32Array, facts: OfferingFacts): OfferingProfile {
  const isAfar = facts.modes.some((mode) => mode === 'phone' || mode === 'online')
  const everywhere = isAfar || !facts.coverage
  return { id, ...facts, regions: facts.coverage, everywhere, main: mainOf({ packed }) }
}

const rounded = (score: number): number => Math.round(score * 10_000) / 10_000
