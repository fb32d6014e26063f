import type { Leases } from '../platform/leases/index.js'
import { type DocumentStore, defineCollection, type Stored } from '../platform/store/index.js'
import type { Taxonomy } from '../taxonomy/index.js'
import { rebuildCells } from './recount.js'
import { recountResponses } from './response-cells.js'

/** By which rules the cells were made. */
interface Made extends Stored {
  readonly by: string
}

export const madeCollection = defineCollection<Made>({ name: 'insight_makings', shape: { by: 'string' } })

/** Grows when what cells count, or how they are keyed, changes. */
const rules = 2
const id = 'cells'
/** So long nobody goes on with it when the process dies; milliseconds. */
const leaseMs = 10_000

/**
 * Makes the cells where they are missing, or were made by other rules or another taxonomy: after an upgrade. One process does
 * it, the others wait.
 * @returns how many cells were wrong
 */
export async function makeCells(deps: {
  readonly store: DocumentStore
  readonly leases: Leases
  readonly taxonomy: Taxonomy
}): Promise<number> {
  const { store, leases, taxonomy } = deps
  const by = `${rules} ${taxonomy.services.version} ${taxonomy.groups.version}`
  const isMade = async () => (await store.get(madeCollection, id))?.by === by
  if (await isMade()) return 0
  return leases.holding('insight-cells', leaseMs, async () => {
    if (await isMade()) return 0
    const mended = await rebuildAll(store, taxonomy)
    const before = await store.get(madeCollection, id)
    if (before) await store.replace(madeCollection, { ...before, by }, before.revision)
    else await store.insert(madeCollection, { id, revision: 1, by })
    return mended
  })
}

/** Brings all cells to what needs and referrals say. @returns how many were wrong */
export async function rebuildAll(store: DocumentStore, taxonomy: Taxonomy): Promise<number> {
  return (await rebuildCells(store, taxonomy)) + (await recountResponses(store, true)).length
}
