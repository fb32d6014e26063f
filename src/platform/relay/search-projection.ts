import type { Recorded, SearchableKind } from '../records/index.js'
import type { PutEntries, SearchIndex } from '../search/index.js'
import type { DocumentStore } from '../store/index.js'
import type { Projection } from './projection.js'

/** Keeps the full-text index in step with the records of all kinds. */
export function searchProjection(
  store: DocumentStore,
  search: SearchIndex,
  kinds: readonly SearchableKind<Recorded>[],
): Projection {
  const byName = new Map(kinds.map((kind) => [kind.name, kind]))
  return {
    name: 'search',
    async apply(name, records, removed) {
      const kind = byName.get(name)
      if (!kind) return
      if (removed.length) await search.remove(kind.search, removed)
      const put: PutEntries = (entries) => search.put(kind.search, entries)
      await putPresent({ store, search, put }, kind, records)
    },
  }
}

/**
 * Puts records into the index and then looks whether they are still there. Whoever writes late (a process that slept
 * through its lease, a rebuild beside the running service) would else bring back what was removed meanwhile; older
 * revisions the index refuses itself.
 */
export async function putPresent(
  { store, search, put }: { store: DocumentStore; search: SearchIndex; put: PutEntries },
  kind: SearchableKind<Recorded>,
  records: readonly Recorded[],
): Promise<void> {
  if (!records.length) return
  const ids = records.map(({ id }) => id)
  await put(records.map((record) => kind.toSearchEntry(record)))
  const present = new Set((await store.getMany(kind.collection, ids)).map(({ id }) => id))
  const gone = ids.filter((id) => !present.has(id))
  if (gone.length) await search.remove(kind.search, gone)
}
