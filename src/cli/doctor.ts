import { systemClock } from '../platform/clock.js'
import { Unavailable } from '../platform/errors.js'
import { Leases } from '../platform/leases/index.js'
import { outbox, type Recorded, type RecordKind } from '../platform/records/index.js'
import { refill } from '../platform/relay/index.js'
import type { Workspace } from '../workspace.js'
import { compareVersions, type Drift } from './drift.js'

export interface Diagnosis {
  readonly node: string
  readonly store: { readonly engine: string; readonly version: string; readonly schemaVersion: number }
  /** What is wrong with the file itself, or that the search engine is away. */
  readonly problems: readonly string[]
  readonly collections: readonly ({ readonly name: string; readonly documents: number } & Drift)[]
  /** Search collections that wait to be filled, whatever they hold now. */
  readonly unfilled: readonly string[]
  /** Entries that the search index and the matcher have not been told of; they explain a drift. */
  readonly backlog: number
  readonly healthy: boolean
}

type Examined = Pick<Workspace, 'store' | 'search' | 'kinds' | 'ids'>

/** Looks at everything; changes no data. */
export async function examine({ store, search, kinds }: Examined): Promise<Diagnosis> {
  const { engine, version, schemaVersion, problems } = await store.health({ deep: true })
  const backlog = await store.count(outbox, {})
  const unfilled = await orAway(search.prepare(kinds.map((kind) => kind.search)))
  const collections: Diagnosis['collections'][number][] = []
  for (const kind of kinds) {
    const documents = await store.count(kind.collection, {})
    const indexed = unfilled?.includes(kind.search.name)
      ? orNothing(search.contents(kind.search))
      : search.contents(kind.search)
    const drift = unfilled && (await compareVersions(store.scan(kind.collection), indexed))
    collections.push({ name: kind.collection.name, documents, ...(drift ?? noDrift) })
  }
  const drifted = collections.some(
    (each) => each.missing.length + each.stale.length + each.orphaned.length > 0,
  )
  return {
    node: process.version,
    store: { engine, version, schemaVersion },
    problems: unfilled ? problems : [...problems, 'search: away'],
    collections,
    unfilled: unfilled ?? [],
    backlog,
    healthy:
      problems.length === 0 && unfilled !== undefined && !((drifted || unfilled.length > 0) && backlog === 0),
  }
}

const noDrift: Drift = { missing: [], stale: [], orphaned: [] }

/** Undefined when the engine is away. */
async function orAway<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof Unavailable) return undefined
    throw error
  }
}

/** A collection that was never filled has no index to read. */
async function* orNothing<T>(pages: AsyncIterable<T>): AsyncGenerator<T, void> {
  try {
    yield* pages
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
  }
}

/** Brings the search index to what the store holds. The outbox stays: the matcher reads it too. */
export async function repair({ store, search, kinds, ids }: Examined, found: Diagnosis): Promise<void> {
  const leases = new Leases({ store, clock: systemClock, ids })
  for (const { name, missing, stale, orphaned } of found.collections) {
    const kind = kinds.find((each) => each.collection.name === name)
    if (!kind) continue
    if (found.unfilled.includes(kind.search.name)) {
      await refill({ store, search, leases }, kind)
      continue
    }
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
