import {
  type Collection,
  cursorAfter,
  type Filter,
  type Reader,
  type Stored,
} from '../platform/store/index.js'

/** All documents of a filter, batch by batch in the order of a path that an index holds after those of the filter. */
export async function* inBatches<T extends Stored>(
  reader: Pick<Reader, 'find'>,
  collection: Collection<T>,
  filter: Filter,
  field: string,
  limit = 1_000,
): AsyncIterable<T[]> {
  const sort = { field, direction: 'asc' } as const
  for (let last: T | undefined; ; ) {
    const after = last ? { after: cursorAfter(last, sort) } : {}
    const batch = await reader.find(collection, filter, { sort, limit, ...after })
    if (batch.length) yield batch
    if (batch.length < limit) return
    last = batch.at(-1)
  }
}
