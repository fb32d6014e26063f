import type { Actor } from '../actor.js'
import type { Recorded, RecordKind } from './model.js'
import { type UnitDeps, unitOfWork } from './unit.js'

/** Puts into the audit trail that somebody took a whole list of a kind with them; no record is a subject of that. */
export function noteExport(
  deps: UnitDeps,
  { name }: Pick<RecordKind<Recorded>, 'name'>,
  actor: Actor,
): Promise<void> {
  // By its name only: the views are owed nothing.
  return unitOfWork(deps, actor, async (unit) => unit.note({ name }, { action: 'export' }))
}
