import { inParallel } from '../platform/parallel.js'
import { both } from '../platform/records/index.js'
import type { Filter, Reader } from '../platform/store/index.js'
import { referralsCollection } from './collection.js'
import { dueFirst } from './queue.js'
import type { Stage } from './states.js'

/** What an organisation has in hand: all whose next step is its own. */
export interface OrganizationLoad {
  readonly organizationId: string
  /** Sent to it and not answered. */
  readonly toAnswer: number
  readonly toBegin: number
  readonly inService: number
  /** Owed by it and overdue. */
  readonly overdue: number
  /** ISO instant of what it owes next. */
  readonly nextDue?: string
}

const lookupsAtOnce = 8

/**
 * Counted by the store, over all that organisations owe; the most overdue first, then who has most in hand.
 * @param scope which referrals the reader sees and asks for
 * @param now ISO instant
 */
export async function readLoads(
  store: Pick<Reader, 'tally' | 'find'>,
  scope: Filter,
  now: string,
): Promise<OrganizationLoad[]> {
  const owed = both(scope, { owes: 'organisation' })
  const [inHand, late] = await Promise.all([
    store.tally(referralsCollection, owed, ['organizationId', 'stage']),
    store.tally(referralsCollection, both(owed, { queue: { $lt: now } }), ['organizationId']),
  ])
  const atStages = new Map<string, Map<Stage, number>>()
  for (const { key, count } of inHand) {
    const [id, stage] = key as [string, Stage]
    atStages.set(id, (atStages.get(id) ?? new Map()).set(stage, count))
  }
  const overdue = new Map(late.map(({ key, count }) => [String(key[0]), count]))
  const nextDue = await nextDueOf(store, [...atStages.keys()], scope)
  return (
    Array.from(atStages, ([id, at]) => {
      const sumOf = (...stages: Stage[]): number =>
        stages.reduce((sum, stage) => sum + (at.get(stage) ?? 0), 0)
      const due = nextDue.get(id)
      return {
        organizationId: id,
        toAnswer: sumOf('requested', 'received'),
        toBegin: sumOf('accepted'),
        inService: sumOf('in-progress', 'on-hold', 'reopened', 'disputed'),
        overdue: overdue.get(id) ?? 0,
        ...(due === undefined ? {} : { nextDue: due }),
      }
    })
      // An application that is kept back is in nobody's hand yet.
      .filter((load) => inAll(load) > 0)
      .sort(
        (a, b) =>
          b.overdue - a.overdue || inAll(b) - inAll(a) || (a.organizationId < b.organizationId ? -1 : 1),
      )
  )
}

const inAll = ({ toAnswer, toBegin, inService }: OrganizationLoad): number => toAnswer + toBegin + inService

/** Of each organisation the first in its queue, which an index holds. */
async function nextDueOf(
  store: Pick<Reader, 'find'>,
  ids: readonly string[],
  scope: Filter,
): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  await inParallel(ids, lookupsAtOnce, async (organizationId) => {
    const own = both(scope, { organizationId, owes: 'organisation' })
    const [first] = await store.find(referralsCollection, own, { sort: dueFirst, limit: 1 })
    if (first?.dueAt !== undefined) found.set(organizationId, first.dueAt)
  })
  return found
}
