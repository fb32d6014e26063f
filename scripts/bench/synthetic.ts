import type { Language, OfferingFacts, Provider } from '../../src/matching/index.js'
import { analyseOffering, type Matcher, noFacts, pack, plainNeed } from '../../src/matching/index.js'
import type { NeedFacts } from '../../src/matching/profile.js'
import type { Regions } from '../../src/regions/index.js'
import { readCorpus } from '../train/corpus.js'
import { random } from '../train/random.js'
import type { Document } from './rankers/ranker.js'

/** How many different texts there are; more offerings than that repeat them, as branches of one organisation do. */
const distinctTexts = 10_000
/** Offerings of one organisation, on average. */
const offeringsPerProvider = 8
const corpusFolder = 'seeds/corpus'
/** The rounds that were there first: figures stay comparable while the corpus grows. */
const isFirstRounds = (name: string): boolean => !/-[34]\.jsonl$/.test(name)

/** The day that rules look at and its year, fixed so that every run measures the same. */
export const today = '2026-01-01'
export const year = 2026

/**
 * Texts of offerings put together from the corpus: the title of one, and sentences of two or three others with the
 * same main category. The same seed gives the same texts.
 */
function syntheticTexts(count: number, seed = 1): { title: string; text: string }[] {
  const { offerings } = readCorpus(corpusFolder, isFirstRounds)
  const kinds = new Map<string, { titles: string[]; sentences: string[] }>()
  for (const { title, text, categories } of offerings) {
    const kind = (categories[0] ?? '').split('.')[0] as string
    const pool = kinds.get(kind) ?? { titles: [], sentences: [] }
    pool.titles.push(title)
    pool.sentences.push(...text.split(/[。；;！\n]/).filter((sentence) => sentence.trim().length > 5))
    kinds.set(kind, pool)
  }
  const pools = [...kinds.values()].filter(({ sentences }) => sentences.length)
  const next = random(seed)
  return Array.from({ length: count }, () => {
    const { titles, sentences } = oneOf(pools, next)
    const text = Array.from({ length: 2 + Math.floor(next() * 2) }, () => oneOf(sentences, next)).join('。')
    return { title: oneOf(titles, next), text: `${text}。` }
  })
}

/** The same offerings as a text ranker sees them. */
export function* syntheticDocuments(count: number): Generator<Document> {
  const texts = syntheticTexts(Math.min(count, distinctTexts))
  for (let i = 0; i < count; i++)
    yield { id: idOf(i), ...(texts[i % texts.length] as (typeof texts)[number]) }
}

/** Where synthetic offerings are given, by whom and how many places they have. */
function* syntheticFacts(count: number, regions: Regions, seed = 2): Generator<OfferingFacts> {
  const next = random(seed)
  const texts = syntheticTexts(Math.min(count, distinctTexts))
  const communities = codesOf(regions, 'community')
  const streets = codesOf(regions, 'street')
  const providers = Array.from({ length: Math.ceil(count / offeringsPerProvider) }, (_, i) =>
    provider(i, next),
  )
  for (let i = 0; i < count; i++) {
    const coverage = Array.from({ length: 1 + Math.floor(next() * 2) }, () =>
      next() < 0.6 ? oneOf(communities, next) : oneOf(streets, next),
    )
    yield {
      ...noFacts((texts[i % texts.length] as { title: string }).title),
      provider: oneOf(providers, next),
      coverage: [...new Set(coverage)],
      modes: next() < 0.1 ? ['phone'] : ['home-visit', 'on-site'],
      placesLeft: Math.floor(next() * 20),
    }
  }
}

/** Analysed once per different text. */
export function syntheticProfiles(count: number, language: Language): Uint32Array[] {
  return syntheticTexts(Math.min(count, distinctTexts)).map((text) =>
    pack(analyseOffering(text, {}, language, year)),
  )
}

/**
 * Puts so many synthetic offerings into a matcher.
 * @param copy gives every offering its own profile, as it has where none is shared: for measuring memory
 */
export function putSynthetic(
  matcher: Matcher,
  count: number,
  profiles: readonly Uint32Array[],
  regions: Regions,
  copy = false,
): void {
  let i = 0
  for (const facts of syntheticFacts(count, regions)) {
    const packed = profiles[i % Math.min(count, profiles.length)] as Uint32Array
    matcher.putPacked(idOf(i), copy ? packed.slice() : packed, facts)
    i++
  }
}

/** Needs of the corpus, each somewhere in the district. */
export function sampleNeeds(count: number, regions: Regions, seed = 3): { text: string; facts: NeedFacts }[] {
  const { needs } = readCorpus(corpusFolder, isFirstRounds)
  const next = random(seed)
  const communities = codesOf(regions, 'community')
  return Array.from({ length: count }, () => {
    const { text } = oneOf(needs, next)
    return { text, facts: { ...plainNeed(''), region: oneOf(communities, next) } }
  })
}

/** The needs that each engine is asked where they are compared. */
export const racedNeeds = (regions: Regions) => sampleNeeds(240, regions)

const idOf = (i: number): string => `o-${String(i).padStart(7, '0')}`

const codesOf = (regions: Regions, level: 'community' | 'street'): string[] =>
  regions.all.filter((region) => region.level === level).map(({ code }) => code)

function provider(i: number, next: () => number): Provider {
  const id = `g-${i}`
  return { id, name: id, standing: 'active', qualifications: [], record: next() }
}

function oneOf<T>(items: readonly T[], next: () => number): T {
  return items[Math.floor(next() * items.length)] as T
}
