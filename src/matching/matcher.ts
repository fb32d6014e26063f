import type { Qualifications } from '../taxonomy/index.js'
import { type Analysis, analyseNeed, analyseOffering, type Stated } from './analyse.js'
import { type Candidate, CandidateIndex } from './candidates.js'
import { findAges } from './cues/age.js'
import {
  type Contribution,
  contributions,
  type ExplainedReason,
  explainReason,
  type Sentence,
  sharedWords,
  whyItFits,
} from './explain.js'
import { type Comparison, createComparison, WordQuery } from './features.js'
import type { Language } from './language.js'
import { sigmoid } from './network.js'
import { type NeedFacts, type OfferingFacts, type Packed, pack, wordsOf } from './profile.js'
import { failedRules, passesRules, type RuleContext } from './rules.js'
import {
  type FeatureName,
  featureNames,
  features,
  mostPractical,
  type ScoreContext,
  scoreOf,
  textFeatures,
  textScore,
  type Weights,
  weightVector,
} from './score.js'

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
  /** 1 to 100. */
  readonly limit: number
  /** ISO day that rules look at. */
  readonly today: string
  readonly explain?: boolean
  /** Leave out what fits less; default `weak`: nothing. */
  readonly fit?: Fit
  /** At most this many of one organisation among the first `limit`; default 2. */
  readonly perProvider?: number
}

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

type OfferingProfile = OfferingFacts & Candidate
type NeedProfile = NeedFacts &
  Candidate & { readonly source: NeedSource; readonly spokenAges: Analysis['ages'] }

/** How many candidates are scored for one recommendation. */
const mostCandidates = 360
const mostExcluded = 5
/** Of one organisation among the first, where nothing else is asked. */
const mostOfOne = 2
const rank: Readonly<Record<Fit, number>> = { weak: 0, possible: 1, strong: 2 }

/**
 * Analyse, retrieve, filter, score, explain: the one matcher behind API, command line, jobs and benchmarks. Holds
 * what it matches in memory and does no I/O; the same input gives the same answer in the same order.
 */
export class Matcher {
  private readonly by: Comparison
  private readonly vector: Float32Array
  private readonly demanded = new Map<number, readonly string[]>()
  readonly offerings: CandidateIndex<OfferingProfile>
  readonly needs: CandidateIndex<NeedProfile>
  private readonly values = new Float32Array(featureNames.length)

  constructor(private readonly options: MatcherOptions) {
    const { language, weights, qualifications } = options
    this.by = createComparison(language.taxonomy)
    this.vector = weightVector(weights)
    this.offerings = new CandidateIndex(this.by)
    this.needs = new CandidateIndex(this.by)
    for (const [service, codes] of Object.entries(qualifications?.demanded ?? {})) {
      this.demanded.set(language.taxonomy.services.indexOf(service), codes)
    }
  }

  /** @param stated what the organisation filled in; it wins over what the text suggests */
  putOffering(
    id: string,
    text: { title: string; text: string },
    stated: Stated,
    facts: OfferingFacts,
    year: number,
  ): void {
    const packed = pack(analyseOffering(text, stated, this.options.language, year))
    this.putPacked(id, packed, facts)
  }

  /** As `putOffering`, for an analysis that was kept. */
  putPacked(id: string, packed: Uint32Array, facts: OfferingFacts): void {
    const regions = facts.modes.some((m) => m === 'phone' || m === 'online') ? undefined : facts.coverage
    this.offerings.put({ ...facts, id, packed, regions, merit: merit(facts) })
  }

  /** @param packed an analysis of `source` that was kept; made anew where it is missing */
  putNeed(id: string, source: NeedSource, facts: NeedFacts, year: number, packed?: Uint32Array): void {
    const analysed = packed ?? pack(this.analyse(source.text, source.stated, year))
    const { ages } = source.stated
    const spokenAges = ages ? [ages] : findAges(this.options.language.normalize(source.text), year)
    const regions = facts.region ? [...this.chain(facts.region)] : undefined
    const pressing = { routine: 0.25, soon: 0.5, urgent: 0.75, crisis: 1 }[facts.urgency]
    this.needs.put({ ...facts, id, packed: analysed, regions, merit: pressing, source, spokenAges })
  }

