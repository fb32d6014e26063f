import type { urgencies } from '../needs/index.js'
import { type FieldError, Invalid } from '../platform/errors.js'
import { anyOf, given } from '../platform/records/index.js'
import type { Condition, Filter } from '../platform/store/index.js'
import { type RegionLevel, type Regions, unknownRegion } from '../regions/index.js'
import { type Taxonomy, unknownTerm } from '../taxonomy/index.js'
import { branchOf, type CellLevel, everyGroup } from './cells.js'

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

export const monthNumber = (month: string): number =>
  Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1

export function monthOf(number: number): string {
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`
}

export function monthsWithin(from: string, to: string): string[] {
  const first = monthNumber(from)
  return Array.from({ length: monthNumber(to) - first + 1 }, (_, at) => monthOf(first + at))
}

/** Branch cells serve as long as nothing finer is asked: there are some ten times fewer. */
export function levelFor({ category }: InsightFilters, { categories }: Split): CellLevel {
  const isFiner = category !== undefined && category !== branchOf(category)
  return isFiner ? 'category' : (categories ?? 'branch')
}

/** The cells that are asked for. */
export function cellFilter(filters: InsightFilters, split: Split, { regions, taxonomy }: Reference): Filter {
  const { category, group, from, to } = filters
  const level = levelFor(filters, split)
  const codes = regions.subtree(filters.region ?? '')
  return given<Condition>({
    level,
    group: group === undefined ? everyGroup : termId(taxonomy.groups, group),
    category: category === undefined ? undefined : anyOf(categoriesUnder(taxonomy.services, category, level)),
    month: from === to ? from : { $gte: from, $lte: to },
    region: !codes.length || codes.length === regions.all.length ? undefined : anyOf(codes),
  })
}

function termId(tree: Taxonomy['groups'], id: string): string {
  return tree.term(id).id
}

function categoriesUnder(services: Taxonomy['services'], asked: string, level: CellLevel): string[] {
  const id = termId(services, asked)
  if (level === 'branch') return [branchOf(id)]
  return services.under(id).filter((each) => each === id || each.startsWith(`${id}.`))
}
