import type { InsightRow } from '../../../src/insights/service.js'
import type { Regions } from '../../../src/regions/index.js'
import type { Taxonomy } from '../../../src/taxonomy/index.js'

/** What a heatmap is split by, as SQL may be asked for it. */
export interface Question {
  readonly by: 'street' | 'community'
  readonly categories?: 'branch' | 'category'
  readonly group?: string
}

export type SqlRow = [region: string, category: string | null, needs: number, unmet: number]

/**
 * What the needs say themselves, at the level at which they are kept; to roll it up costs nothing beside. Takes the first and
 * the last instant of the span, half open. A draft was not asked yet, what was merged counts as the need that took it in.
 */
export function groupBy({ categories, group }: Question, { groups }: Taxonomy): string {
  const stated = `doc ->> '$.categories[0]'`
  const category = {
    branch: `substr(${stated}, 1, instr(${stated} || '.', '.') - 1)`,
    category: stated,
    none: 'NULL',
  }[categories ?? 'none']
  const open = `(doc ->> '$.amount.value') - coalesce(doc ->> '$.progress.reserved', 0)
    - coalesce(doc ->> '$.progress.committed', 0) - coalesce(doc ->> '$.progress.delivered', 0)`
  const state = `doc ->> '$.state'`
  const under = group === undefined ? [] : groups.under(group).map((id) => `'${id}'`)
  const isOfGroup = under.length
    ? `AND EXISTS (SELECT 1 FROM json_each(doc -> '$.beneficiaries.groups') WHERE value IN (${under}))`
    : ''
  return `SELECT doc ->> '$.region', ${category}, count(*), sum(${state} <> 'withdrawn' AND ${open} > 0)
    FROM needs WHERE doc ->> '$.createdAt' >= ? AND doc ->> '$.createdAt' < ? AND ${state} NOT IN ('draft', 'merged') ${isOfGroup}
    GROUP BY 1, 2`
}

/** Needs and unmet ones of each place, by `region/category`; places without needs are left out. */
export type Counts = Map<string, readonly [needs: number, unmet: number]>

/** The rows of SQL as the heatmap has them: at the level that was asked for, and under a name where nobody gave a category. */
export function rolledUp(rows: readonly SqlRow[], { by, categories }: Question, regions: Regions): Counts {
  const sums: Counts = new Map()
  for (const [region, category, needs, unmet] of rows) {
    const place = by === 'community' ? region : (regions.chain(region)[1] ?? region)
    const key = `${place}/${categories ? (category ?? 'none') : ''}`
    const [a, b] = sums.get(key) ?? [0, 0]
    sums.set(key, [a + needs, b + unmet])
  }
  return inOrder(sums)
}

export function countsOf(rows: readonly InsightRow[]): Counts {
  const sums: Counts = new Map()
  for (const { region, category = '', needs, unmet } of rows) {
    if (needs.kind !== 'count' || unmet.kind !== 'count' || !needs.count) continue
    sums.set(`${region}/${category}`, [needs.count, unmet.count])
  }
  return inOrder(sums)
}

function inOrder<V>(sums: Map<string, V>): Map<string, V> {
  return new Map([...sums].sort(([a], [b]) => (a < b ? -1 : 1)))
}
