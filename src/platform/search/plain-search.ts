import { normalize } from '../text/index.js'
import { highlightsOf } from './highlight.js'
import type { SearchCollection, SearchEntry, SearchQuery, SearchResult } from './port.js'
import { checkFilters, pageOf, parseQuery } from './search-query.js'

const mostFacetValues = 100

/**
 * Searches entries without an index, for when the engine is away: those in which every word typed stands somewhere, in
 * the order given. No pinyin, no mistyped words, no synonyms, and `filters` of the query are left to whoever chose the
 * entries.
 * @param entries some thousand at most: each is read through, about 20 microseconds for 500 characters
 */
export function plainSearch(
  collection: SearchCollection,
  entries: readonly SearchEntry[],
  query: SearchQuery,
): SearchResult {
  const { limit, offset } = pageOf(query)
  checkFilters(collection, query)
  const words = parseQuery(query.text, new Map()).strict
  const found = entries.filter(({ fields }) => {
    const text = normalize(collection.fields.map(({ name }) => fields[name] ?? '').join(' '))
    return words.every((word) => text.includes(word.text))
  })
  return {
    hits: found.slice(offset, offset + limit).map(({ id, fields }) => ({
      id,
      score: 0,
      highlights: highlightsOf(collection, fields, words),
    })),
    total: found.length,
    facets: Object.fromEntries((query.facets ?? []).map((facet) => [facet, countsOf(found, facet)])),
  }
}

function countsOf(entries: readonly SearchEntry[], facet: string): SearchResult['facets'][string] {
  const counts = new Map<string, number>()
  for (const { filters } of entries) {
    for (const value of new Set(filters[facet])) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, mostFacetValues)
}
