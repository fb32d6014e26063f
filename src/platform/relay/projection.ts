import { Unavailable } from '../errors.js'
import type { FollowedKind, Recorded, RecordKind } from '../records/index.js'
import type { DocumentStore } from '../store/index.js'

/** A view of the records that is kept beside them: the search index, the matcher's candidates. */
export interface Projection {
  readonly name: string
  /**
   * The records as they are now; an id of `removed` is not there any more. Must bear being told the same thing twice.
   * @throws Unavailable when it cannot work now; any other error is taken to be the fault of one of the records
   */
  apply(kind: string, records: readonly Recorded[], removed: readonly string[]): Promise<void>
}

/** A view that every process has for itself, in memory. */
export interface MemoryProjection extends Projection {
  /** Kinds that it follows beside those that are searched for. */
  readonly kinds?: readonly FollowedKind<Recorded>[]
  /** As `apply`, at the start: all records are told, kind after kind, in the order in which the kinds are declared. */
  load(kind: string, records: readonly Recorded[]): Promise<void>
  /** The ids that it holds of a kind. */
  held(kind: string): Iterable<string>
}

/** A record that a view refused by itself. */
export interface Refused {
  readonly kind: string
  readonly id: string
  readonly error: unknown
}

/** Records asked of the store and told to a view at once. */
export const fedAtOnce = 500

/** Tells a view what the records are now, as the store has them. @param ids at most 500 */
export function feed(
  store: DocumentStore,
  kind: RecordKind<Recorded>,
  projection: Projection,
  ids: readonly string[],
): Promise<Refused[]> {
  return narrowed(kind.name, ids, async (some) => {
    const records = await store.getMany(kind.collection, some)
    const found = new Set(records.map(({ id }) => id))
    await projection.apply(
      kind.name,
      records,
      some.filter((id) => !found.has(id)),
    )
  })
}

/**
 * Runs `work` on all ids; where it fails, on ever smaller halves of them, until those that are refused by themselves
 * stand alone and all others have got through.
 * @throws Unavailable: what nobody gets through says nothing about one of them
 */
export async function narrowed(
  kind: string,
  ids: readonly string[],
  work: (ids: readonly string[]) => Promise<void>,
): Promise<Refused[]> {
  const [first] = ids
  if (first === undefined) return []
  try {
    await work(ids)
    return []
  } catch (error) {
    if (error instanceof Unavailable) throw error
    if (ids.length === 1) return [{ kind, id: first, error }]
  }
  const middle = Math.ceil(ids.length / 2)
  return [
    ...(await narrowed(kind, ids.slice(0, middle), work)),
    ...(await narrowed(kind, ids.slice(middle), work)),
  ]
}
