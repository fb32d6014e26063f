import { placeScope } from '../access/index.js'
import { hourBounds, medianHours } from '../learning/index.js'
import type { Actor } from '../platform/actor.js'
import { anyOf, both, given } from '../platform/records/index.js'
import type { Condition, DocumentStore, Filter } from '../platform/store/index.js'
import { branchOf } from './cells.js'
import { assertAsked, type Reference } from './query.js'
import { hourNames, responseCells } from './response-cells.js'
import { rolledUp } from './scope.js'

export const indicatorGroupings = ['month', 'street', 'category', 'organization'] as const
export type IndicatorGrouping = (typeof indicatorGroupings)[number]

export interface IndicatorsQuery {
  readonly by?: IndicatorGrouping
  readonly region?: string
  readonly category?: string
  readonly organization?: string
  readonly from: string
  readonly to: string
}

export interface IndicatorRow {
  /** A month, the code of a street, a branch or an organisation's id, by what it is grouped by. */
  readonly group?: string
  readonly referrals: number
  readonly accepted: number
  readonly declined: number
  readonly unanswered: number
  readonly completed: number
  readonly failed: number
  /** Answered in time, of all that were asked and came to an answer or ran out of time; 0 to 1. */
  readonly responseRate?: number
  /** Completed, of what was accepted and is over; 0 to 1. */
  readonly fulfilmentRate?: number
  /** Half of the answers came within so many hours; -1 where that is longer than the longest class. */
  readonly medianHours?: number
}

export interface IndicatorsDeps extends Reference {
  readonly store: Pick<DocumentStore, 'tally'>
}

export const indicatorCounts = [
  'referrals',
  'accepted',
  'declined',
  'unanswered',
  'completed',
  'failed',
] as const

/**
 * How requests were answered and what came of them, by when they were made; within the actor's region, and for an
 * organisation its own.
 * @throws Invalid
 */
export async function readIndicators(
  query: IndicatorsQuery,
  actor: Actor,
  deps: IndicatorsDeps,
): Promise<{ rows: IndicatorRow[] }> {
  assertAsked(query, deps)
  const grouped = paths[query.by ?? 'all']
  const tallied = await deps.store.tally(responseCells, filterOf(query, actor, deps), grouped, summed)
  const sums = new Map<string, number[]>()
  for (const { key, sums: ofKey } of tallied) {
    const group = groupOf(String(key[0] ?? ''), query.by, deps)
    const before = sums.get(group)
    sums.set(group, before ? before.map((sum, at) => sum + (ofKey[at] ?? 0)) : [...ofKey])
  }
  const rows = [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([group, sum]) => rowOf(group, sum))
  return { rows }
}

const summed = [...indicatorCounts, ...hourNames.map((name) => `hours.${name}`)]
const paths = {
  month: ['month'],
  street: ['region'],
  category: ['category'],
  organization: ['organizationId'],
  all: [],
} as const satisfies { readonly [K in IndicatorGrouping | 'all']: readonly string[] }

function filterOf(query: IndicatorsQuery, actor: Actor, { regions, taxonomy }: Reference): Filter {
  const { region, category, organization, from, to } = query
  const codes = regions.narrowedTo(region)
  const asked = given<Condition>({
    month: { $gte: from, $lte: to },
    region: codes && anyOf(codes),
    category: category === undefined ? undefined : anyOf(taxonomy.services.under(category)),
    organizationId: organization,
  })
  return both(placeScope(actor, regions), asked)
}

/** @param key what the cells are kept by */
function groupOf(key: string, by: IndicatorGrouping | undefined, { regions, taxonomy }: Reference): string {
  if (by === 'street') return rolledUp(key, 'street', regions)
  return by === 'category' ? branchOf(taxonomy.services.resolve(key) ?? key) : key
}

function rowOf(group: string, sums: readonly number[]): IndicatorRow {
  const [referrals = 0, accepted = 0, declined = 0, unanswered = 0, completed = 0, failed = 0] = sums
  const answered = accepted + declined
  const hours = medianHours({ answers: sums.slice(indicatorCounts.length) })
  return {
    ...(group === '' ? {} : { group }),
    ...{ referrals, accepted, declined, unanswered, completed, failed },
    ...rate('responseRate', answered, answered + unanswered),
    ...rate('fulfilmentRate', completed, completed + failed),
    ...(hours === undefined ? {} : { medianHours: hours > (hourBounds.at(-1) ?? 0) ? -1 : hours }),
  }
}

function rate<N extends string>(name: N, part: number, whole: number): { readonly [K in N]?: number } {
  return (whole ? { [name]: Math.round((part / whole) * 10_000) / 10_000 } : {}) as {
    readonly [K in N]?: number
  }
}
