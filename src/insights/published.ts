import { Forbidden } from '../platform/errors.js'
import { type AxisNode, type CountTable, type PublishedTable, suppress } from '../privacy/index.js'
import type { InsightFilters, Reference, Split } from './query.js'
import { type ReadingDeps, readSums } from './reading.js'
import { districtOf } from './scope.js'

/** Counts below these are not told to whoever is not responsible; see docs/privacy-counts.md. */
export const smallestCounts = { sensitive: 10, otherwise: 5 }

export const allCategories = '*'
/** Of the third side of the table: all needs, and those unmet among them. */
export const asked = 'asked'
export const unmet = 'unmet'

/**
 * Refuses what, beside the one table of a quarter, could tell what that keeps back: other groups and urgencies would be further
 * tables of the same needs.
 * @throws Forbidden
 */
export function assertPublishable({ group, urgency }: InsightFilters, split: Split): void {
  const isFiner = (split.by ?? 'street') === 'community' || split.categories === 'category' || split.months
  if (group !== undefined || urgency !== undefined || isFiner) throw new Forbidden('insights.read')
}

/**
 * Streets, branches and what became of the needs of a quarter, made safe once: whatever is asked is a part of this table.
 */
export async function publishedTable(
  { from, to }: Pick<InsightFilters, 'from' | 'to'>,
  today: string,
  deps: ReadingDeps,
): Promise<PublishedTable> {
  const split = { by: 'street', categories: 'branch' } as const
  const { sums } = await readSums({ from, to }, split, ['needs', 'unmet'], today, deps)
  const district = districtOf(deps.regions)
  const streets = deps.regions.childrenOf(district).map(({ code }) => code)
  const own = ownOf(district)
  const branches = [...deps.taxonomy.services.roots.map(({ id }) => id), 'none']
  const entered = new Set(sums.map(({ region = '' }) => region))
  const counts = new Map(
    sums.map(({ region = '', category = '', figures }) => [`${region}/${category}`, figures]),
  )
  const leaves: { at: string[]; count: number | undefined }[] = []
  for (const street of [...streets, district]) {
    for (const branch of branches) {
      const { needs = 0, unmet: missing = 0 } = counts.get(`${street}/${branch}`) ?? {}
      const place = street === district ? own : street
      const known = entered.has(street)
      leaves.push({ at: [place, branch, unmet], count: known ? missing : undefined })
      leaves.push({ at: [place, branch, 'served'], count: known ? needs - missing : undefined })
    }
  }
  const table: CountTable = {
    axes: [
      [{ id: district }, ...[...streets, own].map((id) => ({ id, parent: district }))],
      categoryAxis(branches, deps),
      [{ id: asked }, { id: unmet, parent: asked }, { id: 'served', parent: asked }],
    ],
    leaves,
  }
  return suppress(table, smallestCounts)
}

/** What the district entered itself, in no street. */
const ownOf = (district: string): string => `${district}/own`

function categoryAxis(branches: readonly string[], { taxonomy }: Reference): AxisNode[] {
  const isSensitive = (id: string) =>
    taxonomy.services.has(id) && taxonomy.services.term(id).sensitivity === 'sensitive'
  return [
    { id: allCategories },
    ...branches.map((id) => ({
      id,
      parent: allCategories,
      ...(isSensitive(id) ? { isSensitive: true } : {}),
    })),
  ]
}
