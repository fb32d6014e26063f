import type { Clock } from '../clock.js'
import { Conflict, NotFound } from '../errors.js'
import { outbox } from '../records/index.js'
import type { DocumentStore, Writer } from '../store/index.js'
import { changeLog, relayCursors } from './collections.js'
import { beginning, type ChangeLogEntry, mergedChanges, nextSequence } from './model.js'

/** Outbox entries in one step at most. */
const entriesAtOnce = 200
/** Ids in one step, more only where a single outbox entry holds more: bounds what a failure makes a view do again. */
const idsAtOnce = 2_000
const stepsRead = 20
const trimmedAtOnce = 500
/** A process whose matcher slept for less than this finds all it missed; milliseconds. */
const keptFor = 3_600_000

/** The id of the newest step. */
export async function newestSequence(store: Pick<DocumentStore, 'find'>): Promise<string> {
  const [newest] = await store.find(changeLog, {}, { sort: { field: 'id', direction: 'desc' }, limit: 1 })
  return newest?.id ?? beginning
}

/** The steps after `sequence`, as many as make one portion of work; none when all are known. */
export async function stepsAfter(store: DocumentStore, sequence: string): Promise<ChangeLogEntry[]> {
  const after = { value: sequence, id: sequence }
  const steps = await store.find(changeLog, {}, { after, limit: stepsRead })
  return portion(steps, ({ changes }) => changes.reduce((sum, { ids }) => sum + ids.length, 0))
}

/**
 * Moves the oldest waiting outbox entries into the next step of the change log. Any process may: the step's number is
 * its id, so of two that try at once the store lets one commit, and the other looks again. Outbox ids sort by birth and
 * not by commit; whoever followed them would miss those that commit late.
 * @returns whether more may be waiting
 */
export async function sequenceOnce(store: DocumentStore, clock: Clock): Promise<boolean> {
  // Most looks find nothing, and a transaction to see that would hold up those who write.
  if (!(await store.find(outbox, {}, { limit: 1 })).length) return false
  try {
    return await store.transaction((tx) => sequence(tx, clock.now().toISOString()))
  } catch (error) {
    // Another process sequences the same entries.
    if (error instanceof Conflict || error instanceof NotFound) return true
    throw error
  }
}

async function sequence(tx: Writer, at: string): Promise<boolean> {
  const waiting = await tx.find(outbox, {}, { limit: entriesAtOnce })
  const entries = portion(waiting, ({ subjects }) => subjects.length)
  const [oldest] = entries
  if (!oldest) return false
  await tx.insert(changeLog, {
    id: nextSequence(await newestSequence(tx)),
    revision: 1,
    at,
    since: oldest.at,
    changes: mergedChanges(entries.map(({ kind, subjects }) => ({ kind, ids: subjects }))),
  })
  await tx.removeMany(outbox, entries)
  return waiting.length === entriesAtOnce || entries.length < waiting.length
}

/** The first items, up to `idsAtOnce` together; always one where there is one. */
function portion<T>(items: readonly T[], size: (item: T) => number): T[] {
  let ids = 0
  const end = items.findIndex((item, i) => {
    ids += size(item)
    return i > 0 && ids > idsAtOnce
  })
  return items.slice(0, end < 0 ? items.length : end)
}

/**
 * Removes up to 500 steps that every stored cursor has passed and that are older than an hour. The newest step stays,
 * for the next one is numbered after it.
 * @returns how many went
 */
export async function trim(store: DocumentStore, clock: Clock): Promise<number> {
  const [slowest] = (await store.find(relayCursors, {})).map((cursor) => cursor.sequence).toSorted()
  if (slowest === undefined) return 0
  const until = new Date(clock.now().getTime() - keptFor).toISOString()
  const oldest = await store.find(changeLog, {}, { limit: trimmedAtOnce })
  const kept = oldest.findIndex(({ id, at }) => id >= slowest || at > until)
  const gone = kept < 0 ? oldest : oldest.slice(0, kept)
  if (!gone.length) return 0
  try {
    await store.transaction((tx) => tx.removeMany(changeLog, gone))
  } catch (error) {
    // Another process trims the same steps.
    if (error instanceof Conflict || error instanceof NotFound) return 0
    throw error
  }
  return gone.length
}
