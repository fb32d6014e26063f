import type { DocumentShape } from './shape.js'

/**
 * The document store, as the features see it. Two engines stand behind it (docs/adr/0001-two-ports-two-engines.md):
 * SQLite in this process and, for a city, MongoDB. test/contract/document-store.ts says what both must do.
 */

/**
 * What every stored document carries. `revision` starts at 1 and grows by one with every replace. A document comes back
 * as JSON would carry it, its keys in the order in which they were written, save that an engine may put `id` first.
 */
export interface Stored {
  readonly id: string
  readonly revision: number
}

/**
 * A path into a document: `title`, `beneficiaries.count`; each part is a letter, then letters, digits or `_`.
 * Arrays on the way mean "any element", as in MongoDB; such paths are named in the collection's `arrays`.
 * Adapters throw RangeError for a path, filter or option that is not of these shapes: the caller has a bug.
 */
export type Path = string

export interface IndexSpec {
  /** Paths in order, as the sort and the equality filters of the feature's queries need them. */
  readonly fields: readonly Path[]
  /** Refuse a second document with the same values; documents where one of the paths is missing or null are left out. */
  readonly unique?: boolean
  /**
   * The documents may go by themselves some time after the instant that the index's only path holds (ISO, UTC): MongoDB
   * takes them away within minutes. Nothing may rest on it, for SQLite does not, and clocks differ.
   */
  readonly expires?: boolean
}

/** A feature's collection, declared once; each adapter makes its tables or models from it. */
export interface Collection<T extends Stored> {
  readonly name: string
  readonly indexes: readonly IndexSpec[]
  /**
   * Paths that hold arrays of strings or numbers and are filtered on: kept in a side table by SQLite, multikey in
   * MongoDB. Neither sorted nor grouped by; a write that holds anything else there throws RangeError.
   */
  readonly arrays: readonly Path[]
  /** What its documents hold beside `id` and `revision`; a write of anything else throws RangeError. */
  readonly shape: DocumentShape
  /** Only there to carry the type. */
  readonly _document?: T
}

export type Scalar = string | number | boolean | null

/**
 * A plain value means equality; null equals a missing path too. Comparisons match values of their own type only, strings
 * by code point. `$ne` also matches documents without the path, `$exists` those where it is there, even null.
 */
export type Condition =
  | Scalar
  | {
      readonly $in?: readonly Scalar[]
      readonly $ne?: Scalar
      readonly $gt?: Scalar
      readonly $gte?: Scalar
      readonly $lt?: Scalar
      readonly $lte?: Scalar
      readonly $exists?: boolean
    }

/**
 * A typed, small subset of MongoDB's filters: conditions on dotted paths, and `$and` / `$or` of filters.
 * A condition that is there and undefined throws RangeError, for to skip it would match everything.
 */
export type Filter = {
  readonly $and?: readonly Filter[]
  readonly $or?: readonly Filter[]
} & { readonly [path: Path]: Condition | readonly Filter[] | undefined }

/**
 * One path and a direction; `id` always breaks ties, in the same direction. Documents without the path count as null,
 * which comes before all other values; strings are ordered by code point. A sort path holds values of one type.
 */
export interface Sort {
  readonly field: Path
  readonly direction: 'asc' | 'desc'
}

/** The place after which a page starts: the sort field's value and the id of the last document seen. */
export interface Cursor {
  readonly value: Scalar
  readonly id: string
}

export interface FindOptions {
  /** Default: by `id`, ascending. */
  readonly sort?: Sort
  /** At most this many, 1 to 10,000; default 100. */
  readonly limit?: number
  readonly after?: Cursor
}

export interface TallyRow {
  readonly key: readonly Scalar[]
  readonly count: number
  /** In the order of the sums asked for. */
  readonly sums: readonly number[]
}

export interface RawDocument {
  readonly revision: number
  /** The whole document, `id` and `revision` included. */
  readonly json: string
}

