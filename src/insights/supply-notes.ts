import { setImmediate as nextTurn } from 'node:timers/promises'
import { needsCollection } from '../needs/index.js'
import { type Offering, offeringKind } from '../offerings/index.js'
import { Conflict, NotFound } from '../platform/errors.js'
import { concluder, type Follower } from '../platform/records/index.js'
import { type DocumentStore, defineCollection, type Stored } from '../platform/store/index.js'
import { again, done, due, verdictsCollection } from './verdicts.js'

/** An offering that changed, so that other needs may be served or not; its id is the offering's. */
export interface SupplyNote extends Stored {
  /** ISO instant. */
  readonly at: string
}

export const supplyNotes = defineCollection<SupplyNote>({ name: 'supply_notes', shape: { at: 'string' } })

/**
 * Notes each offering that is published, changed while it is, or ceases to be: what needs it concerns is found out
 * afterwards, once for all that was changed by then.
 */
export const supplyFollower: Follower = concluder<Offering>(offeringKind, async ({ tx, at }, turns) => {
  const ids = [
    ...new Set(turns.flatMap(({ before, after }) => (after && isOffered(before, after) ? [after.id] : []))),
  ]
  if (!ids.length) return
  const known = await tx.getMany(supplyNotes, ids)
  // Written anew, so that whoever is working it off leaves it there.
  if (known.length)
    await tx.replaceMany(
      supplyNotes,
      known.map((note) => ({ ...note, at })),
    )
  const noted = new Set(known.map(({ id }) => id))
  const fresh = ids.filter((id) => !noted.has(id)).map((id) => ({ id, revision: 1, at }))
  if (fresh.length) await tx.insertMany(supplyNotes, fresh)
})

const isOffered = (before: Offering | undefined, after: Offering): boolean =>
  before?.state === 'published' || after.state === 'published'

export interface SupplyNotesDeps {
  readonly store: DocumentStore
  /** Waiting needs that an offering is about; none where it is not kept any more. */
  readonly concernedBy: (offeringId: string) => Promise<readonly string[]>
}

/** Has the needs that changed offerings concern looked at again. Done twice it does the same. */
export type SupplyChanges = ReturnType<typeof createSupplyChanges>

const notesAtOnce = 20
const needsAtOnce = 200

export function createSupplyChanges({ store, concernedBy }: SupplyNotesDeps) {
  const notesOf = (limit: number) => store.find(supplyNotes, {}, { limit })

  /** The needs are held: nobody writes what was found out about them meanwhile. */
  function ask(ids: readonly string[]): Promise<void> {
    return store.transaction(async (tx) => {
      await tx.lock(needsCollection, ids)
      const verdicts = await tx.getMany(verdictsCollection, ids)
      const asked = verdicts.filter(({ looked }) => looked !== due && looked !== done && looked !== again)
      if (asked.length)
        await tx.replaceMany(
          verdictsCollection,
          asked.map((verdict) => ({ ...verdict, looked: again })),
        )
    })
  }

  return {
    async isDue(): Promise<boolean> {
      return (await notesOf(1)).length > 0
    },

    /** Works off up to 20 notes. @returns how many there were */
    async askAgain(signal: AbortSignal): Promise<number> {
      const notes = await notesOf(notesAtOnce)
      const concerned = new Set<string>()
      for (const { id } of notes) {
        for (const need of await concernedBy(id)) concerned.add(need)
        // Some milliseconds of reckoning each: requests go between them.
        await nextTurn()
      }
      const ids = [...concerned].sort()
      for (let from = 0; from < ids.length; from += needsAtOnce) {
        signal.throwIfAborted()
        await ask(ids.slice(from, from + needsAtOnce))
      }
      for (const note of notes) await takeAway(store, note)
      return notes.length
    },
  }
}

/** What was noted anew meanwhile stays. */
async function takeAway(store: DocumentStore, { id, revision }: SupplyNote): Promise<void> {
  try {
    await store.transaction((tx) => tx.remove(supplyNotes, id, revision))
  } catch (error) {
    if (!(error instanceof Conflict || error instanceof NotFound)) throw error
  }
}
