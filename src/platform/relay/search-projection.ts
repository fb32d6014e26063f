import type { Recorded, RecordKind } from '../records/index.js'
import type { SearchIndex } from '../search/index.js'
import type { DocumentStore } from '../store/index.js'
import { narrowed, type Projection, type Refused } from './projection.js'

/** Keeps the full-text index in step with the records of all kinds. */
export function searchProjection(
  store: DocumentStore,
  search: SearchIndex,
  kinds: readonly RecordKind<Recorded>[],
): Projection {
  const byName = new Map(kinds.map((kind) => [kind.name, kind]))
  return {
    name: 'search',
    async apply(name, records, removed) {
      const kind = byName.get(name)
      if (!kind) return
      if (removed.length) await search.remove(kind.search, removed)
      await putPresent(store, search, kind, records)
    },
  }
}

/**
 * Puts records into the index and then looks whether they are still there. Whoever writes late (a process that slept
 * through its lease, a rebuild beside the running service) would else bring back what was removed meanwhile; older
 * revisions the index refuses itself.
 */
async function putPresent(
  store: DocumentStore,
  search: SearchIndex,
  kind: RecordKind<Recorded>,
  records: readonly Recorded[],
): Promise<void> {
  if (!records.length) return
  const ids = records.map(({ id }) => id)
  await search.put(
    kind.search,
    records.map((record) => kind.toSearchEntry(record)),
  )
  const present = new Set((await store.getMany(kind.collection, ids)).map(({ id }) => id))
  const gone = ids.filter((id) => !present.has(id))
  if (gone.length) await search.remove(kind.search, gone)
}

/**
 * Puts every stored record of a kind into the index; the index may be in use and the records may change meanwhile.
 * @param onProgress told after each batch how many records are done
 */
export async function refill(
  store: DocumentStore,
  search: SearchIndex,
  kind: RecordKind<Recorded>,
  onProgress: (done: number) => void = () => {},
): Promise<Refused[]> {
  const refused: Refused[] = []
  let done = 0
  for await (const batch of store.scan(kind.collection, 500)) {
    const records = new Map(batch.map((record) => [record.id, record]))
    const work = (ids: readonly string[]) =>
      putPresent(
        store,
        search,
        kind,
        ids.flatMap((id) => records.get(id) ?? []),
      )
    refused.push(...(await narrowed(kind.name, [...records.keys()], work)))
    done += batch.length
    onProgress(done)
  }
  return refused
}
