import type { Clock } from '../clock.js'
import { Conflict, NotFound } from '../errors.js'
import type { Leases } from '../leases/index.js'
import { inParallel } from '../parallel.js'
import type { Recorded, SearchableKind } from '../records/index.js'
import type { SearchIndex } from '../search/index.js'
import { type Cursor, cursorAfter, type DocumentStore } from '../store/index.js'
import { deadLetters, letterSort } from './collections.js'
import { fileLetters } from './dead-letters.js'
import type { DeadLetter } from './model.js'
import { fedAtOnce, feed, narrowed, type Refused } from './projection.js'
import { putPresent, searchProjection } from './search-projection.js'

const view = 'search'
const lettersAtOnce = 500

export interface Refilling {
  readonly store: DocumentStore
  readonly search: SearchIndex
  readonly leases: Leases
  readonly clock: Clock
}

/** Few large portions at once: an engine that is asked over the network does them as one piece of work. */
const recordsAtOnce = 1_000
const batchesAtOnce = 4

/** Milliseconds after which others may fill a collection whose filling died. */
const leaseMs = 60_000

/**
 * Indexes every stored record of a kind anew; the index may be in use and the records may change meanwhile.
 * @param proceed told before each batch how many records are done; what it throws ends the work
 * @returns the records that the index refused, which lie among the dead letters now and all others of the kind do not;
 * undefined when another process fills this kind
 */
export async function refill(
  { store, search, leases, clock }: Refilling,
  kind: SearchableKind<Recorded>,
  proceed: (done: number) => void = () => {},
): Promise<Refused[] | undefined> {
  const lease = await leases.take(`fill:${kind.search.name}`, leaseMs)
  if (!lease) return undefined
  let renewedAt = performance.now()
  const keepLease = async () => {
    if (performance.now() - renewedAt < leaseMs / 3) return
    renewedAt = performance.now()
    if (!(await lease.renew())) throw new Conflict('revision.stale', `lease ${lease.name}`)
  }
  const began = clock.now().toISOString()
  try {
    const refused = await search.fill(kind.search, async (put) => {
      const refused: Refused[] = []
      let done = 0
      await inParallel(store.scan(kind.collection, recordsAtOnce), batchesAtOnce, async (batch) => {
        proceed(done)
        await keepLease()
        const records = new Map(batch.map((record) => [record.id, record]))
        const work = (ids: readonly string[]) =>
          putPresent(
            { store, search, put },
            kind,
            ids.flatMap((id) => records.get(id) ?? []),
          )
        refused.push(...(await narrowed(kind.name, [...records.keys()], work)))
        done += batch.length
      })
      proceed(done)
      return refused
    })
    await settleLetters({ store, clock }, kind.name, began, refused)
    return refused
  } finally {
    await lease.release()
  }
}

/**
 * Brings single entries of the index to what the store holds, or away where it holds nothing; those of the kind's dead
 * letters too.
 * @param stale those that the index may have at a revision which the store has not: they are removed first, for the
 * index would refuse an older one
 * @returns as `refill`
 */
export async function mend(
  { store, search, clock }: Omit<Refilling, 'leases'>,
  kind: SearchableKind<Recorded>,
  ids: readonly string[],
  stale: readonly string[],
): Promise<Refused[]> {
  const began = clock.now().toISOString()
  const all = new Set([...ids, ...stale])
  for await (const letters of lettersOf(store, kind.name)) for (const { subject } of letters) all.add(subject)
  if (stale.length) await search.remove(kind.search, stale)
  const projection = searchProjection(store, search, [kind])
  const refused: Refused[] = []
  const queue = [...all]
  for (let from = 0; from < queue.length; from += fedAtOnce) {
    refused.push(...(await feed(store, kind, projection, queue.slice(from, from + fedAtOnce))))
  }
  await settleLetters({ store, clock }, kind.name, began, refused)
  return refused
}

/** Letters from before `began` go, for their records got through; those that did not get a new one. */
async function settleLetters(
  { store, clock }: Pick<Refilling, 'store' | 'clock'>,
  kind: string,
  began: string,
  refused: readonly Refused[],
): Promise<void> {
  const without = new Set(refused.map(({ id }) => id))
  for await (const letters of lettersOf(store, kind)) {
    const obsolete = letters.filter(({ subject, at }) => at < began && !without.has(subject))
    try {
      await store.removeMany(deadLetters, obsolete)
    } catch (error) {
      // Somebody replays one of them; the others wait for staff or the next rebuild.
      if (!(error instanceof Conflict) && !(error instanceof NotFound)) throw error
    }
  }
  if (!refused.length) return
  const givenUp = refused.map((one) => ({ ...one, attempts: 1 }))
  await store.transaction((tx) => fileLetters(tx, view, givenUp, clock.now().toISOString()))
}

async function* lettersOf(store: DocumentStore, kind: string): AsyncGenerator<DeadLetter[], void> {
  const page = { sort: letterSort, limit: lettersAtOnce }
  let after: Cursor | undefined
  do {
    const letters = await store.find(deadLetters, { view, kind }, { ...page, ...(after && { after }) })
    if (letters.length) yield letters
    const last = letters.at(-1)
    after = letters.length === lettersAtOnce && last ? cursorAfter(last, letterSort) : undefined
  } while (after)
}
