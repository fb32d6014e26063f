import { inParallel } from '../platform/parallel.js'
import { anyOf, both } from '../platform/records/index.js'
import type { Filter, Reader } from '../platform/store/index.js'
import { referralsCollection } from './collection.js'
import { dueFirst } from './queue.js'
import type { ReferralState } from './states.js'

/** What an organisation has in hand and owes. */
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

/** Of referrals that are asked for or under way. */
const active: readonly ReferralState[] = ['requested', 'received', 'accepted', 'on-hold', 'in-progress']
const lookupsAtOnce = 8

/**
 * Counted by the store, over all that is under way; the most overdue first, then who has most in hand.
 * @param scope which referrals the reader sees and asks for
 * @param now ISO instant
 */
export async function readLoads(
  store: Pick<Reader, 'tally' | 'find'>,
  scope: Filter,
  now: string,
): Promise<OrganizationLoad[]> {
  const underWay = both(scope, { state: anyOf(active) })
  const owed = both(underWay, { owes: 'organisation' })
  const [inHand, toAnswer, late] = await Promise.all([
    store.tally(referralsCollection, underWay, ['organizationId', 'state']),
    store.tally(referralsCollection, both(owed, { state: anyOf(['requested', 'received']) }), [
      'organizationId',
    ]),
    store.tally(referralsCollection, both(owed, { queue: { $lt: now } }), ['organizationId']),
  ])
  const ids = [...new Set(inHand.map(({ key }) => String(key[0])))]
  const nextDue = await nextDueOf(store, ids, scope)
  const sumOf = (
    rows: Awaited<ReturnType<Reader['tally']>>,
    id: string,
    ...states: ReferralState[]
  ): number =>
    rows
      .filter(({ key }) => key[0] === id && (!states.length || states.includes(key[1] as ReferralState)))
      .reduce((sum, { count }) => sum + count, 0)
  return ids
    .map((id) => {
      const due = nextDue.get(id)
      return {
        organizationId: id,
        toAnswer: sumOf(toAnswer, id),
        toBegin: sumOf(inHand, id, 'accepted'),
        inService: sumOf(inHand, id, 'in-progress', 'on-hold'),
        overdue: sumOf(late, id),
        ...(due === undefined ? {} : { nextDue: due }),
      }
    })
    .sort(
      (a, b) =>
        b.overdue - a.overdue || inAll(b) - inAll(a) || (a.organizationId < b.organizationId ? -1 : 1),
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
