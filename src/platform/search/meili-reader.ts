import type { FederatedMultiSearchParams, Meilisearch } from 'meilisearch'
import { normalize, stem, withinEdits } from '../text/index.js'
import { highlightsOf } from './highlight.js'
import { filterAttribute, type MeiliDocument, valueOfWord } from './meili-document.js'
import { filterExpressions, looseQueries, type SentQuery, strictQuery } from './meili-query.js'
import type { MeiliServer } from './meili-server.js'
import { mostFacetValues, mostHits, oneTypoFrom, twoTyposFrom } from './meili-settings.js'
import type { SearchCollection, SearchHit, SearchQuery, SearchResult, Synonyms } from './port.js'
import { checkFilters, pageOf, parseQuery, type QueryWord } from './search-query.js'
import { latinWordsOf } from './search-tokens.js'

type Found = Pick<MeiliDocument, 'id' | 'fields'> & { readonly _rankingScore?: number }

interface Answer {
  readonly hits: readonly Found[]
  readonly total: number
  readonly facets: Readonly<Record<string, Readonly<Record<string, number>>>>
}

interface Asked {
  readonly uid: string
  readonly collection: SearchCollection
  readonly query: SearchQuery
}

/** Answers a query from the index `uid`. */
export async function searchIn(server: MeiliServer, asked: Asked, synonyms: Synonyms): Promise<SearchResult> {
  const { collection, query } = asked
  const { limit, offset } = pageOf(query)
  checkFilters(collection, query)
  const parsed = parseQuery(query.text, synonyms)
  let words = parsed.strict
  let answer = await server.search((client) => ask(client, asked, strictQuery(collection, parsed)))
  if (answer.total === 0 && words.length) {
    words = parsed.loose
    answer = await server.search((client) => askAny(client, asked, looseQueries(collection, parsed)))
  }
  const page = isAligned(offset, limit) ? answer.hits : answer.hits.slice(offset)
  return {
    hits: page.map((hit) => hitOf(collection, hit, words)),
    total: answer.total,
    facets: Object.fromEntries((query.facets ?? []).map((facet) => [facet, countsOf(answer, facet)])),
  }
}

async function ask(client: Meilisearch, asked: Asked, { q, attributes }: SentQuery): Promise<Answer> {
  const { query } = asked
  const response = await client.index<Found>(asked.uid).search(q, {
    ...common(query),
    ...pageAsked(query),
    ...(attributes ? { attributesToSearchOn: [...attributes] } : {}),
    facets: (query.facets ?? []).map(filterAttribute),
  })
  return {
    hits: response.hits,
    total: Math.min(response.totalHits, mostHits),
    facets: response.facetDistribution ?? {},
  }
}

async function askAny(client: Meilisearch, asked: Asked, queries: readonly SentQuery[]): Promise<Answer> {
  const { uid, query } = asked
  const facets = (query.facets ?? []).map(filterAttribute)
  // The client's types do not know pages here yet; without them the engine only estimates the total.
  const federation = {
    ...pageAsked(query),
    facetsByIndex: { [uid]: facets },
    mergeFacets: { maxValuesPerFacet: mostFacetValues },
  }
  const response = await client.multiSearch<FederatedMultiSearchParams, Found>({
    federation,
    queries: queries.map(({ q, weight, attributes }) => ({
      indexUid: uid,
      q,
      ...common(query),
      ...(attributes ? { attributesToSearchOn: [...attributes] } : {}),
      federationOptions: { weight },
    })),
  })
  return {
    hits: response.hits,
    total: Math.min(response.totalHits ?? 0, mostHits),
    facets: response.facetDistribution ?? {},
  }
}

function common(query: SearchQuery) {
  return {
    filter: filterExpressions(query),
    matchingStrategy: 'all' as const,
    locales: ['cmn'],
    attributesToRetrieve: ['id', 'fields'],
    showRankingScore: true,
  }
}

/**
 * By pages, because only then the engine counts exactly. A page that begins elsewhere is cut out of a longer one, of
 * 1,100 hits at most.
 */
function pageAsked(query: SearchQuery): { page: number; hitsPerPage: number } {
  const { limit, offset } = pageOf(query)
  return isAligned(offset, limit)
    ? { page: offset / limit + 1, hitsPerPage: limit }
    : { page: 1, hitsPerPage: offset + limit }
}

function isAligned(offset: number, limit: number): boolean {
  return offset % limit === 0
}

function countsOf({ facets }: Answer, facet: string): SearchResult['facets'][string] {
  return Object.entries(facets[filterAttribute(facet)] ?? {})
    .map(([word, count]) => ({ value: valueOfWord(word), count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

function hitOf(collection: SearchCollection, hit: Found, words: readonly QueryWord[]): SearchHit {
  const { id, fields, _rankingScore: score = 0 } = hit
  const known = new Set(Object.values(fields).flatMap((text) => latinWordsOf(normalize(text))))
  const meant = words.map((word) => (word.chinese ? word : { ...word, alternatives: meantBy(word, known) }))
  return { id, score, highlights: highlightsOf(collection, fields, meant) }
}

/** Words of a hit by which a Latin word found it, by the engine's own rules; the engine does not say. */
function meantBy({ text, prefix }: QueryWord, known: ReadonlySet<string>): string[] {
  const typed = stem(text)
  const near = (limit: number) =>
    [...known].filter((word) => withinEdits(typed, stem(word), limit) || withinEdits(typed, word, limit))
  const meant = [...known].filter((word) => stem(word) === typed || (prefix && word.startsWith(typed)))
  if (meant.length || typed.length < oneTypoFrom) return meant
  return near(typed.length < twoTyposFrom ? 1 : 2)
}