  analyse(text: string, stated: Stated, year: number): Analysis {
    return analyseNeed(text, stated, this.options.language, year)
  }

  /** Offerings for a need, best first. */
  recommend(analysis: Analysis, facts: NeedFacts, options: RecommendOptions): Recommendations {
    const packed = pack(analysis)
    const need = { ...facts, packed }
    const regionChain = facts.region ? this.chain(facts.region) : []
    const candidates = this.offerings.find({
      packed,
      regions: facts.region ? regionChain : undefined,
      limit: mostCandidates,
    })
    const context = this.scoreContext(need, analysis.ages, regionChain, options.today)
    const rules: RuleContext = { today: options.today, regionChain, demanded: this.demanded }
    const { scored, refused } = this.scoreBest(need, candidates, context, rules, options)
    const best = spread(inOrder(scored), options, (candidate) => candidate.provider?.id)
    const items = best.map(({ candidate, score }) =>
      this.pairing(candidate.id, candidate.title, score, analysis, need, candidate, context, options),
    )
    const least = items.at(-1)?.score ?? 0
    const excluded = inOrder(refused)
      .filter(({ score }) => score >= Math.max(least, 0.05))
      .slice(0, mostExcluded)
      .map(({ candidate, score }) => ({
        id: candidate.id,
        title: candidate.title,
        score: rounded(score),
        reasons: failedRules(need, candidate, rules).map(explainReason),
      }))
    return this.answer(items, excluded, options)
  }

  /**
   * Scores as many candidates in full as can still get into the answer. The texts alone say how high a candidate can
   * rise at most; taken in that order, the rest is left when the answer is full of better ones. The answer is the same
   * as if all had been scored.
   */
  private scoreBest(
    need: NeedFacts & Packed,
    candidates: readonly OfferingProfile[],
    context: ScoreContext,
    rules: RuleContext,
    options: RecommendOptions,
  ): Record<'scored' | 'refused', Scored<OfferingProfile>[]> {
    const { bias } = this.options.weights
    const byText = candidates.map((candidate) => {
      textFeatures(need, candidate, context, this.values)
      return { candidate, score: textScore(this.values, this.vector, bias) }
    })
    byText.sort((a, b) => b.score - a.score)
    const scored: Scored<OfferingProfile>[] = []
    const refused: Scored<OfferingProfile>[] = []
    const answer = new Places(options)
    const most = mostPractical(this.vector, need, context)
    for (const [at, { candidate, score: text }] of byText.entries()) {
      if (at % 8 === 0 && answer.isFullAbove(sigmoid(text + most))) break
      const score = this.score(need, candidate, context)
      if (passesRules(need, candidate, rules)) {
        scored.push({ candidate, score })
        answer.add(candidate.provider?.id, score)
      } else refused.push({ candidate, score })
    }
    return { scored, refused }
  }

  /** Open needs for an offering, best first: the same score from the other side. */
  needsFor(offeringId: string, options: RecommendOptions): Recommendations | undefined {
    const offering = this.offerings.get(offeringId)
    if (!offering) return undefined
    const candidates = this.needs.find({
      packed: offering.packed,
      regions: offering.regions,
      limit: mostCandidates,
    })
    const scored: Scored<NeedProfile>[] = []
    for (const need of candidates) {
      const regionChain = need.region ? this.chain(need.region) : []
      const rules = { today: options.today, regionChain, demanded: this.demanded }
      if (!need.open || !passesRules(need, offering, rules)) continue
      const context = this.scoreContext(need, need.spokenAges, regionChain, options.today)
      scored.push({ candidate: need, score: this.score(need, offering, context) })
    }
    const items = inOrder(scored)
      .slice(0, options.limit)
      .map(({ candidate: need, score }) => {
        const analysis = this.analyse(need.source.text, need.source.stated, Number(options.today.slice(0, 4)))
        const regionChain = need.region ? this.chain(need.region) : []
        const context = this.scoreContext(need, need.spokenAges, regionChain, options.today)
        return this.pairing(need.id, need.title, score, analysis, need, offering, context, options)
      })
    return this.answer(items, [], options)
  }

