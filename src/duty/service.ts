import { type Account, accountKind, reaches, regionScope } from '../access/index.js'
import type { Actor } from '../platform/actor.js'
import { Forbidden, Invalid, NotFound } from '../platform/errors.js'
import { both, type UnitDeps, unitOfWork } from '../platform/records/index.js'
import type { FindOptions } from '../platform/store/index.js'
import type { Regions } from '../regions/index.js'
import { dutyKind, dutyTurns } from './collection.js'
import { type DutyDraft, type DutyTurn, type RosterTurn, spanErrors } from './model.js'
import { isStaffOf, staffOf } from './staff.js'

/** The roster (值班表), planned by the staff of each street and of the district for themselves. */
export interface Duty {
  /** Turns of the actor's region that are not over, with whose they are. */
  list(options: FindOptions, actor: Actor): Promise<RosterTurn[]>
  /** @throws NotFound */
  get(id: string, actor: Actor): Promise<DutyTurn>
  /** Who may be on duty for a street or the district; nobody for a region of others, or one that has no staff of its own. */
  staff(region: string, options: FindOptions, actor: Actor): Promise<Account[]>
  /** @throws Forbidden for a region of others; Invalid for one that has no staff of its own, or another's account */
  plan(draft: DutyDraft, actor: Actor): Promise<DutyTurn>
  /** @throws what `plan` does; NotFound; Conflict `revision.stale` */
  amend(id: string, revision: number, draft: DutyDraft, actor: Actor): Promise<DutyTurn>
  /** @throws NotFound; Conflict `revision.stale` */
  cancel(id: string, revision: number, actor: Actor): Promise<void>
}

export function createDuty(deps: UnitDeps & { readonly regions: Regions }): Duty {
  const { store, clock, regions } = deps

  async function assertPlannable(draft: DutyDraft, actor: Actor): Promise<void> {
    if (!reaches(actor, draft.region, regions)) throw new Forbidden('duty.plan')
    const errors = spanErrors(draft)
    if (errors.length) throw new Invalid(errors)
    const scope = staffOf(draft.region, regions)
    if (!scope) throw new Invalid([{ field: 'region', code: 'duty.region' }])
    const account = await store.get(accountKind.collection, draft.accountId)
    if (!account || !isStaffOf(account, scope))
      throw new Invalid([{ field: 'accountId', code: 'duty.account' }])
  }

  async function get(id: string, actor: Actor): Promise<DutyTurn> {
    const turn = await store.get(dutyTurns, id)
    if (!turn || !reaches(actor, turn.region, regions)) throw new NotFound(dutyKind.name, id)
    return turn
  }

  async function withPeople(turns: readonly DutyTurn[]): Promise<RosterTurn[]> {
    const ids = [...new Set(turns.map(({ accountId }) => accountId))]
    const accounts = await store.getMany(accountKind.collection, ids)
    const people = new Map(accounts.map((account) => [account.id, account]))
    return turns.map((turn) => {
      const person = people.get(turn.accountId)
      return { ...turn, name: person?.name ?? '', isActive: person?.state === 'active' }
    })
  }

  return {
    get,
    async list(options, actor) {
      const notOver = { to: { $gt: clock.now().toISOString() } }
      return withPeople(await store.find(dutyTurns, both(regionScope(actor, regions), notOver), options))
    },
    async staff(region, options, actor) {
      const scope = reaches(actor, region, regions) ? staffOf(region, regions) : undefined
      return scope ? store.find(accountKind.collection, { ...scope, state: 'active' }, options) : []
    },
    async plan(draft, actor) {
      await assertPlannable(draft, actor)
      return unitOfWork(deps, actor, (unit) => unit.create(dutyKind, draft, { action: 'plan' }))
    },
    async amend(id, revision, draft, actor) {
      await get(id, actor)
      await assertPlannable(draft, actor)
      const change = (before: DutyTurn) => ({ ...before, ...draft })
      return unitOfWork(deps, actor, (unit) => unit.amend(dutyKind, { id, revision, change }))
    },
    async cancel(id, revision, actor) {
      await get(id, actor)
      await unitOfWork(deps, actor, (unit) => unit.remove(dutyKind, id, revision, { action: 'cancel' }))
    },
  }
}
