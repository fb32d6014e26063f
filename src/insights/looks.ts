import { type Need, needsCollection, wantsMore } from '../needs/index.js'
import type { Clock } from '../platform/clock.js'
import { NotFound } from '../platform/errors.js'
import type { Job } from '../platform/jobs/index.js'
import type { Leases } from '../platform/leases/index.js'
import type { Logger } from '../platform/log.js'
import { LeasedLoop } from '../platform/relay/index.js'
import type { DocumentStore, Transaction } from '../platform/store/index.js'
import type { Taxonomy } from '../taxonomy/index.js'
import { causeOfMatching } from './causes.js'
import { write } from './follow.js'
import type { Look, LookAt } from './near-misses.js'
import type { SupplyChanges } from './supply-notes.js'
import { again, done, due, type NeedVerdict, verdictsCollection } from './verdicts.js'

export interface LookDeps {
  readonly store: DocumentStore
  readonly clock: Clock
  readonly taxonomy: Taxonomy
  readonly lookAt: LookAt
}

/** Asks matching about needs: what they ask for where nobody stated it, and why nobody serves them. Done twice it finds the same. */
export type Looks = ReturnType<typeof createLooks>

const atOnce = 200
/** After so long what is offered may have changed; milliseconds. */
const staleMs = 24 * 3_600_000

export function createLooks(deps: LookDeps) {
  const { store, clock } = deps
  const marked = (looked: string, limit: number) => store.find(verdictsCollection, { looked }, { limit })

  async function lookAtAll(verdicts: readonly NeedVerdict[], signal: AbortSignal): Promise<number> {
    let looked = 0
    for (const { id } of verdicts) {
      if (signal.aborted) break
      await lookAtOne(id)
      looked++
    }
    return looked
  }

  async function lookAtOne(id: string): Promise<void> {
    const need = await store.get(needsCollection, id)
    const look = need && wantsMore(need) ? await lookedUp(id) : undefined
    await store.transaction(async (tx) => {
      // The need is held: nobody counts it elsewhere meanwhile.
      const [now] = await tx.lock(needsCollection, [id])
      const known = await tx.get(verdictsCollection, id)
      if (!known) return
      if (!now) await tx.remove(verdictsCollection, id, known.revision)
      // What says something else by now stays due.
      else if (now.revision === need?.revision) await keep(tx, now, known, look)
    })
  }

  /** Undefined for a need that went meanwhile. */
  async function lookedUp(id: string): Promise<Look | undefined> {
    try {
      return await deps.lookAt(id)
    } catch (error) {
      if (error instanceof NotFound) return undefined
      throw error
    }
  }

  function keep(tx: Transaction, need: Need, known: NeedVerdict, look: Look | undefined): Promise<void> {
    const after: NeedVerdict = look
      ? {
          ...known,
          ...(look.category === undefined ? {} : { category: look.category }),
          seen: causeOfMatching(look.isMatched, look.excluded),
          looked: clock.now().toISOString(),
        }
      : { ...known, looked: done }
    return write(tx, need, known, after, deps.taxonomy)
  }

  return {
    async isDue(): Promise<boolean> {
      return (await marked(due, 1)).length + (await marked(again, 1)).length > 0
    },

    /** Needs that are new or say something else, up to 200. @returns how many there were */
    async lookAtDue(signal: AbortSignal): Promise<number> {
      return lookAtAll(await marked(due, atOnce), signal)
    },

    /** Needs that changed offerings concern, up to 200. @returns how many there were */
    async lookAtConcerned(signal: AbortSignal): Promise<number> {
      return lookAtAll(await marked(again, atOnce), signal)
    },

    /** Needs that wait and were looked at a day ago or longer, up to 200. @returns how many there were */
    async lookAgain(signal: AbortSignal): Promise<number> {
      const before = new Date(clock.now().getTime() - staleMs).toISOString()
      const sort = { field: 'looked', direction: 'asc' } as const
      const stale = await store.find(verdictsCollection, { looked: { $lt: before } }, { sort, limit: atOnce })
      return lookAtAll(stale, signal)
    },
  }
}

/** Time changes what fits too, and what a need is like: once a day all that wait are looked at again. */
export function lookAgainJob(looks: Pick<Looks, 'lookAgain'>): Job {
  return {
    name: 'look-at-needs',
    summary: { zh: '重新判断需求未满足的原因', en: 'Find anew why needs are unmet' },
    schedule: '*/2 * * * *',
    async run({ signal }) {
      const needs = await looks.lookAgain(signal)
      signal.throwIfAborted()
      return { counts: { needs } }
    },
  }
}

/**
 * Looks at needs as soon as they are due, or what is offered has changed: after the commit that made it so, whichever
 * process it was in. What all changes concern is known before any of it is looked at: many concern the same needs.
 */
export function lookLoop(
  looks: Looks,
  changes: SupplyChanges,
  { leases, log }: { leases: Leases; log: Logger },
): LeasedLoop {
  return new LeasedLoop({
    name: 'look-at-needs',
    leases,
    isBusy: async () => (await looks.isDue()) || (await changes.isDue()),
    step: async (lost) =>
      (await looks.lookAtDue(lost)) > 0 ||
      (await changes.askAgain(lost)) > 0 ||
      (await looks.lookAtConcerned(lost)) > 0,
    onError: (error) => log.error({ err: error, part: 'look-at-needs' }),
  })
}
