import { Unavailable } from '../errors.js'
import {
  type HighlightPiece,
  plainSearch,
  type SearchIndex,
  type SearchQuery,
  type SearchResult,
} from '../search/index.js'
import type { Filter, Sort } from '../store/index.js'
import type { Recorded } from './model.js'
import { type Reach, within } from './reach.js'
import type { Records } from './records.js'

export interface Found<T> {
  /** Best first; newest first when `degraded`. */
  readonly items: readonly (T & {
    readonly highlights: Readonly<Record<string, readonly HighlightPiece[]>>
  })[]
  readonly total: number
  readonly facets: Readonly<Record<string, readonly { value: string; count: number }[]>>
  /** The search index was away: only the newest 1,000 records that pass the filters were looked through, word by word. */
  readonly degraded: boolean
}

/** How the store lists what the query's filters let through, for when the index is away. */
export interface StoreListing {
  readonly filter: Filter
  /** Newest first. */
  readonly sort: Sort
}

const mostLookedThrough = 1_000

/**
 * What the search index finds of what is seen, as the records are now and are shown; one that has gone since, or out of
 * sight, is left out.
 */
export async function searchRecords<T extends Recorded, Shown extends Recorded>(
  records: Records<T>,
  search: SearchIndex,
  query: SearchQuery,
  { filter, sort }: StoreListing,
  reach: Reach<T, Shown>,
): Promise<Found<Shown>> {
  try {
    const bounded = { ...query, filters: { ...query.filters, ...reach.search } }
    const result = await search.search(records.kind.search, bounded)
    const now = await records.getMany(result.hits.map(({ id }) => id))
    return { ...withRecords(result, now.filter(reach.sees).map(reach.show)), degraded: false }
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
  }
  const newest = await records.findAny(within(reach, filter), { sort, limit: mostLookedThrough })
  const entries = newest.map((record) => records.kind.toSearchEntry(record))
  const result = plainSearch(records.kind.search, entries, query)
  return { ...withRecords(result, newest.map(reach.show)), degraded: true }
}

function withRecords<T extends Recorded>({ hits, total, facets }: SearchResult, records: readonly T[]) {
  const byId = new Map(records.map((record) => [record.id, record]))
  const items = hits.flatMap(({ id, highlights }) => {
    const record = byId.get(id)
    return record ? [{ ...record, highlights }] : []
  })
  return { items, total, facets }
}
