import { anyOf, dayAfter, given, periodsWithin, startOf } from '../platform/records/index.js'
import type { Condition, Filter, Sort } from '../platform/store/index.js'
import type { Regions } from '../regions/index.js'
import type { Taxonomy } from '../taxonomy/index.js'
import type { Need, NeedState } from './model.js'
import { dueFirst, stretchOf } from './queue.js'
import type { Urgency } from './urgency.js'

/** Which needs are asked for; of several values any may hold. */
export interface NeedFilters {
  /** Region, with everything in it. */
  readonly region?: string
  readonly state?: readonly NeedState[]
  readonly urgency?: readonly Urgency[]
  /** Stated category, with everything under it. */
  readonly category?: string
  /** Stated target group, with everything under it. */
  readonly group?: string
  readonly source?: readonly Need['source'][]
  /** ISO days in Asia/Shanghai, both included. */
  readonly createdFrom?: string
  readonly createdTo?: string
}

export interface Reference {
  readonly regions: Regions
  readonly taxonomy: Taxonomy
}

/** @param sort in the order of a desk, urgencies are a stretch of its index too */
export function storeFilter(filters: NeedFilters, { regions, taxonomy }: Reference, sort?: Sort): Filter {
  const { region, state, urgency, category, group, source, createdFrom, createdTo } = filters
  const codes = regions.narrowedTo(region)
  return given<Condition>({
    region: codes && anyOf(codes),
    state: state && anyOf(state),
    'urgency.level': urgency && anyOf(urgency),
    queue: sort?.field === dueFirst.field && urgency?.length ? stretchOf(urgency) : undefined,
    categories: category === undefined ? undefined : anyOf(taxonomy.services.under(category)),
    'beneficiaries.groups': group === undefined ? undefined : anyOf(taxonomy.groups.under(group)),
    source: source && anyOf(source),
    createdAt: createdBetween(createdFrom, createdTo),
  })
}

function createdBetween(from: string | undefined, to: string | undefined): Condition | undefined {
  if (from === undefined && to === undefined) return undefined
  return {
    ...(from === undefined ? {} : { $gte: startOf(from) }),
    ...(to === undefined ? {} : { $lt: startOf(dayAfter(to, 1)) }),
  }
}

export function searchFilter(
  filters: NeedFilters,
  { regions, taxonomy }: Reference,
): Record<string, readonly string[]> {
  const { region, state, urgency, category, group, source, createdFrom, createdTo } = filters
  const isSpan = createdFrom !== undefined || createdTo !== undefined
  return given<readonly string[]>({
    region: regions.narrowedTo(region),
    state,
    urgency,
    category: category === undefined ? undefined : taxonomy.services.under(category),
    group: group === undefined ? undefined : taxonomy.groups.under(group),
    source,
    created: isSpan ? periodsWithin(createdFrom, createdTo) : undefined,
  })
}
