import type { HighlightPiece, SearchIndex, SearchQuery } from '../search/index.js'
import type { Recorded } from './model.js'
import type { Records } from './records.js'

export interface Found<T> {
  /** Best first. */
  readonly items: readonly (T & {
    readonly highlights: Readonly<Record<string, readonly HighlightPiece[]>>
  })[]
  readonly total: number
  readonly facets: Readonly<Record<string, readonly { value: string; count: number }[]>>
}

/** What the search index finds, as the records are now; one that has gone since is left out. */
export async function searchRecords<T extends Recorded>(
  records: Records<T>,
  search: SearchIndex,
  query: SearchQuery,
): Promise<Found<T>> {
  const { hits, total, facets } = await search.search(records.kind.search, query)
  const now = await records.getMany(hits.map(({ id }) => id))
  const byId = new Map(now.map((record) => [record.id, record]))
  const items = hits.flatMap(({ id, highlights }) => {
    const record = byId.get(id)
    return record ? [{ ...record, highlights }] : []
  })
  return { items, total, facets }
}
