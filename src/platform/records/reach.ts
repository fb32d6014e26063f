import { Forbidden, Invalid, NotFound } from '../errors.js'
import type { Filter } from '../store/index.js'
import type { Recorded, RecordKind } from './model.js'

/**
 * Which records of a kind somebody sees, said to the store, to the search index and of a record that is at hand, so that
 * lists, counts, searches and single records agree; and how.
 */
export interface Reach<T extends Recorded, Shown extends Recorded = T> {
  /** Filters that share no record, each answered by an index in the order of the kind's lists; none: nothing is seen. */
  readonly store: readonly Filter[]
  /** Filters that are added to those of a search, and are none of its own. */
  readonly search: Readonly<Record<string, readonly string[]>>
  sees(record: T): boolean
  /** As `sees`, for what may be changed: never more. */
  changes(record: T): boolean
  /** The record as it is shown; the record itself where nothing is held back. */
  show(record: T): Shown
}

/** Of somebody whom nothing bounds. */
export const everything = {
  store: [{}],
  search: {},
  sees: () => true,
  changes: () => true,
  show: <T>(record: T): T => record,
} as const

/** Of somebody who has no business with the kind. */
export const nothing = {
  ...everything,
  store: [],
  search: { reach: ['nobody'] },
  sees: () => false,
  changes: () => false,
}

/** The store filters of a reach, each narrowed to what is asked for. */
export function within({ store }: { readonly store: readonly Filter[] }, asked: Filter): Filter[] {
  return store.map((filter) => both(asked, filter))
}

/** Both at once; neither overwrites the other. */
export function both(a: Filter, b: Filter): Filter {
  if (!Object.keys(a).length) return b
  return Object.keys(b).length ? { $and: [a, b] } : a
}

/**
 * Refuses a change of what is not reached: as if it were not there where it is not even seen.
 * @throws NotFound, Forbidden
 */
export function assertChangeable<T extends Recorded>(
  kind: Pick<RecordKind<T>, 'name'>,
  id: string,
  record: T | undefined,
  reach: Pick<Reach<T, Recorded>, 'sees' | 'changes'>,
): asserts record is T {
  if (!record || !reach.sees(record)) throw new NotFound(kind.name, id)
  if (!reach.changes(record)) throw new Forbidden(`${kind.name} ${id}`)
}

/**
 * An external id is one record's in the whole store, so the refusal of one that is taken would tell of a record that is
 * not seen: it is set by those who see all.
 * @throws Invalid `externalId.office`
 */
export function assertMayKey(
  { store }: Pick<Reach<Recorded, Recorded>, 'store'>,
  next: { readonly externalId?: string },
  before?: { readonly externalId?: string },
): void {
  const seesAll = store.some((filter) => Object.keys(filter).length === 0)
  if (seesAll || next.externalId === undefined || next.externalId === before?.externalId) return
  throw new Invalid([{ field: 'externalId', code: 'externalId.office' }])
}
