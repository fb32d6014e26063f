import type { SearchCollection, SearchEntry } from '../search/index.js'
import type { Collection, Stored } from '../store/index.js'

/** What every record that people enter carries: who wrote it and when (ISO instants). */
export interface Recorded extends Stored {
  readonly createdAt: string
  readonly createdBy: string
  readonly updatedAt: string
  readonly updatedBy: string
}

/** The stamps and the id, which the caller of a use case never sets. */
export type RecordedFields = keyof Recorded

/** One kind of record: where it is kept and how its ids begin. */
export interface RecordKind<T extends Recorded> {
  readonly name: string
  readonly prefix: string
  readonly collection: Collection<T>
}

/** A kind whose changes are told to the views through the outbox. */
export interface FollowedKind<T extends Recorded> extends RecordKind<T> {
  readonly isFollowed: true
}

/** A kind that is found by its words too; its changes are told to the views as well. */
export interface SearchableKind<T extends Recorded> extends RecordKind<T> {
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

/**
 * Something that others may want to hear of, announced in the transaction that did it. Who hears what is decided by
 * those who read it.
 */
export interface Event extends Stored {
  readonly at: string
  /** e.g. `referral.requested` */
  readonly name: string
  readonly kind: string
  /** The record that it happened to. */
  readonly subject: string
  readonly actor: string
  /** Codes, ids, days and numbers by name; never personal data, never free text. */
  readonly facts: Facts
}

export type Facts = Readonly<Record<string, string | number | boolean | readonly string[]>>
