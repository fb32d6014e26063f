import { type Leases, madeBy } from '../platform/leases/index.js'
import type { DocumentStore } from '../platform/store/index.js'
import type { Taxonomy } from '../taxonomy/index.js'
import { rebuildCells } from './recount.js'
import { recountResponses } from './response-cells.js'

/** Grows when what cells count, or how they are keyed, changes. */
const rules = 2

/**
 * Makes the cells where they are missing, or were made by other rules or another taxonomy.
 * @returns how many cells were wrong
 */
export async function makeCells(deps: {
  readonly store: DocumentStore
  readonly leases: Leases
  readonly taxonomy: Taxonomy
}): Promise<number> {
  const { store, taxonomy } = deps
  const by = `${rules} ${taxonomy.services.version} ${taxonomy.groups.version}`
  return madeBy(deps, 'cells', by, () => rebuildAll(store, taxonomy))
}

/** Brings all cells to what needs and referrals say. @returns how many were wrong */
export async function rebuildAll(store: DocumentStore, taxonomy: Taxonomy): Promise<number> {
  return (await rebuildCells(store, taxonomy)) + (await recountResponses(store, true)).length
}
