import type { Actor } from '../actor.js'
import { NotFound } from '../errors.js'
import type { Filter, FindOptions, RawDocument, Transaction } from '../store/index.js'
import { merged } from './merged.js'
import type { Recorded, SearchableKind } from './model.js'
import { assertChangeable, everything, type Reach, within } from './reach.js'
import { type Amendment, type Birth, type New, type Unit, type UnitDeps, unitOfWork } from './unit.js'

/**
 * Sees inside the transaction of a write, with what it locks, that the write is still right: what was looked up before
 * may have changed since. Runs first, and again whenever the transaction does. Throws to refuse the write.
 */
export type Guard = (tx: Transaction) => Promise<void>

/** Writes what belongs to records of another kind, in the transaction that writes those; given in their order. */
export type Companion<T extends Recorded> = (unit: Unit, written: readonly T[]) => Promise<void>

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
   * @param births at most 10,000
   */
  createMany(
    births: readonly Birth<T>[],
    actor: Actor,
    action = 'create',
    guard?: Guard,
    companion?: Companion<T>,
  ): Promise<T[]> {
    return unitOfWork(this.deps, actor, async (unit) => {
      await guard?.(unit.tx)
      const created = await unit.createMany(this.kind, births, { action })
      await companion?.(unit, created)
      return created
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
   * @param items at most 10,000, of different records
   */
  amendMany(
    items: readonly Amendment<T>[],
    actor: Actor,
    action = 'amend',
    reason?: string,
    guard?: Guard,
    companion?: Companion<T>,
  ): Promise<T[]> {
    return unitOfWork(this.deps, actor, async (unit) => {
      await guard?.(unit.tx)
      const stored = await unit.amendMany(this.kind, items, { action, reason })
      await companion?.(unit, stored)
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

  /** @throws NotFound also where it is there and not seen */
  async seen(id: string, { sees }: Pick<Reach<T, Recorded>, 'sees'>): Promise<T> {
    const record = await this.get(id)
    if (!sees(record)) throw new NotFound(this.kind.name, id)
    return record
  }

  /** The stored bytes, for an answer that need not be taken apart. @throws NotFound */
  async getRaw(id: string): Promise<RawDocument> {
    const raw = await this.deps.store.getRaw(this.kind.collection, id)
    if (!raw) throw new NotFound(this.kind.name, id)
    return raw
  }

  /** As `getRaw`, of what is seen and as it is shown: the stored bytes where nothing is held back. */
  async seenRaw(id: string, reach: Pick<Reach<T, Recorded>, 'sees' | 'show'>): Promise<RawDocument> {
    const raw = await this.getRaw(id)
    if (reach === everything) return raw
    const record = JSON.parse(raw.json) as T
    if (!reach.sees(record)) throw new NotFound(this.kind.name, id)
    const shown = reach.show(record)
    return shown === record ? raw : { ...raw, json: JSON.stringify(shown) }
  }

  /** A page of what is seen and asked for, as it is shown. */
  async list<Shown extends Recorded>(
    reach: Reach<T, Shown>,
    asked: Filter,
    options: FindOptions,
  ): Promise<Shown[]> {
    return (await this.findAny(within(reach, asked), options)).map(reach.show)
  }

  /** Refuses, in the transaction, to change what the reach does not cover; undefined where it covers all. */
  changeable(id: string, reach: Reach<T, Recorded>): Guard | undefined {
    const { kind } = this
    if (reach === everything) return undefined
    return async (tx) => assertChangeable(kind, id, await tx.get(kind.collection, id), reach)
  }

  getMany(ids: readonly string[]): Promise<T[]> {
    return this.deps.store.getMany(this.kind.collection, ids)
  }

  find(filter: Filter, options?: FindOptions): Promise<T[]> {
    return this.deps.store.find(this.kind.collection, filter, options)
  }

  /** What any of several filters finds that share no record, in one order. */
  async findAny(filters: readonly Filter[], options: FindOptions = {}): Promise<T[]> {
    const found = await Promise.all(filters.map((filter) => this.find(filter, options)))
    return merged(found, options)
  }

  count(filter: Filter): Promise<number> {
    return this.deps.store.count(this.kind.collection, filter)
  }

  /** Every record in id order, a batch at a time. */
  scan(): AsyncIterable<T[]> {
    return this.deps.store.scan(this.kind.collection)
  }
}
