import type { urgencies } from '../needs/index.js'
import { type FieldError, Invalid } from '../platform/errors.js'
import { monthNumber } from '../platform/months.js'
import { anyOf, given } from '../platform/records/index.js'
import type { Condition, Filter } from '../platform/store/index.js'
import { type RegionLevel, type Regions, unknownRegion } from '../regions/index.js'
import { type Taxonomy, unknownTerm } from '../taxonomy/index.js'
import { branchOf, type CellLevel, every } from './cells.js'

export interface Reference {
  readonly regions: Regions
  readonly taxonomy: Taxonomy
}

/** What all questions may be narrowed to. */
export interface InsightFilters {
  /** Region with everything in it. */
  readonly region?: string
  /** Category with everything under it, by its first parent. */
  readonly category?: string
  /** Target group with everything under it. */
  readonly group?: string
  readonly urgency?: (typeof urgencies)[number]
  /** Months in which the needs were entered, both included: `2026-01` to `2026-12`. */
  readonly from: string
  readonly to: string
}

/** What an answer is split by, beside what it is narrowed to. */
export interface Split {
  readonly by?: RegionLevel | undefined
  readonly categories?: CellLevel | undefined
  readonly months?: boolean | undefined
}

export const mostMonths = 120

/** @throws Invalid for an unknown region, category or group, and for a span that is reversed or longer than ten years */
export function assertAsked(
  { region, category, group, from, to }: InsightFilters,
  { regions, taxonomy }: Reference,
): void {
  const errors: FieldError[] = [
    ...unknownRegion(regions, 'region', region),
    ...unknownTerm(taxonomy.services, 'category', category, 'category.unknown'),
    ...unknownTerm(taxonomy.groups, 'group', group, 'group.unknown'),
  ]
  const months = monthNumber(to) - monthNumber(from) + 1
  if (months < 1) errors.push({ field: 'to', code: 'range.reversed' })
  if (months > mostMonths) errors.push({ field: 'to', code: 'insights.span', params: { limit: mostMonths } })
  if (errors.length) throw new Invalid(errors)
}

/** The pages that are asked for. */
export function pageFilter(filters: InsightFilters, split: Split, { regions, taxonomy }: Reference): Filter {
  const { group, urgency = every, from, to } = filters
  const codes = regions.narrowedTo(filters.region)
  return given<Condition>({
    level: levelFor(filters, split),
    group: group === undefined ? every : taxonomy.groups.term(group).id,
    urgency,
    month: from === to ? from : { $gte: from, $lte: to },
    region: codes && anyOf(codes),
  })
}

function levelFor({ category, group, urgency }: InsightFilters, { categories }: Split): CellLevel {
  const isOfAll = group === undefined && urgency === undefined
  const isOfBranch = category === undefined || category === branchOf(category)
  return isOfAll && isOfBranch && categories !== 'category' ? 'branch' : 'category'
}

/**
 * Where a category belongs in an answer: `''` where that is not split by them; undefined for one that is not asked for.
 */
export function categoryPlace(
  { category }: InsightFilters,
  { categories: level }: Split,
  { taxonomy: { services } }: Reference,
): (id: string) => string | undefined {
  const asked = category === undefined ? undefined : services.term(category).id
  return (id) => {
    if (asked !== undefined && id !== asked && !id.startsWith(`${asked}.`)) return undefined
    if (level === undefined) return ''
    return level === 'branch' ? branchOf(id) : id
  }
}
