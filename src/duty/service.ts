import { type Account, accountKind, reaches, regionScope } from '../access/index.js'
import type { Actor } from '../platform/actor.js'
import { Forbidden, Invalid, NotFound } from '../platform/errors.js'
import { both, type UnitDeps, unitOfWork } from '../platform/records/index.js'
import type { FindOptions } from '../platform/store/index.js'
import type { Regions } from '../regions/index.js'
import { dutyKind, dutyTurns } from './collection.js'
import { type DutyDraft, type DutyTurn, spanErrors } from './model.js'

/** The roster (值班表), planned by the staff of each street and of the district for themselves. */
export interface Duty {
  /** Turns of the actor's region that are not over. */
  list(options: FindOptions, actor: Actor): Promise<DutyTurn[]>
  /** @throws Forbidden for a region of others; Invalid for one that has no staff of its own, or another's account */
  plan(draft: DutyDraft, actor: Actor): Promise<DutyTurn>
  /** @throws NotFound; Conflict `revision.stale` */
  cancel(id: string, revision: number, actor: Actor): Promise<void>
}

export function createDuty(deps: UnitDeps & { readonly regions: Regions }): Duty {
  const { store, clock, regions } = deps

  async function assertStaff({ region, accountId }: DutyDraft): Promise<void> {
    const level = regions.get(region)?.level
    if (level !== 'street' && level !== 'district')
      throw new Invalid([{ field: 'region', code: 'duty.region' }])
    const account = await store.get(accountKind.collection, accountId)
    if (!account || !isStaffOf(account, level, region))
      throw new Invalid([{ field: 'accountId', code: 'duty.account' }])
  }

  return {
    list(options, actor) {
      const notOver = { to: { $gt: clock.now().toISOString() } }
      return store.find(dutyTurns, both(regionScope(actor, regions), notOver), options)
    },
    async plan(draft, actor) {
      if (!reaches(actor, draft.region, regions)) throw new Forbidden('duty.plan')
      const errors = spanErrors(draft)
      if (errors.length) throw new Invalid(errors)
      await assertStaff(draft)
      return unitOfWork(deps, actor, (unit) => unit.create(dutyKind, draft, { action: 'plan' }))
    },
    async cancel(id, revision, actor) {
      const turn = await store.get(dutyTurns, id)
      if (!turn || !reaches(actor, turn.region, regions)) throw new NotFound(dutyKind.name, id)
      await unitOfWork(deps, actor, (unit) => unit.remove(dutyKind, id, revision, { action: 'cancel' }))
    },
  }
}

function isStaffOf(
  { role, region: own, state }: Account,
  level: 'street' | 'district',
  region: string,
): boolean {
  if (state !== 'active' || role !== level) return false
  // Staff of the district have no region.
  return level === 'district' || own === region
}
