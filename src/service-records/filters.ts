import { anyOf, given } from '../platform/records/index.js'
import type { Condition, Filter } from '../platform/store/index.js'
import type { Regions } from '../regions/index.js'
import type { Taxonomy } from '../taxonomy/index.js'
import type { WorkKind } from './work.js'

export interface Reference {
  readonly regions: Regions
  readonly taxonomy: Taxonomy
}

/** Which records are asked for; of several values any may hold. */
export interface ServiceRecordFilters {
  readonly organization?: readonly string[]
  /** Region, with everything in it. */
  readonly region?: string
  /** Category, with everything under it. */
  readonly category?: string
  readonly kind?: readonly WorkKind[]
  readonly referral?: string
  /** ISO days, both included. */
  readonly from?: string
  readonly to?: string
}

export function storeFilter(filters: ServiceRecordFilters, reference: Reference): Filter {
  const { kind, referral, from, to } = filters
  const day = given({ $gte: from, $lte: to })
  return given<Condition>({
    ...placeFilter(filters, reference),
    'work.kind': kind && anyOf(kind),
    referralId: referral,
    day: Object.keys(day).length ? day : undefined,
  })
}

/** Organisation, region and category, which records and totals have alike. */
export function placeFilter(
  { organization, region, category }: Pick<ServiceRecordFilters, 'organization' | 'region' | 'category'>,
  { regions, taxonomy }: Reference,
): Record<string, Condition> {
  const codes = regions.narrowedTo(region)
  return given<Condition>({
    organizationId: organization && anyOf(organization),
    region: codes && anyOf(codes),
    category: category === undefined ? undefined : anyOf(taxonomy.services.under(category)),
  })
}
