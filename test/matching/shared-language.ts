import { comparisonOf } from '../../src/matching/features.js'
import {
  createMatching,
  type Language,
  loadLanguage,
  loadWeights,
  Matcher,
  noFacts,
  type OfferingFacts,
  type Provider,
  plainNeed,
  type RecommendOptions,
  type Stated,
} from '../../src/matching/index.js'
import type { NeedFacts } from '../../src/matching/profile.js'
import { loadQualifications } from '../../src/taxonomy/index.js'
import { regions } from '../feature-services.js'

const seeds = 'seeds'
export const today = '2026-03-10'
export const year = 2026

/** Loaded once for all files of a run: it takes most of a second. */
export const language: Language = loadLanguage(seeds)
export const weights = loadWeights('seeds/model/weights.json')
const qualifications = loadQualifications('seeds/taxonomy')
export const comparison = comparisonOf(language.taxonomy)

export const newMatcher = (by = weights): Matcher =>
  new Matcher({ language, weights: by, qualifications, regionChain: (code) => regions.chain(code) })

type MatchingDeps = Parameters<typeof createMatching>[0]

/** The use cases of matching over services on a store, with nothing matched yet. */
export const matchingOver = (
  services: Omit<MatchingDeps, 'timeZone' | 'language' | 'matcher' | 'emptyMatcher'>,
) =>
  createMatching({
    ...services,
    timeZone: 'Asia/Shanghai',
    language,
    matcher: newMatcher(),
    emptyMatcher: newMatcher,
  })

export interface TextOffering {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly stated?: Stated
  readonly facts?: Partial<OfferingFacts>
}

export function matcherOver(offerings: readonly TextOffering[], by = weights): Matcher {
  const matcher = newMatcher(by)
  for (const { id, title, text, stated = {}, facts = {} } of offerings) {
    matcher.putOffering(id, { title, text }, stated, { ...noFacts(title), ...facts }, year)
  }
  return matcher
}

export const provider = (id: string, rest: Partial<Provider> = {}): Provider => ({
  id,
  name: id,
  standing: 'active',
  qualifications: [],
  record: 0.5,
  ...rest,
})

interface Asked {
  readonly stated?: Stated
  readonly facts?: Partial<NeedFacts>
  readonly options?: Partial<RecommendOptions>
}

export function ask(matcher: Matcher, text: string, { stated = {}, facts = {}, options = {} }: Asked = {}) {
  const analysis = matcher.analyse(text, stated, year)
  return matcher.recommend(analysis, { ...plainNeed(text), ...facts }, { limit: 10, today, ...options })
}
