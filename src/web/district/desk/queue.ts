import { useQuery } from '@tanstack/react-query'
import { api, bodyOf } from '../../api/client.js'
import type { Referral } from '../../referrals/actions.js'
import { type Urgency, urgencies, urgencyOf } from '../parts/urgency-select.js'

export interface QueueFilters {
  readonly region?: string
  readonly urgency?: Urgency
}

type ReferralQuery = NonNullable<Parameters<typeof readPage>[0]>

const pageSize = 100
/** More than anybody works through in a day; the page says so where there are more. */
const mostReferrals = 500

/** Of referrals that are asked for or under way. */
export const activeStates = ['requested', 'received', 'accepted', 'on-hold', 'in-progress'] as const

/** All referrals that match, as far as one desk can hold them: the order needs them all. */
export function useQueue(query: ReferralQuery, { region, urgency }: QueueFilters) {
  const asked = { ...query, ...(region ? { region } : {}) }
  const found = useQuery({ queryKey: ['referrals', 'desk', asked], queryFn: () => readAll(asked) })
  const all = found.data?.items ?? []
  const items = urgency ? all.filter((referral) => referral.urgency === urgency) : all
  return { ...found, items: [...items].sort(byUrgencyAndDeadline), isCut: found.data?.isCut ?? false }
}

async function readAll(query: ReferralQuery): Promise<{ items: Referral[]; isCut: boolean }> {
  const items: Referral[] = []
  let after: string | undefined
  do {
    const page = await readPage(query, after)
    items.push(...page.items)
    after = page.next
  } while (after !== undefined && items.length < mostReferrals)
  return { items, isCut: after !== undefined }
}

function readPage(
  {
    state,
    ...rest
  }: { region?: string; owes?: Referral['owes']; overdue?: true; state?: readonly Referral['state'][] },
  after: string | undefined,
) {
  return bodyOf(
    api.GET('/referrals', {
      params: {
        query: {
          ...rest,
          ...(state ? { state: [...state] } : {}),
          limit: pageSize,
          ...(after ? { after } : {}),
        },
      },
    }),
  )
}

/** The most urgent first, of these the one that is due first; what is due at no time stands last. */
export function byUrgencyAndDeadline(a: Referral, b: Referral): number {
  return rank(a) - rank(b) || dueOf(a) - dueOf(b) || (a.id < b.id ? -1 : 1)
}

function rank({ urgency }: Referral): number {
  const known = urgencyOf(urgency)
  return known ? urgencies.indexOf(known) : urgencies.length
}

const dueOf = ({ dueAt }: Referral): number => (dueAt ? Date.parse(dueAt) : Number.MAX_SAFE_INTEGER)
