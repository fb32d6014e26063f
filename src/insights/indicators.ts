import { placeScope } from '../access/index.js'
import { hourBounds, medianHours, type Outcomes } from '../learning/index.js'
import type { Actor } from '../platform/actor.js'
import { anyOf, both, given } from '../platform/records/index.js'
import type { Condition, DocumentStore, Filter } from '../platform/store/index.js'
import { branchOf } from './cells.js'
import { inBatches } from './in-batches.js'
import { assertAsked, type Reference } from './query.js'
import { responseCells } from './response-cells.js'
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
  readonly store: Pick<DocumentStore, 'find'>
}

const counts = ['referrals', 'accepted', 'declined', 'unanswered', 'completed', 'failed'] as const
/** Of an array no sum can be asked for by the store; the cells of one answer are added up here. */
const mostCells = 50_000

/**
 * How requests were answered and what came of them, by when they were made; within the actor's region, and for an
 * organisation its own.
 * @throws Invalid
 */
export async function readIndicators(
  query: IndicatorsQuery,
  actor: Actor,
  deps: IndicatorsDeps,
): Promise<{ rows: IndicatorRow[]; isCut: boolean }> {
  assertAsked(query, deps)
  const sums = new Map<string, Sum>()
  const filter = filterOf(query, actor, deps)
  let read = 0
  for await (const cells of inBatches(deps.store, responseCells, filter, 'month')) {
    for (const cell of cells) {
      const group = groupOf(cell, query.by, deps)
      const before = sums.get(group)
      sums.set(group, before ? plusCell(before, cell) : cell)
    }
    read += cells.length
    if (read >= mostCells) break
  }
  const rows = [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([group, sum]) => rowOf(group, sum))
  return { rows, isCut: read >= mostCells }
}

type Sum = Outcomes & { readonly referrals: number }

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

function groupOf(
  {
    month,
    region,
    category,
    organizationId,
  }: { month: string; region: string; category: string; organizationId: string },
  by: IndicatorGrouping | undefined,
  { regions, taxonomy }: Reference,
): string {
  switch (by) {
    case 'month':
      return month
    case 'street':
      return rolledUp(region, 'street', regions)
    case 'category':
      return branchOf(taxonomy.services.resolve(category) ?? category)
    case 'organization':
      return organizationId
    default:
      return ''
  }
}

function plusCell(sum: Sum, cell: Sum): Sum {
  const added = Object.fromEntries(counts.map((name) => [name, sum[name] + cell[name]])) as Pick<
    Sum,
    (typeof counts)[number]
  >
  return { ...sum, ...added, answers: sum.answers.map((count, at) => count + (cell.answers[at] ?? 0)) }
}

function rowOf(group: string, sum: Sum): IndicatorRow {
  const { referrals, accepted, declined, unanswered, completed, failed } = sum
  const answered = accepted + declined
  const hours = medianHours(sum)
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
