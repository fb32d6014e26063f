import { Unavailable } from '../platform/errors.js'
import type { Recorded, SearchableKind } from '../platform/records/index.js'
import { compareVersions, type Drift, Tally, type Version } from '../platform/search/index.js'
import type { Workspace } from '../workspace.js'

/** What a kind's records come to in the store, and in the index. */
interface Sides<T> {
  readonly store: T
  readonly index: T
}

export interface Compared extends Drift {
  readonly name: string
  readonly documents: Sides<number>
  /** SHA-256 over id and revision of each, in the order of the ids: alike when both hold the same. */
  readonly digest: Sides<string>
}

/**
 * Holds store and index of one kind against each other, a batch at a time.
 * @param isFilled one that was never filled has no index to read
 */
export function compare(
  { store, search }: Pick<Workspace, 'store' | 'search'>,
  kind: SearchableKind<Recorded>,
  isFilled = true,
): Promise<Compared> {
  const indexed = search.contents(kind.search)
  return compareWith(store, kind, isFilled ? indexed : orNothing(indexed))
}

/** As `compare`, of an index that cannot be asked: it is said what the store holds, and nothing differs. */
export async function storedOnly(
  { store }: Pick<Workspace, 'store'>,
  kind: SearchableKind<Recorded>,
): Promise<Compared> {
  return { ...(await compareWith(store, kind, nothing())), missing: [] }
}

async function compareWith(
  store: Workspace['store'],
  kind: SearchableKind<Recorded>,
  contents: AsyncIterable<readonly Version[]>,
): Promise<Compared> {
  const [stored, indexed] = [new Tally(), new Tally()]
  const drift = await compareVersions(stored.of(store.scan(kind.collection)), indexed.of(contents))
  return {
    name: kind.collection.name,
    documents: { store: stored.count, index: indexed.count },
    digest: { store: stored.digest(), index: indexed.digest() },
    ...drift,
  }
}

async function* nothing(): AsyncGenerator<readonly Version[], void> {}

async function* orNothing<T>(pages: AsyncIterable<T>): AsyncGenerator<T, void> {
  try {
    yield* pages
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
  }
}
