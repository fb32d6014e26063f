import { Conflict } from '../errors.js'
import type { Leases } from '../leases/index.js'
import { inParallel } from '../parallel.js'
import type { Recorded, RecordKind } from '../records/index.js'
import type { PutEntries, SearchIndex } from '../search/index.js'
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
async function putPresent(
  { store, search, put }: { store: DocumentStore; search: SearchIndex; put: PutEntries },
  kind: RecordKind<Recorded>,
  records: readonly Recorded[],
): Promise<void> {
  if (!records.length) return
  const ids = records.map(({ id }) => id)
  await put(records.map((record) => kind.toSearchEntry(record)))
  const present = new Set((await store.getMany(kind.collection, ids)).map(({ id }) => id))
  const gone = ids.filter((id) => !present.has(id))
  if (gone.length) await search.remove(kind.search, gone)
}

export interface Refilling {
  readonly store: DocumentStore
  readonly search: SearchIndex
  readonly leases: Leases
}

/** Few large portions at once: an engine that is asked over the network does them as one piece of work. */
const recordsAtOnce = 1_000
const batchesAtOnce = 4

/** Milliseconds after which others may fill a collection whose filling died. */
const leaseMs = 60_000

/**
 * Indexes every stored record of a kind anew; the index may be in use and the records may change meanwhile.
 * @param proceed told before each batch how many records are done; what it throws ends the work
 * @returns the records that the index refused; undefined when another process fills this kind
 */
export async function refill(
  { store, search, leases }: Refilling,
  kind: RecordKind<Recorded>,
  proceed: (done: number) => void = () => {},
): Promise<Refused[] | undefined> {
  const lease = await leases.take(`fill:${kind.search.name}`, leaseMs)
  if (!lease) return undefined
  let renewedAt = performance.now()
  const keepLease = async () => {
    if (performance.now() - renewedAt < leaseMs / 3) return
    if (!(await lease.renew())) throw new Conflict('revision.stale', `lease ${lease.name}`)
    renewedAt = performance.now()
  }
  try {
    return await search.fill(kind.search, async (put) => {
      const refused: Refused[] = []
      let done = 0
      await inParallel(store.scan(kind.collection, recordsAtOnce), batchesAtOnce, async (batch) => {
        proceed(done)
        await keepLease()
        const records = new Map(batch.map((record) => [record.id, record]))
        const work = (ids: readonly string[]) =>
          putPresent(
            { store, search, put },
            kind,
            ids.flatMap((id) => records.get(id) ?? []),
          )
        refused.push(...(await narrowed(kind.name, [...records.keys()], work)))
        done += batch.length
      })
      proceed(done)
      return refused
    })
  } finally {
    await lease.release()
  }
}
