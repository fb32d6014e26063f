import type { SearchIndex } from '../search/index.js'
import type { DocumentStore } from '../store/index.js'
import type { Recorded, RecordKind } from './model.js'
import type { Projection } from './relay.js'

/** Keeps the full-text index in step with the records of all kinds. */
export function searchProjection(search: SearchIndex, kinds: readonly RecordKind<Recorded>[]): Projection {
  const byName = new Map(kinds.map((kind) => [kind.name, kind]))
  return {
    name: 'search',
    async apply(name, records, removed) {
      const kind = byName.get(name)
      if (!kind) return
      if (records.length)
        await search.put(
          kind.search,
          records.map((record) => kind.toSearchEntry(record)),
        )
      if (removed.length) await search.remove(kind.search, removed)
    },
  }
}

/** Puts every stored record of a kind into the index; the index may be in use meanwhile. */
export async function refill(
  store: DocumentStore,
  search: SearchIndex,
  kind: RecordKind<Recorded>,
): Promise<void> {
  for await (const batch of store.scan(kind.collection)) {
    await search.put(
      kind.search,
      batch.map((record) => kind.toSearchEntry(record)),
    )
  }
}
