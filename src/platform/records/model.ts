import type { SearchCollection, SearchEntry } from '../search/index.js'
import type { Collection, Stored, Writer } from '../store/index.js'

/** Who does something; `id` is written into stamps and the audit trail. */
export interface Actor {
  readonly id: string
  /**
   * Told what a use case writes, in the transaction that writes it, so that whatever is kept of it commits with it or
   * not at all. Called again when the store tries a transaction again.
   */
  readonly mark?: (tx: Writer, subjects: readonly string[]) => Promise<void>
}

/** What every record that people enter carries: who wrote it and when (ISO instants). */
export interface Recorded extends Stored {
  readonly createdAt: string
  readonly createdBy: string
  readonly updatedAt: string
  readonly updatedBy: string
}

/** The stamps and the id, which the caller of a use case never sets. */
export type RecordedFields = keyof Recorded

/** One kind of record: where it is kept, how its ids begin, and how it is found. */
export interface RecordKind<T extends Recorded> {
  readonly name: string
  readonly prefix: string
  readonly collection: Collection<T>
  readonly search: SearchCollection
  toSearchEntry(record: T): SearchEntry
}

/** One line of the audit trail; append-only. */
export interface AuditEntry extends Stored {
  readonly at: string
  readonly actor: string
  /** e.g. `need.create`, `offering.amend`. */
  readonly action: string
  readonly kind: string
  /** The records it was done to; several for an import. */
  readonly subjects: readonly string[]
  /** Why, where a person has to say so. Never holds what identifies a beneficiary. */
  readonly reason?: string
}

/** Work that is owed to the projections (search, matching) since a transaction committed. */
export interface OutboxEntry extends Stored {
  readonly at: string
  readonly kind: string
  readonly subjects: readonly string[]
}
