import { Conflict, type FieldError, Invalid } from '../platform/errors.js'
import { type Recorded, type RecordKind, recordedShape } from '../platform/records/index.js'
import { defineCollection, type Reader, type Shape, type Sort } from '../platform/store/index.js'
import type { Regions } from '../regions/index.js'
import type { ServiceRecord } from './model.js'
import { type Figures, figuresShape, type WorkKind } from './work.js'

/** Whose month is closed: one organisation's, or that of a region with everything in it. Exactly one of the two. */
export interface ClosingScope {
  readonly organizationId?: string
  /** Code of a street or the district. */
  readonly region?: string
}

/** The sum over one kind of work. */
export interface KindTotal {
  readonly kind: WorkKind
  readonly records: number
  readonly figures: Figures
}

/** One decision about a month. */
export interface ClosingStep {
  readonly action: 'close' | 'reopen'
  readonly at: string
  readonly by: string
  /** Needed to reopen. */
  readonly reason?: string
  /** As they stood when it was closed. */
  readonly totals?: readonly KindTotal[]
}

/** 月结: while it is closed nothing in its scope and month is entered, corrected or removed. */
export interface MonthClosing extends Recorded, ClosingScope {
  /** `2026-03` */
  readonly month: string
  readonly state: 'closed' | 'reopened'
  /** Oldest first; nothing is taken out. */
  readonly steps: readonly ClosingStep[]
}

const shape: Shape<MonthClosing> = {
  ...recordedShape,
  organizationId: 'string',
  region: 'string',
  month: 'string',
  state: 'string',
  steps: [
    {
      action: 'string',
      at: 'string',
      by: 'string',
      reason: 'string',
      totals: [{ kind: 'string', records: 'number', figures: figuresShape }],
    },
  ],
}

export const monthClosings = defineCollection<MonthClosing>({
  name: 'month_closings',
  shape,
  indexes: [{ fields: ['month'] }, { fields: ['region', 'month'] }, { fields: ['organizationId', 'month'] }],
})

export const monthClosingKind: RecordKind<MonthClosing> = {
  name: 'month-closing',
  prefix: 'mc',
  collection: monthClosings,
}

export const monthClosingSort: Sort = { field: 'month', direction: 'desc' }

/** One id for one scope and month, so that two who close it at once cannot both. */
export function closingId(month: string, { organizationId, region }: ClosingScope): string {
  return `mc-${month}-${organizationId ?? region}`
}

/** Where and when a record counts. */
export type Place = Pick<ServiceRecord, 'organizationId' | 'region' | 'month'>

/** Throws Invalid, naming month and scope, where one of the places is closed. Asked while their gates are held. */
export async function assertOpen(
  tx: Pick<Reader, 'getMany'>,
  places: readonly Place[],
  regions: Regions,
): Promise<void> {
  const errors = new Set((await closedMonths(tx, places, regions)).flat())
  if (errors.size) throw new Invalid([...errors])
}

/** What of the month of each place is closed, in their order. @param places at most 1,000 */
export async function closedMonths(
  reader: Pick<Reader, 'getMany'>,
  places: readonly Place[],
  regions: Regions,
): Promise<FieldError[][]> {
  const scopes = places.map(({ organizationId, region, month }) => [
    closingId(month, { organizationId }),
    ...regions.chain(region).map((code) => closingId(month, { region: code })),
  ])
  const found = await reader.getMany(monthClosings, [...new Set(scopes.flat())])
  const closed = new Map(
    found.filter(({ state }) => state === 'closed').map((closing) => [closing.id, closedMonth(closing)]),
  )
  return scopes.map((ids) => ids.flatMap((id) => closed.get(id) ?? []))
}

function closedMonth({ month, organizationId, region }: MonthClosing): FieldError {
  return {
    field: 'day',
    code: 'service.monthClosed',
    params: { month, scope: organizationId ?? region ?? '' },
  }
}

/** @throws Conflict `state.refused` when it is that already */
export function stepped(closing: MonthClosing, step: ClosingStep): MonthClosing {
  const state = step.action === 'close' ? 'closed' : 'reopened'
  if (closing.state === state) throw new Conflict('state.refused', `${closing.state} -> ${state}`)
  return { ...closing, state, steps: [...closing.steps, step] }
}

/** What is wrong with a month or scope to be closed. @param month of today, in which work still goes on */
export function closingErrors(
  asked: ClosingScope & { readonly month: string },
  today: string,
  regions: Regions,
): FieldError[] {
  const { month, region } = asked
  const level = region === undefined ? 'none' : regions.get(region)?.level
  return [
    ...(month >= today ? [{ field: 'month', code: 'service.monthNotOver' }] : []),
    ...(level === undefined ? [{ field: 'region', code: 'region.unknown' }] : []),
    ...(level === 'community' ? [{ field: 'region', code: 'service.closingRegion' }] : []),
  ]
}
