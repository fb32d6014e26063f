import { systemActor } from '../platform/actor.js'
import { Conflict } from '../platform/errors.js'
import { type Leases, madeBy } from '../platform/leases/index.js'
import { type UnitDeps, unitOfWork } from '../platform/records/index.js'
import type { Taxonomy } from '../taxonomy/index.js'
import { needKind, needsCollection } from './collection.js'
import { judged } from './guarded.js'
import { following, type Need } from './model.js'
import { settled } from './progress.js'
import { queued } from './queue.js'

/** Grows when the rules of guarded.ts, progress.ts or queue.ts change. */
const rules = 2
const atOnce = 200

/**
 * Writes into the needs what follows from them (`guarded`, `partlyTaken`, `queue`) where that was done by other rules or another
 * taxonomy, or never: after an upgrade. It is nobody's deed, so the trail says nothing; search and matching are told.
 * @returns how many needs were wrong
 */
export async function judgeAll(
  deps: UnitDeps & { readonly leases: Leases; readonly taxonomy: Taxonomy },
): Promise<number> {
  const { store, taxonomy } = deps
  const by = `${rules} ${taxonomy.services.version} ${taxonomy.groups.version}`
  return madeBy(deps, 'needs', by, async () => {
    let wrong = 0
    for await (const batch of store.scan(needsCollection, atOnce)) {
      const ids = batch.filter((need) => rejudged(need, taxonomy)).map(({ id }) => id)
      if (ids.length) wrong += await untilKept(() => rewrite(deps, ids))
    }
    return wrong
  })
}

function rejudged(need: Need, taxonomy: Taxonomy): Need | undefined {
  const next = queued(settled(judged(need, taxonomy)))
  return following.some((field) => next[field] !== need[field]) ? next : undefined
}

function rewrite(deps: UnitDeps & { readonly taxonomy: Taxonomy }, ids: readonly string[]): Promise<number> {
  return unitOfWork(deps, systemActor('start'), async (unit) => {
    const needs = await unit.tx.getMany(needsCollection, ids)
    const wrong = needs.flatMap((need) => rejudged(need, deps.taxonomy) ?? [])
    await unit.tx.replaceMany(needsCollection, wrong)
    unit.retell(needKind, ...wrong.map(({ id }) => id))
    return wrong.length
  })
}

/** A process of the version before may write one of them at the same time. */
async function untilKept(work: () => Promise<number>): Promise<number> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
    }
  }
}
