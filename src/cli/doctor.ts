import { outbox, type Recorded, type RecordKind } from '../platform/records/index.js'
import type { Workspace } from '../workspace.js'
import { compareVersions, type Drift } from './drift.js'

export interface Diagnosis {
  readonly node: string
  readonly store: { readonly engine: string; readonly version: string; readonly schemaVersion: number }
  /** What is wrong with the file itself. */
  readonly problems: readonly string[]
  readonly collections: readonly ({ readonly name: string; readonly documents: number } & Drift)[]
  /** Entries that the search index and the matcher have not been told of; they explain a drift. */
  readonly backlog: number
  readonly healthy: boolean
}

type Examined = Pick<Workspace, 'store' | 'search' | 'kinds'>

/** Looks at everything and changes nothing. */
export async function examine({ store, search, kinds }: Examined): Promise<Diagnosis> {
  const { engine, version, schemaVersion, problems } = await store.health({ deep: true })
  const backlog = await store.count(outbox, {})
  const collections: Diagnosis['collections'][number][] = []
  for (const kind of kinds) {
    const documents = await store.count(kind.collection, {})
    const drift = await compareVersions(store.scan(kind.collection), search.contents(kind.search))
    collections.push({ name: kind.collection.name, documents, ...drift })
  }
  const drifted = collections.some(
    (each) => each.missing.length + each.stale.length + each.orphaned.length > 0,
  )
  return {
    node: process.version,
    store: { engine, version, schemaVersion },
    problems,
    collections,
    backlog,
    healthy: problems.length === 0 && !(drifted && backlog === 0),
  }
}

/** Brings the search index to what the store holds. The outbox stays: the matcher reads it too. */
export async function repair({ store, search, kinds }: Examined, { collections }: Diagnosis): Promise<void> {
  for (const { name, missing, stale, orphaned } of collections) {
    const kind = kinds.find((each) => each.collection.name === name)
    if (!kind) continue
    // An index that is ahead of the store would refuse the older revision.
    await search.remove(kind.search, [...orphaned, ...stale])
    await fill({ store, search }, kind, [...missing, ...stale])
  }
}

async function fill(
  { store, search }: Pick<Examined, 'store' | 'search'>,
  kind: RecordKind<Recorded>,
  ids: readonly string[],
): Promise<void> {
  for (let from = 0; from < ids.length; from += 500) {
    const records = await store.getMany(kind.collection, ids.slice(from, from + 500))
    await search.put(
      kind.search,
      records.map((record) => kind.toSearchEntry(record)),
    )
  }
}