  private answer(
    all: readonly Pairing[],
    excluded: readonly Excluded[],
    options: RecommendOptions,
  ): Recommendations {
    const items = all.filter((item) => rank[item.fit] >= rank[options.fit ?? 'weak'])
    const verdict = all.some((item) => item.fit !== 'weak') ? 'matched' : 'none'
    return { verdict, items, excluded, weights: this.options.weights.version }
  }

  private pairing(
    id: string,
    title: string,
    score: number,
    analysis: Analysis,
    need: NeedFacts & Packed,
    offering: OfferingProfile,
    context: ScoreContext,
    { explain }: RecommendOptions,
  ): Pairing {
    this.score(need, offering, context)
    const { weights, language } = this.options
    const why = whyItFits(analysis, offering, this.values, language.taxonomy, this.by)
    const fit: Fit = score >= weights.strong ? 'strong' : score >= weights.possible ? 'possible' : 'weak'
    const plain = { id, title, score: rounded(score), fit, why }
    if (!explain) return plain
    return { ...plain, features: contributions(this.values, weights), words: sharedWords(analysis, offering) }
  }

  private score(need: NeedFacts & Packed, offering: OfferingProfile, context: ScoreContext): number {
    features(need, offering, context, this.values)
    return scoreOf(this.values, this.vector, this.options.weights.bias)
  }

  private scoreContext(
    need: Packed,
    inferredAges: Analysis['ages'],
    regionChain: readonly string[],
    today: string,
  ): ScoreContext {
    const words = new WordQuery(wordsOf(need))
    return { by: this.by, words, regionChain, today, inferredAges }
  }

  private chain(code: string): readonly string[] {
    return this.options.regionChain?.(code) ?? [code]
  }
}

/** Counts what will be in the answer: no more of one organisation than its share. */
class Places {
  private readonly taken: { readonly provider: string | undefined; readonly score: number }[] = []

  constructor(private readonly options: RecommendOptions) {}

  add(provider: string | undefined, score: number): void {
    this.taken.push({ provider, score })
  }

  /** Whether `limit` places go to candidates that score higher than `bound`. */
  isFullAbove(bound: number): boolean {
    const { limit, perProvider = mostOfOne } = this.options
    if (this.taken.length < limit) return false
    const perOne = new Map<string, number>()
    let places = 0
    for (const { provider, score } of this.taken) {
      if (score <= bound) continue
      if (provider !== undefined) {
        const times = perOne.get(provider) ?? 0
        if (times >= perProvider) continue
        perOne.set(provider, times + 1)
      }
      places++
    }
    return places >= limit
  }
}

interface Scored<C> {
  readonly candidate: C
  readonly score: number
}

const rounded = (score: number): number => Math.round(score * 10_000) / 10_000

/** Ties break on id: the order must not depend on the order of arrival. */
function inOrder<C extends Candidate>(scored: Scored<C>[]): Scored<C>[] {
  return scored.sort((a, b) => b.score - a.score || (a.candidate.id < b.candidate.id ? -1 : 1))
}

/** Lets no organisation fill the first page: what goes beyond its share moves behind the others. */
function spread<C>(
  ordered: readonly Scored<C>[],
  { limit, perProvider = mostOfOne }: RecommendOptions,
  providerOf: (candidate: C) => string | undefined,
): Scored<C>[] {
  const taken = new Map<string, number>()
  const first: Scored<C>[] = []
  const later: Scored<C>[] = []
  for (const scored of ordered) {
    const provider = providerOf(scored.candidate)
    const times = provider === undefined ? 0 : (taken.get(provider) ?? 0)
    if (times >= perProvider) {
      later.push(scored)
      continue
    }
    if (provider !== undefined) taken.set(provider, times + 1)
    first.push(scored)
    if (first.length === limit) break
  }
  return [...first, ...later].slice(0, limit)
}

/** What makes one offering worth a look before another of its kind: that it is open, has places, and a good record. */
function merit(facts: OfferingFacts): number {
  const open = facts.published && (facts.provider?.standing ?? 'active') === 'active' ? 0.5 : 0
  const places = facts.placesLeft === undefined ? 0.1 : facts.placesLeft > 0 ? 0.2 : 0
  return open + places + 0.3 * (facts.provider?.record ?? 0.5)
}
