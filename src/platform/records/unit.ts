import type { Actor } from '../actor.js'
import type { Clock } from '../clock.js'
import { Conflict, NotFound } from '../errors.js'
import type { Ids } from '../ids.js'
import type { DocumentStore, Transaction } from '../store/index.js'
import { auditChange, auditTrail, events, outbox } from './collections.js'
import type {
  AuditEntry,
  Event,
  Facts,
  Recorded,
  RecordedFields,
  RecordKind,
  SearchableKind,
} from './model.js'
import type { Turn } from './turns.js'

/** How many records go into one entry of audit trail or outbox, and into one transaction of most bulk writes. */
export const bulkSize = 500

export interface UnitDeps {
  readonly store: DocumentStore
  readonly clock: Clock
  readonly ids: Ids
  /** Told after a commit that there is work in the outbox. */
  readonly onCommitted: () => void
  /** What changes of records entail, whichever use case makes them. */
  readonly followers?: readonly Follower[]
}

/**
 * Does what the making or changing of a record entails, in the same transaction and, like it, perhaps several times:
 * announces, or writes what others will work off.
 */
export interface Follower {
  readonly kind: string
  follow?(unit: Unit, after: Recorded, before: Recorded | undefined): Promise<void> | void
  /**
   * Told once, after all writes of the unit, of every record of its kind that was made, changed or removed, in their order:
   * for what is added up over many records, such as an import.
   */
  conclude?(unit: Unit, turns: readonly Turn[]): Promise<void>
}

/** A follower that is told once, at the end. */
export function concluder<T extends Recorded>(
  kind: RecordKind<T>,
  conclude: (unit: Unit, turns: readonly Turn<T>[]) => Promise<void>,
): Follower {
  // Only records of its kind are shown to it.
  return { kind: kind.name, conclude: conclude as NonNullable<Follower['conclude']> }
}

export function follower<T extends Recorded>(
  kind: RecordKind<T>,
  follow: (unit: Unit, after: T, before: T | undefined) => Promise<void> | void,
): Follower {
  // Only records of its kind are shown to it.
  return { kind: kind.name, follow: follow as NonNullable<Follower['follow']> }
}

/** A record as a use case makes it, before id and stamps. */
export type New<T extends Recorded> = Omit<T, RecordedFields>

/** A record to be made. */
export interface Birth<T extends Recorded> {
  /** Given where a repeated import must meet its own records. */
  readonly id?: string
  /** ISO instant, where it was written down before it came here. */
  readonly at?: string
  readonly fields: New<T>
}

/** A change to one record. */
export interface Amendment<T extends Recorded> {
  readonly id: string
  /** The revision it must be at; undefined where the change is right for whatever is there now. */
  readonly revision: number | undefined
  /** Has no effect of its own: the transaction may run again. What it does to id or stamps is undone. */
  change(before: T): T
}

/** How the audit trail names what was done, and why where somebody has to say so. */
export interface Deed {
  /** e.g. `amend`; the kind stands before it in the trail. */
  readonly action: string
  readonly reason?: string | undefined
}

/**
 * Runs the writes of one use case, over any kinds of records, in one transaction: records, audit entries, outbox entries
 * and events are all there afterwards, or none. `work` may run several times before it is committed.
 */
export async function unitOfWork<R>(
  deps: UnitDeps,
  actor: Actor,
  work: (unit: Unit) => Promise<R>,
): Promise<R> {
  const result = await attempted(deps, actor, work)
  deps.onCommitted()
  return result
}

/** How often two may make the same sum at once before that is somebody's bug. */
const mostMeetings = 10

async function attempted<R>(
  deps: UnitDeps,
  actor: Actor,
  work: (unit: Unit) => Promise<R>,
  meetings = 0,
): Promise<R> {
  let unit: Unit | undefined
  try {
    return await deps.store.transaction(async (tx) => {
      unit = new Unit(tx, actor, deps)
      const done = await work(unit)
      await unit.conclude()
      return done
    })
  } catch (error) {
    // Somebody else made a sum that a follower found missing; now it is there to be added to.
    const hasMet = unit?.isSumming === true && error instanceof Conflict && error.code === 'key.taken'
    if (!hasMet || meetings === mostMeetings) throw error
    return attempted(deps, actor, work, meetings + 1)
  }
}

/** A kind as far as the trail needs it. */
type Named = Pick<RecordKind<Recorded>, 'name'>

interface Note extends Deed {
  readonly kind: Named
  readonly subjects: string[]
}

