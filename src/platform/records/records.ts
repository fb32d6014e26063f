import type { Clock } from '../clock.js'
import { Conflict, NotFound } from '../errors.js'
import type { Ids } from '../ids.js'
import type { DocumentStore, Filter, FindOptions, Transaction, Writer } from '../store/index.js'
import { auditTrail, outbox } from './collections.js'
import type { Actor, Recorded, RecordedFields, RecordKind } from './model.js'

export interface RecordsDeps {
  readonly store: DocumentStore
  readonly clock: Clock
  readonly ids: Ids
  /** Told after a commit that there is work in the outbox. */
  readonly onCommitted: () => void
}

/** How many records go into one transaction of a bulk write, and into one entry of audit trail and outbox. */
export const bulkSize = 500

/** A record as a use case makes it, before id and stamps. */
export type New<T extends Recorded> = Omit<T, RecordedFields>

/**
 * Sees inside the transaction of a write, with what it locks, that the write is still right: what was looked up before
 * may have changed since. Runs first, and again whenever the transaction does. Throws to refuse the write.
 */
export type Guard = (tx: Transaction) => Promise<void>

/** A change to the record that is at `revision`. */
export interface Amendment<T extends Recorded> {
  readonly id: string
  readonly revision: number
  /** Has no effect of its own: the transaction may run again. */
  change(before: T): T
}

/**
 * The use cases that every kind of record shares. Each write puts the record, its audit entry and its outbox entry
 * into one transaction: all are there afterwards, or none.
 */
export class Records<T extends Recorded> {
  constructor(
    readonly kind: RecordKind<T>,
    private readonly deps: RecordsDeps,
  ) {}

  /** @throws Conflict `key.taken` when a unique key is in use */
  async create(fields: New<T>, actor: Actor, guard?: Guard): Promise<T> {
    const [record] = await this.createMany([{ fields }], actor, 'create', guard)
    return record as T
  }

  /**
   * All or none. Ids may be given, so that a repeated import meets its own records.
   * @param items at most 500; `at` (an ISO instant) where a record was written down before it came here
   */
  async createMany(
    items: readonly { id?: string; at?: string; fields: New<T> }[],
    actor: Actor,
    action = 'create',
    guard?: Guard,
  ): Promise<T[]> {
    const now = this.now()
    const records = items.map(({ id, at = now, fields }) => this.stamp(fields, actor, at, id))
    await this.deps.store.transaction(async (tx) => {
      await guard?.(tx)
      await tx.insertMany(this.kind.collection, records)
      await this.note(
        tx,
        action,
        records.map((r) => r.id),
        actor,
      )
    })
    this.deps.onCommitted()
    return records
  }

  /**
   * Changes a record that is at `revision`.
   * @param change gives the new fields; what it does to id or stamps is undone
   * @throws NotFound, Conflict `revision.stale`
   */
  async amend(
    id: string,
    revision: number,
    actor: Actor,
    change: (before: T) => T,
    action = 'amend',
    reason?: string,
    guard?: Guard,
  ): Promise<T> {
    const [after] = await this.amendMany([{ id, revision, change }], actor, action, reason, guard)
    return after as T
  }

  /**
   * As `amend`, all or none.
   * @param items at most 500
   */
  async amendMany(
    items: readonly Amendment<T>[],
    actor: Actor,
    action = 'amend',
    reason?: string,
    guard?: Guard,
  ): Promise<T[]> {
    const after = await this.deps.store.transaction(async (tx) => {
      await guard?.(tx)
      const stored: T[] = []
      for (const item of items) stored.push(await this.replace(tx, item, actor))
      await this.note(
        tx,
        action,
        items.map(({ id }) => id),
        actor,
        reason,
      )
      return stored
    })
    this.deps.onCommitted()
    return after
  }

  private async replace(tx: Writer, { id, revision, change }: Amendment<T>, actor: Actor): Promise<T> {
    const before = await tx.get(this.kind.collection, id)
    if (!before) throw new NotFound(this.kind.name, id)
    if (before.revision !== revision) throw new Conflict('revision.stale', `${this.kind.name} ${id}`)
    const { createdAt, createdBy } = before
    const stamps = { id, revision, createdAt, createdBy, updatedAt: this.now(), updatedBy: actor.id }
    return tx.replace(this.kind.collection, stamped<T>(change(before), stamps), revision)
  }

  /** @throws NotFound, Conflict `revision.stale` */
  async remove(id: string, revision: number, actor: Actor, guard?: Guard): Promise<void> {
    await this.deps.store.transaction(async (tx) => {
      await guard?.(tx)
      await tx.remove(this.kind.collection, id, revision)
      await this.note(tx, 'remove', [id], actor)
    })
    this.deps.onCommitted()
  }

  /** @throws NotFound */
  async get(id: string): Promise<T> {
    const record = await this.deps.store.get(this.kind.collection, id)
    if (!record) throw new NotFound(this.kind.name, id)
    return record
  }

  /** The stored bytes, for an answer that need not be taken apart. @throws NotFound */
  async getRaw(id: string): Promise<{ revision: number; json: string }> {
    const raw = await this.deps.store.getRaw(this.kind.collection, id)
    if (!raw) throw new NotFound(this.kind.name, id)
    return raw
  }

  getMany(ids: readonly string[]): Promise<T[]> {
    return this.deps.store.getMany(this.kind.collection, ids)
  }

  find(filter: Filter, options?: FindOptions): Promise<T[]> {
    return this.deps.store.find(this.kind.collection, filter, options)
  }

  count(filter: Filter): Promise<number> {
    return this.deps.store.count(this.kind.collection, filter)
  }

  /** Every record in id order, a batch at a time. */
  scan(): AsyncIterable<T[]> {
    return this.deps.store.scan(this.kind.collection)
  }

  private stamp(fields: New<T>, actor: Actor, at: string, id = this.deps.ids.next(this.kind.prefix)): T {
    const stamps: Recorded = {
      id,
      revision: 1,
      createdAt: at,
      createdBy: actor.id,
      updatedAt: at,
      updatedBy: actor.id,
    }
    return stamped<T>(fields, stamps)
  }

  private now(): string {
    return this.deps.clock.now().toISOString()
  }

  private async note(
    tx: Writer,
    action: string,
    subjects: string[],
    actor: Actor,
    reason?: string,
  ): Promise<void> {
    const at = this.now()
    const { ids } = this.deps
    await tx.insert(auditTrail, {
      id: ids.next('a'),
      revision: 1,
      at,
      actor: actor.id,
      action: `${this.kind.name}.${action}`,
      kind: this.kind.name,
      subjects,
      ...(reason === undefined ? {} : { reason }),
    })
    await tx.insert(outbox, { id: ids.next('x'), revision: 1, at, kind: this.kind.name, subjects })
    await actor.mark?.(tx, subjects)
  }
}

/** Stamps come first in what is kept and shown, and nothing else may set them. */
function stamped<T extends Recorded>(fields: object, stamps: Recorded): T {
  return { ...stamps, ...fields, ...stamps } as T
}
