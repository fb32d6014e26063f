import type { Actor } from '../actor.js'
import { NotFound } from '../errors.js'
import type { Filter, FindOptions, Transaction } from '../store/index.js'
import type { Recorded, SearchableKind } from './model.js'
import { type Amendment, type Birth, type New, type UnitDeps, unitOfWork } from './unit.js'

/** How many records go into one transaction of a bulk write, and into one entry of audit trail and outbox. */
export const bulkSize = 500

/**
 * Sees inside the transaction of a write, with what it locks, that the write is still right: what was looked up before
 * may have changed since. Runs first, and again whenever the transaction does. Throws to refuse the write.
 */
export type Guard = (tx: Transaction) => Promise<void>

/**
 * The use cases that every kind of record shares, where one kind is written alone. Each write puts the record, its audit
 * entry and its outbox entry into one transaction: all are there afterwards, or none.
 */
export class Records<T extends Recorded> {
  constructor(
    readonly kind: SearchableKind<T>,
    private readonly deps: UnitDeps,
  ) {}

  /** @throws Conflict `key.taken` when a unique key is in use */
  async create(fields: New<T>, actor: Actor, guard?: Guard): Promise<T> {
    const [record] = await this.createMany([{ fields }], actor, 'create', guard)
    return record as T
  }

  /**
   * All or none.
   * @param births at most 500
   */
  createMany(births: readonly Birth<T>[], actor: Actor, action = 'create', guard?: Guard): Promise<T[]> {
    return unitOfWork(this.deps, actor, async (unit) => {
      await guard?.(unit.tx)
      return unit.createMany(this.kind, births, { action })
    })
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
  amendMany(
    items: readonly Amendment<T>[],
    actor: Actor,
    action = 'amend',
    reason?: string,
    guard?: Guard,
  ): Promise<T[]> {
    return unitOfWork(this.deps, actor, async (unit) => {
      await guard?.(unit.tx)
      const stored: T[] = []
      for (const item of items) stored.push(await unit.amend(this.kind, item, { action, reason }))
      return stored
    })
  }

  /** @throws NotFound, Conflict `revision.stale` */
  remove(id: string, revision: number, actor: Actor, guard?: Guard): Promise<void> {
    return unitOfWork(this.deps, actor, async (unit) => {
      await guard?.(unit.tx)
      await unit.remove(this.kind, id, revision)
    })
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
}
