import { isOfOrganization } from '../access/index.js'
import type { Actor } from '../platform/actor.js'
import { type FieldError, Invalid, NotFound } from '../platform/errors.js'
import { anyOf, both, dayOf, given, type Unit, type UnitDeps, unitOfWork } from '../platform/records/index.js'
import type { Condition, Filter, FindOptions } from '../platform/store/index.js'
import { mask } from '../privacy/index.js'
import type { Regions } from '../regions/index.js'
import {
  type ClosingScope,
  type ClosingStep,
  closingErrors,
  closingId,
  type MonthClosing,
  monthClosingKind,
  monthClosings,
  stepped,
} from './closings.js'
import { kindTotals } from './kind-totals.js'
import { monthOf } from './model.js'
import type { MonthGates } from './month-gates.js'

export interface MonthClosingsDeps extends UnitDeps {
  readonly regions: Regions
  /** What is wrong with an organisation that does not exist. */
  readonly organizationErrors: (id: string) => Promise<readonly FieldError[]>
}

export interface MonthClosingFilters {
  readonly month?: readonly string[]
  readonly state?: readonly MonthClosing['state'][]
  readonly region?: readonly string[]
  readonly organization?: readonly string[]
}

/** The use cases around closed months, and the only writer of them. */
export interface MonthClosings {
  /**
   * Closes a month, also one that was opened again, and keeps the totals as they stand.
   * @throws Invalid for a month that is not over and a scope that is not the actor's; Conflict `state.refused`
   */
  close(asked: ClosingScope & { readonly month: string }, actor: Actor): Promise<MonthClosing>
  /** @throws NotFound, also for a scope that is not the actor's; Conflict `revision.stale`, `state.refused` */
  reopen(id: string, revision: number, reason: string, actor: Actor): Promise<MonthClosing>
  /** @throws NotFound */
  get(id: string, actor: Actor): Promise<MonthClosing>
  list(filters: MonthClosingFilters, options: FindOptions, actor: Actor): Promise<MonthClosing[]>
}

export function createMonthClosings(deps: MonthClosingsDeps, gates: MonthGates): MonthClosings {
  const { store, clock, regions } = deps
  const get = async (id: string, actor: Actor): Promise<MonthClosing> => {
    const closing = await store.get(monthClosings, id)
    if (!closing || !mayRead(actor, closing, regions)) throw new NotFound(monthClosingKind.name, id)
    return closing
  }

  return {
    async close(asked, actor) {
      const { month, organizationId, region } = asked
      const errors = [
        ...closingErrors(asked, monthOf(dayOf(clock.now().toISOString())), regions),
        ...(organizationId === undefined ? [] : await deps.organizationErrors(organizationId)),
      ]
      if (!errors.length && !mayClose(actor, asked, regions))
        errors.push({
          field: region === undefined ? 'organizationId' : 'region',
          code: 'service.closingScope',
        })
      if (errors.length) throw new Invalid(errors)
      const id = closingId(month, asked)
      return gates.throughAll(month, (hold) =>
        unitOfWork(deps, actor, async (unit) => {
          await hold(unit.tx)
          const totals = await kindTotals(unit.tx, totalsOf(asked, regions))
          return closed(unit, id, asked, { action: 'close', at: unit.at, by: actor.id, totals })
        }),
      )
    },
    async reopen(id, revision, said, actor) {
      const reason = mask(said).text
      const { month, ...scope } = await get(id, actor)
      if (!mayClose(actor, scope, regions)) throw new NotFound(monthClosingKind.name, id)
      return unitOfWork(deps, actor, async (unit) => {
        const step = { action: 'reopen', at: unit.at, by: actor.id, reason } as const
        const change = (closing: MonthClosing) => stepped(closing, step)
        return unit.amend(monthClosingKind, { id, revision, change }, { action: 'reopen', reason })
      })
    },
    get: async (id, actor) => shown(await get(id, actor), actor, regions),
    async list(filters, options, actor) {
      const found = await store.find(monthClosings, storedClosings(filters, actor, regions), options)
      return found.map((closing) => shown(closing, actor, regions))
    },
  }
}

/** For the first time, or again. */
async function closed(
  unit: Unit,
  id: string,
  { month, organizationId, region }: ClosingScope & { readonly month: string },
  step: ClosingStep,
): Promise<MonthClosing> {
  const deed = { action: 'close' }
  const before = await unit.tx.get(monthClosings, id)
  if (before) {
    const change = (closing: MonthClosing) => stepped(closing, step)
    return unit.amend(monthClosingKind, { id, revision: before.revision, change }, deed)
  }
  const scope = given({ organizationId, region })
  const fields = { month, ...scope, state: 'closed', steps: [step] } as const
  const [made] = await unit.createMany(monthClosingKind, [{ id, fields }], deed)
  return made as MonthClosing
}

/** A street closes its own months; the district everybody's. */
function mayClose({ role, region: own }: Actor, { region }: ClosingScope, regions: Regions): boolean {
  if (role === 'district' || role === 'system') return true
  return role === 'street' && own !== undefined && region !== undefined && regions.covers(own, region)
}

/**
 * Whom a closing binds need not read what it adds up: the sums of others, or what is left of them when one's own is taken
 * away. So totals are for who reads all the records that they are made of.
 */
function shown(closing: MonthClosing, actor: Actor, regions: Regions): MonthClosing {
  const { organizationId, region } = closing
  const { role, region: own } = actor
  const readsAll =
    role === 'district' ||
    role === 'system' ||
    (organizationId !== undefined && actor.organization === organizationId) ||
    (own !== undefined && region !== undefined && regions.covers(own, region))
  if (readsAll) return closing
  return { ...closing, steps: closing.steps.map(({ totals: _, ...step }) => step) }
}

/** Those that bind what the actor sees: of its organisation, of its region and of those around it. */
function readable(actor: Actor, regions: Regions): Filter {
  const { role, region = '', organization = '' } = actor
  if (role === 'district' || role === 'system') return {}
  // An organisation may serve anywhere.
  if (isOfOrganization(actor)) return { $or: [{ organizationId: organization }, { region: { $ne: null } }] }
  const codes = [...new Set([...regions.chain(region), ...regions.subtree(region)])]
  return { region: anyOf(role === 'committee' || role === 'street' ? codes : []) }
}

/** Whether `readable` lets this one through. */
function mayRead(actor: Actor, { organizationId, region }: MonthClosing, regions: Regions): boolean {
  const { role, region: own = '', organization } = actor
  if (role === 'district' || role === 'system') return true
  if (isOfOrganization(actor)) return region !== undefined || organizationId === organization
  if (region === undefined || (role !== 'committee' && role !== 'street')) return false
  return regions.covers(own, region) || regions.covers(region, own)
}

function totalsOf(
  { organizationId, region, month }: ClosingScope & { month: string },
  regions: Regions,
): Filter {
  const codes = regions.narrowedTo(region)
  return { month, ...given<Condition>({ organizationId, region: codes && anyOf(codes) }) }
}

/** Those asked for, within the actor's scope. */
export function storedClosings(
  { month, state, region, organization }: MonthClosingFilters,
  actor: Actor,
  regions: Regions,
): Filter {
  const asked = given<Condition>({
    month: month && anyOf(month),
    state: state && anyOf(state),
    region: region && anyOf(region),
    organizationId: organization && anyOf(organization),
  })
  return both(readable(actor, regions), asked)
}
