import { type Need, needsCollection, wantsMore } from '../needs/index.js'
import type { Clock } from '../platform/clock.js'
import { NotFound } from '../platform/errors.js'
import type { Job } from '../platform/jobs/index.js'
import type { DocumentStore, Transaction } from '../platform/store/index.js'
import type { Taxonomy } from '../taxonomy/index.js'
import { causeOfMatching } from './causes.js'
import { write } from './follow.js'
import type { Look, LookAt } from './near-misses.js'
import { done, due, type NeedVerdict, verdictsCollection } from './verdicts.js'

export interface LookDeps {
  readonly store: DocumentStore
  readonly clock: Clock
  readonly taxonomy: Taxonomy
  readonly lookAt: LookAt
}

const atOnce = 200
/** After so long what is offered may have changed; milliseconds. */
const staleMs = 24 * 3_600_000

/**
 * Asks matching about needs that are new or say something else, and once a day about all that wait: what they ask for where
 * nobody stated it, and why nobody serves them. Done twice it finds the same.
 */
export function lookJob(deps: LookDeps): Job {
  const { store, clock } = deps

  async function lookAtAll(signal?: AbortSignal): Promise<number> {
    const fresh = await store.find(verdictsCollection, { looked: due }, { limit: atOnce })
    const before = new Date(clock.now().getTime() - staleMs).toISOString()
    const sort = { field: 'looked', direction: 'asc' } as const
    const stale = await store.find(verdictsCollection, { looked: { $lt: before } }, { sort, limit: atOnce })
    let looked = 0
    for (const { id } of [...fresh, ...stale]) {
      signal?.throwIfAborted()
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
      // What says something else by now is looked at again.
      if (now && known && now.revision === need?.revision) await keep(tx, now, known, look)
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
    name: 'look-at-needs',
    summary: { zh: '判断需求的类别和未满足的原因', en: 'Find what needs ask for and why they are unmet' },
    schedule: '*/2 * * * *',
    run: async ({ signal }) => ({ counts: { needs: await lookAtAll(signal) } }),
  }
}