export interface Reader {
  /** The document, or undefined. */
  get<T extends Stored>(collection: Collection<T>, id: string): Promise<T | undefined>
  /** The stored bytes of `get`, for an answer that needs no object: saves a parse and a stringify. */
  getRaw<T extends Stored>(collection: Collection<T>, id: string): Promise<RawDocument | undefined>
  /** Those that exist, in the order of `ids`, each as often as it is named; at most 10,000 ids. */
  getMany<T extends Stored>(collection: Collection<T>, ids: readonly string[]): Promise<T[]>
  find<T extends Stored>(collection: Collection<T>, filter: Filter, options?: FindOptions): Promise<T[]>
  count<T extends Stored>(collection: Collection<T>, filter: Filter): Promise<number>
  /**
   * Counts, and sums of numeric paths, per distinct value of the `groupBy` paths (missing is null), ordered by those
   * values. Texts and missing values add nothing to a sum.
   */
  tally<T extends Stored>(
    collection: Collection<T>,
    filter: Filter,
    groupBy: readonly Path[],
    sums?: readonly Path[],
  ): Promise<TallyRow[]>
}

export interface Writer extends Reader {
  /** Throws Conflict `key.taken` for an id or unique key that is there already; its `field` names the paths. */
  insert<T extends Stored>(collection: Collection<T>, document: T): Promise<void>
  /** All or none, in one batch. */
  insertMany<T extends Stored>(collection: Collection<T>, documents: readonly T[]): Promise<void>
  /**
   * Puts `document` in the place of the stored one and returns it with the next revision, `expected` + 1.
   * Throws Conflict `revision.stale` when the stored revision is not `expected`, NotFound when there is none,
   * Conflict `key.taken` as `insert` does.
   */
  replace<T extends Stored>(collection: Collection<T>, document: T, expected: number): Promise<T>
  /**
   * All or none, in one batch, each in the place of the stored one at the revision that it bears. Gives them in their
   * order with the next one. Throws as `replace` does; one id twice is stale the second time.
   */
  replaceMany<T extends Stored>(collection: Collection<T>, documents: readonly T[]): Promise<T[]>
  /** Throws Conflict `revision.stale` or NotFound, as `replace` does. */
  remove<T extends Stored>(collection: Collection<T>, id: string, expected: number): Promise<void>
  /** All or none, in one batch, each at the revision that is named. Throws as `remove` does. */
  removeMany<T extends Stored>(collection: Collection<T>, documents: readonly Stored[]): Promise<void>
}

/** A writer inside a transaction. */
export interface Transaction extends Writer {
  /**
   * `getMany`, and what was read stays as it is until the transaction ends: nobody else changes, removes or locks those
   * documents meanwhile. For a decision that rests on a document which the transaction does not write itself, such as
   * the standing of an organisation whose offering is published. Leaves the revisions as they are.
   */
  lock<T extends Stored>(collection: Collection<T>, ids: readonly string[]): Promise<T[]>
}

export interface DocumentStore extends Writer {
  /**
   * Runs `work`; all its writes become durable together when it returns, none if it throws. Acknowledged means on disk.
   * A document that `work` writes or locks is written by nobody else between; one that it only reads may be: of two
   * transactions that each read what the other writes, MongoDB commits both.
   * `work` may run several times before it is committed, so it does nothing that cannot be done again: it changes
   * nothing outside but through `tx`, and waits for nothing else, for others queue behind. It writes through `tx` only:
   * a write through the store itself would wait for this transaction and throws Error.
   * A `key.taken` dooms the transaction: whatever follows throws the same Conflict again.
   * Throws Unavailable when it meets others again and again, and when it cannot be told whether the commit was kept.
   */
  transaction<R>(work: (tx: Transaction) => Promise<R>): Promise<R>
  /** Every document in id order, in batches, without holding more than one batch; for rebuilds and exports. */
  scan<T extends Stored>(collection: Collection<T>, batchSize?: number): AsyncIterable<T[]>
  /**
   * Makes the indexes that the collections declare, and drops those of its own making that are declared no more; says
   * which, as `+ name` and `- name`. Opening a store makes what is missing, so this is for what an upgrade left behind.
   */
  applyIndexes(): Promise<readonly string[]>
  /** Engine, version, integrity (only when `deep`); throws Unavailable when it cannot answer. */
  health(options?: { readonly deep?: boolean }): Promise<StoreHealth>
  /** Waits for the writes under way; may be called again. Whatever is asked of a closed store throws Unavailable. */
  close(): Promise<void>
}

export interface StoreHealth {
  readonly engine: string
  readonly version: string
  readonly schemaVersion: number
  /** Problems found, empty when whole. Only `deep` runs the slow checks. */
  readonly problems: readonly string[]
}
