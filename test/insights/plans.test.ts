import { expect } from 'chai'
import { gapActionSort, gapActionsCollection } from '../../src/insights/actions.js'
import { pagesCollection } from '../../src/insights/cells.js'
import { type InsightFilters, pageFilter, type Split } from '../../src/insights/query.js'
import { responseCells } from '../../src/insights/response-cells.js'
import { verdictsCollection } from '../../src/insights/verdicts.js'
import type { Collection, Filter, Sort, Stored } from '../../src/platform/store/index.js'
import { community, districtCode, regions, street, taxonomy } from '../feature-services.js'
import { openTemporarySqlite } from '../platform/store/temporary-sqlite.js'

const span = { from: '2026-01', to: '2026-12' }
const questions: { filters: InsightFilters; split: Split }[] = [
  { filters: span, split: { by: 'street' } },
  { filters: { ...span, region: districtCode }, split: { by: 'community', categories: 'category' } },
  { filters: { ...span, region: street, group: 'elderly' }, split: {} },
  { filters: { ...span, region: community, urgency: 'urgent', category: 'mental' }, split: { months: true } },
  { filters: { from: '2026-03', to: '2026-03' }, split: { by: 'street', categories: 'branch' } },
]
const months = { month: { $gte: '2026-01', $lte: '2026-12' } }
const byMonth: Sort = { field: 'month', direction: 'asc' }

async function planOf(collection: Collection<Stored>, filter: Filter, sort: Sort): Promise<string> {
  const store = await openTemporarySqlite([collection])
  const pages = [{ sort }, { sort, after: { value: '2026-03', id: 'x' } }]
  const plans = await Promise.all(pages.map((page) => store.explain(collection, filter, page)))
  return plans
    .flat()
    .map(({ detail }) => detail)
    .join('\n')
}

function assertSearched(plan: string): void {
  expect(plan).to.match(/SEARCH/)
  expect(plan).not.to.match(/SCAN (?!json_each)/)
}

describe('the questions that insights ask', () => {
  for (const { filters, split } of questions) {
    it(`never scan for ${JSON.stringify({ ...filters, ...split })}`, async () => {
      const plan = await planOf(pagesCollection, pageFilter(filters, split, { regions, taxonomy }), byMonth)
      assertSearched(plan)
      // Not by the ids, which would be a scan by another name.
      expect(plan).to.match(/USING INDEX insight_pages_|USING INDEX .*(?:level|region)/)
    })
  }

  it('never scan for indicators, verdicts that are due, and actions', async () => {
    for (const filter of [
      months,
      { ...months, region: { $in: [street, community] } },
      { ...months, organizationId: 'o-1' },
    ])
      assertSearched(await planOf(responseCells, filter, byMonth))
    const looked: Sort = { field: 'looked', direction: 'asc' }
    assertSearched(await planOf(verdictsCollection, { looked: { $lt: '2026-03-01' } }, looked))
    assertSearched(await planOf(verdictsCollection, { looked: 'due' }, { field: 'id', direction: 'asc' }))
    assertSearched(await planOf(gapActionsCollection, { state: 'open' }, gapActionSort))
    assertSearched(
      await planOf(gapActionsCollection, { region: { $in: [street, community] } }, gapActionSort),
    )
  })
})
