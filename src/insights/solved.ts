import { organizationsCollection } from '../organizations/index.js'
import type { DocumentStore } from '../platform/store/index.js'
import { referralsCollection } from '../referrals/index.js'
import type { GapPlace } from './actions.js'
import { branchOf } from './cells.js'
import { gapSpan } from './gap-figures.js'
import { readSums } from './reading.js'
import { levelBelow } from './scope.js'
import type { InsightsDeps } from './service.js'

/** A region of the same level where the same is asked for and mostly served, and by whom. */
export interface SolvedElsewhere {
  readonly region: string
  readonly needs: number
  readonly met: number
  /** Organisations by type that served it there; of the newest 200 referrals of each region. */
  readonly organizationTypes: { readonly [type: string]: number }
}

const mostRegions = 3
const mostReferrals = 200
const leastMet = 5
const leastShare = 0.5

/** Up to three regions where at least five, and half of what was asked, are met: best first. @param today ISO day */
export async function solvedElsewhere(
  { region, category, group }: GapPlace,
  today: string,
  deps: InsightsDeps & { readonly store: Pick<DocumentStore, 'find' | 'getMany'> },
): Promise<SolvedElsewhere[]> {
  const { regions } = deps
  const level = regions.get(region)?.level ?? levelBelow(regions, region)
  if (level === 'district') return []
  const filters = { category, ...(group === undefined ? {} : { group }), ...gapSpan(today) }
  const { sums } = await readSums(filters, { by: level }, ['needs', 'met'], today, deps)
  const best = sums
    .map((sum) => ({ region: sum.region ?? '', needs: sum.figures.needs ?? 0, met: sum.figures.met ?? 0 }))
    .filter((each) => each.region !== region && each.met >= leastMet && each.met >= leastShare * each.needs)
    .sort((a, b) => b.met / b.needs - a.met / a.needs || (a.region < b.region ? -1 : 1))
    .slice(0, mostRegions)
  return Promise.all(
    best.map(async (each) => ({ ...each, organizationTypes: await typesIn(each.region, category, deps) })),
  )
}

async function typesIn(
  region: string,
  category: string,
  { store, regions, taxonomy }: Parameters<typeof solvedElsewhere>[2],
): Promise<{ [type: string]: number }> {
  const filter = { region: { $in: regions.subtree(region) }, closing: { $in: ['provisional', 'confirmed'] } }
  const sort = { field: 'createdAt', direction: 'desc' } as const
  const referrals = await store.find(referralsCollection, filter, { sort, limit: mostReferrals })
  const isOf = (id: string) => {
    const current = taxonomy.services.resolve(id) ?? ''
    return current === category || current.startsWith(`${category}.`) || branchOf(current) === category
  }
  const served = referrals.filter(
    ({ seen }) => seen.need.categories.some(isOf) || seen.offering.categories.some(isOf),
  )
  const ids = [...new Set(served.map(({ organizationId }) => organizationId))]
  const types: Record<string, number> = {}
  for (const { type } of await store.getMany(organizationsCollection, ids))
    types[type] = (types[type] ?? 0) + 1
  return types
}
