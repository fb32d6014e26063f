import type { Unit } from '../platform/records/index.js'
import { needKind } from './collection.js'
import type { Need } from './model.js'
import { type Progress, progressed } from './progress.js'

/** `progressed`, in the transaction of whatever holds the parts. @throws NotFound and as `progressed` does */
export async function addProgress(unit: Unit, needId: string, change: Progress): Promise<void> {
  if (Object.values(change).every((part) => part === 0)) return
  const add = { id: needId, revision: undefined, change: (need: Need) => progressed(need, change) }
  await unit.amend(needKind, add, { action: 'progress' })
}
