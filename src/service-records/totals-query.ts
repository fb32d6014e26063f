import { Invalid } from '../platform/errors.js'
import { monthNumber } from '../platform/months.js'
import type { Regions } from '../regions/index.js'
import type { Tree } from '../taxonomy/index.js'
import type { KindTotal } from './closings.js'
import type { Reference, ServiceRecordFilters } from './filters.js'
import type { Tallied } from './kind-totals.js'
import { added } from './work.js'

/**
 * What totals may be grouped by, beside the kind of work, which always parts them. Of one family (place, category,
 * period) the finest that is asked for decides the rest, so one of each is enough.
 */
export const groupings = [
  'organization',
  'district',
  'street',
  'community',
  'branch',
  'division',
  'category',
  'year',
  'quarter',
  'month',
] as const
export type Grouping = (typeof groupings)[number]

export interface TotalsQuery
  extends Pick<ServiceRecordFilters, 'organization' | 'region' | 'category' | 'kind'> {
  readonly by: readonly Grouping[]
  /** Months, both included: `2026-01` to `2026-12`. */
  readonly from: string
  readonly to: string
}

export interface TotalsRow extends KindTotal {
  /** One value per grouping: a code or id, `2026`, `2026-Q1`, `2026-03`; null where a record lies above that level. */
  readonly group: { readonly [G in Grouping]?: string | null }
}

/** The path of a cell that a grouping is made from. */
const pathOf = {
  organization: 'organizationId',
  district: 'region',
  street: 'region',
  community: 'region',
  branch: 'category',
  division: 'category',
  category: 'category',
  year: 'month',
  quarter: 'month',
  month: 'month',
} as const satisfies Record<Grouping, string>

export function pathsOf(by: readonly Grouping[]): string[] {
  return [...new Set(by.map((grouping) => pathOf[grouping]))]
}

/** Sums rolled up to the levels asked for, in the order of their groups. */
export function rolledUp(
  tallied: readonly Tallied[],
  by: readonly Grouping[],
  { regions, taxonomy }: Reference,
): TotalsRow[] {
  const paths = pathsOf(by)
  const rows = new Map<string, TotalsRow>()
  for (const { key, kind, records, figures } of tallied) {
    const values = by.map((grouping) => {
      const value = String(key[paths.indexOf(pathOf[grouping])])
      return [grouping, levelOf(grouping, value, regions, taxonomy.services)] as const
    })
    const place = JSON.stringify([...values.map(([, value]) => value), kind])
    const before = rows.get(place) ?? { group: Object.fromEntries(values), kind, records: 0, figures: {} }
    rows.set(place, {
      ...before,
      records: before.records + records,
      figures: added(before.figures, figures),
    })
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}

function levelOf(grouping: Grouping, value: string, regions: Regions, services: Tree): string | null {
  switch (grouping) {
    case 'district':
    case 'street':
    case 'community':
      return regions.chain(value).find((code) => regions.get(code)?.level === grouping) ?? null
    case 'branch':
      return lineOf(value, services)[0] ?? null
    case 'division':
      return lineOf(value, services)[1] ?? null
    case 'year':
      return value.slice(0, 4)
    case 'quarter':
      return `${value.slice(0, 4)}-Q${Math.ceil(Number(value.slice(5)) / 3)}`
    default:
      return value
  }
}

/** From the branch down to the category, by its first parent: what lies in two drawers counts in one. */
function lineOf(category: string, services: Tree): string[] {
  const id = services.resolve(category)
  if (id === undefined) return []
  const parts = id.split('.')
  return parts.map((_, depth) => parts.slice(0, depth + 1).join('.')).filter((above) => services.has(above))
}

const mostMonths = 120

/** @throws Invalid for a span that is reversed or longer than ten years */
export function assertSpan({ from, to }: Pick<TotalsQuery, 'from' | 'to'>): void {
  const months = monthNumber(to) - monthNumber(from) + 1
  if (months < 1) throw new Invalid([{ field: 'to', code: 'range.reversed' }])
  if (months > mostMonths)
    throw new Invalid([{ field: 'to', code: 'totals.span', params: { limit: mostMonths } }])
}