/** What a use case writes through, inside its transaction. Made by `unitOfWork` only. */
export class Unit {
  /** ISO instant of everything that the unit writes. */
  readonly at: string
  readonly #notes = new Map<string, Note>()
  readonly #retold = new Map<string, Set<string>>()
  readonly #events: Event[] = []
  readonly #turns = new Map<string, Turn[]>()
  #isSumming = false

  constructor(
    readonly tx: Transaction,
    readonly actor: Actor,
    private readonly deps: Pick<UnitDeps, 'clock' | 'ids' | 'followers'>,
  ) {
    this.at = deps.clock.now().toISOString()
  }

  /** @throws Conflict `key.taken` when a unique key is in use */
  async create<T extends Recorded>(kind: RecordKind<T>, fields: New<T>, deed?: Deed): Promise<T> {
    const [record] = await this.createMany(kind, [{ fields }], deed)
    return record as T
  }

  async createMany<T extends Recorded>(
    kind: RecordKind<T>,
    births: readonly Birth<T>[],
    deed: Deed = { action: 'create' },
  ): Promise<T[]> {
    // Ids in their order: rows that come together then go to the end of each index one after the other.
    const unnamed = births.filter(({ id }) => id === undefined)
    const ids = unnamed
      .map(() => this.deps.ids.next(kind.prefix))
      .sort()
      .values()
    const records = births.map((birth) => this.#born(birth, birth.id ?? (ids.next().value as string)))
    await this.tx.insertMany(kind.collection, records)
    this.note(kind, deed, ...records.map(({ id }) => id))
    for (const record of records) await this.#follow(kind, record)
    return records
  }

  /** @throws NotFound, Conflict `revision.stale` */
  async amend<T extends Recorded>(
    kind: RecordKind<T>,
    amendment: Amendment<T>,
    deed: Deed = { action: 'amend' },
  ): Promise<T> {
    const before = await this.tx.get(kind.collection, amendment.id)
    const amended = this.#amended(kind, amendment, before)
    const after = await this.tx.replace(kind.collection, amended, amended.revision)
    this.note(kind, deed, after.id)
    await this.#follow(kind, after, before)
    return after
  }

  /** As `amend`, in few round trips. @param amendments at most 10,000, of different records */
  async amendMany<T extends Recorded>(
    kind: RecordKind<T>,
    amendments: readonly Amendment<T>[],
    deed: Deed = { action: 'amend' },
  ): Promise<T[]> {
    const ids = amendments.map(({ id }) => id)
    const found = await this.tx.getMany(kind.collection, ids)
    const before = new Map(found.map((record) => [record.id, record]))
    const amended = amendments.map((amendment) => this.#amended(kind, amendment, before.get(amendment.id)))
    const after = await this.tx.replaceMany(kind.collection, amended)
    this.note(kind, deed, ...ids)
    for (const record of after) await this.#follow(kind, record, before.get(record.id))
    return after
  }

  /** @throws NotFound, Conflict `revision.stale` */
  async remove<T extends Recorded>(
    kind: RecordKind<T>,
    id: string,
    revision: number,
    deed: Deed = { action: 'remove' },
  ): Promise<void> {
    const before = this.#hasConcluder(kind) ? await this.tx.get(kind.collection, id) : undefined
    await this.tx.remove(kind.collection, id, revision)
    this.note(kind, deed, id)
    if (before) this.#took(kind, { before })
  }

  /** Puts into the audit trail what was done to records; what the other methods write is noted by them. */
  note(kind: Named, deed: Deed, ...subjects: readonly string[]): void {
    const key = JSON.stringify([kind.name, deed.action, deed.reason])
    const noted = this.#notes.get(key)
    if (noted) noted.subjects.push(...subjects)
    else this.#notes.set(key, { kind, ...deed, subjects: [...subjects] })
  }

  /**
   * Owes the views these records again, which did not change themselves: something that a view shows with them did. No
   * deed, and so not in the audit trail.
   */
  retell({ name }: Pick<SearchableKind<Recorded>, 'name' | 'search'>, ...ids: readonly string[]): void {
    const known = this.#retold.get(name) ?? new Set()
    this.#retold.set(name, known)
    for (const id of ids) known.add(id)
  }

  /** @param facts codes, ids, days and numbers; never personal data */
  announce(event: { name: string; kind: string; subject: string; facts?: Facts }): void {
    const { facts = {}, ...what } = event
    const stamps = { id: this.deps.ids.next('e'), revision: 1, at: this.at, actor: this.actor.id }
    this.#events.push({ ...stamps, ...what, facts })
  }

  /** Whether followers are adding up what was done; all that a use case writes is written by then. */
  get isSumming(): boolean {
    return this.#isSumming
  }

  /** Writes what was noted and announced, after all else. */
  async conclude(): Promise<void> {
    const { tx, at, actor } = this
    const { ids, followers = [] } = this.deps
    this.#isSumming = true
    for (const { kind, conclude } of followers) {
      const turns = this.#turns.get(kind)
      if (conclude && turns) await conclude(this, turns)
    }
    this.#isSumming = false
    const notes = [...this.#notes.values()]
    const followed = followedOf(notes, this.#retold)
    if (notes.length) {
      const entries = notes.flatMap((note) => parts(note.subjects).map((part) => this.#entry(note, part)))
      await tx.insertMany(auditTrail, entries)
      followed.set(auditChange, new Set(entries.map(({ id }) => id)))
    }
    if (followed.size) {
      await tx.insertMany(
        outbox,
        [...followed].flatMap(([kind, all]) =>
          parts([...all]).map((subjects) => ({ id: ids.next('x'), revision: 1, at, kind, subjects })),
        ),
      )
    }
    if (this.#events.length) await tx.insertMany(events, this.#events)
    await actor.mark?.(
      tx,
      notes.flatMap(({ subjects }) => subjects),
    )
  }

  async #follow<T extends Recorded>(kind: RecordKind<T>, after: T, before?: T): Promise<void> {
    for (const { kind: followed, follow } of this.deps.followers ?? []) {
      if (followed === kind.name) await follow?.(this, after, before)
    }
    this.#took(kind, before ? { before, after } : { after })
  }

  #hasConcluder({ name }: Named): boolean {
    return this.deps.followers?.some(({ kind, conclude }) => kind === name && conclude) ?? false
  }

  #took(kind: Named, turn: Turn): void {
    if (!this.#hasConcluder(kind)) return
    const turns = this.#turns.get(kind.name) ?? []
    turns.push(turn)
    this.#turns.set(kind.name, turns)
  }

  #entry({ kind: { name: kind }, action, reason }: Note, subjects: readonly string[]): AuditEntry {
    return {
      ...{ id: this.deps.ids.next('a'), revision: 1, at: this.at, actor: this.actor.id },
      ...{ action: `${kind}.${action}`, kind, subjects },
      ...(reason === undefined ? {} : { reason }),
    }
  }

  /** The record as it is to be put in the place of `before`, and still at its revision. */
  #amended<T extends Recorded>(
    kind: RecordKind<T>,
    { id, revision, change }: Amendment<T>,
    before: T | undefined,
  ): T {
    if (!before) throw new NotFound(kind.name, id)
    const { createdAt, createdBy } = before
    if (before.revision !== (revision ?? before.revision))
      throw new Conflict('revision.stale', `${kind.name} ${id}`)
    const stamps = {
      ...{ id, revision: before.revision, createdAt, createdBy },
      ...{ updatedAt: this.at, updatedBy: this.actor.id },
    }
    return stamped<T>(change(before), stamps)
  }

  #born<T extends Recorded>({ at = this.at, fields }: Birth<T>, id: string): T {
    const stamps: Recorded = {
      id,
      revision: 1,
      createdAt: at,
      createdBy: this.actor.id,
      updatedAt: at,
      updatedBy: this.actor.id,
    }
    return stamped<T>(fields, stamps)
  }
}

/** What goes into one entry each; one, too, where a deed is done to no record, such as a list that is taken away. */
function parts(subjects: readonly string[]): (readonly string[])[] {
  if (!subjects.length) return [subjects]
  const found: (readonly string[])[] = []
  for (let from = 0; from < subjects.length; from += bulkSize)
    found.push(subjects.slice(from, from + bulkSize))
  return found
}

/** What the views follow: the records of searchable and followed kinds, each once, and those that they are to be told again. */
function followedOf(
  notes: readonly Note[],
  retold: ReadonlyMap<string, ReadonlySet<string>>,
): Map<string, Set<string>> {
  const followed = new Map(Array.from(retold, ([kind, ids]) => [kind, new Set(ids)]))
  for (const { kind, subjects } of notes) {
    if (!('search' in kind || 'isFollowed' in kind)) continue
    const known = followed.get(kind.name) ?? new Set()
    followed.set(kind.name, known)
    for (const subject of subjects) known.add(subject)
  }
  return followed
}

/** Stamps come first in what is kept and shown, and nothing else may set them. */
function stamped<T extends Recorded>(fields: object, stamps: Recorded): T {
  const { id, revision, createdAt, createdBy, updatedAt, updatedBy } = stamps
  // Named one by one: to spread two objects into one takes the engine seven times as long, for each record of an import.
  const record = { id, revision, createdAt, createdBy, updatedAt, updatedBy, ...fields }
  return Object.assign(record, stamps) as Recorded as T
}
