import { anyOf, dayAfter, given, periodsWithin } from '../platform/records/index.js'
import type { Condition, Filter } from '../platform/store/index.js'
import type { Regions } from '../regions/index.js'
import type { Taxonomy } from '../taxonomy/index.js'
import { confirmedBefore, type Mode, type OfferingState } from './model.js'

/** Which offerings are asked for; of several values any may hold. */
export interface OfferingFilters {
  /** Service category, with everything under it. */
  readonly category?: string
  /** Target group, with everything under it. */
  readonly group?: string
  /** Offerings that cover this region. */
  readonly region?: string
  readonly state?: readonly OfferingState[]
  readonly organization?: readonly string[]
  readonly mode?: readonly Mode[]
  /** Those whose confirmation lapses before this ISO day. */
  readonly confirmBefore?: string
}

export interface Reference {
  readonly regions: Regions
  readonly taxonomy: Taxonomy
}

/** The stored values that satisfy each filter. */
function valuesOf(filters: OfferingFilters, { regions, taxonomy }: Reference) {
  const { category, group, region, state, organization, mode } = filters
  return {
    category: category === undefined ? undefined : taxonomy.services.under(category),
    group: group === undefined ? undefined : taxonomy.groups.under(group),
    region: region === undefined ? undefined : regions.chain(region),
    state,
    organization,
    mode,
  }
}

const paths = {
  category: 'categories',
  group: 'targetGroups',
  region: 'coverage',
  state: 'state',
  organization: 'organizationId',
  mode: 'modes',
} as const

export function storeFilter(filters: OfferingFilters, reference: Reference): Filter {
  const conditions: Record<string, Condition> = {}
  for (const [name, values] of Object.entries(given(valuesOf(filters, reference)))) {
    conditions[paths[name as keyof typeof paths]] = anyOf(values)
  }
  const { confirmBefore } = filters
  if (confirmBefore !== undefined) conditions.confirmedAt = { $lt: confirmedBefore(confirmBefore) }
  return conditions
}

export function searchFilter(
  filters: OfferingFilters,
  reference: Reference,
): Record<string, readonly string[]> {
  const { confirmBefore } = filters
  const confirmBy =
    confirmBefore === undefined ? undefined : periodsWithin(undefined, dayAfter(confirmBefore, -1))
  return given<readonly string[]>({ ...valuesOf(filters, reference), confirmBy })
}
