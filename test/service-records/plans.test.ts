import { expect } from 'chai'
import { placeScope } from '../../src/access/index.js'
import type { Actor } from '../../src/platform/actor.js'
import { both } from '../../src/platform/records/index.js'
import type { Collection, Filter, FindOptions, Stored } from '../../src/platform/store/index.js'
import { type MonthClosingFilters, storedClosings } from '../../src/service-records/closing-service.js'
import { monthClosingSort, monthClosings } from '../../src/service-records/closings.js'
import { serviceRecordSort, serviceRecordsCollection } from '../../src/service-records/collection.js'
import { placeFilter, type ServiceRecordFilters, storeFilter } from '../../src/service-records/filters.js'
import { serviceTotals } from '../../src/service-records/totals.js'
import { serviceRecordVersions } from '../../src/service-records/versions.js'
import { actors } from '../actors.js'
import { community, districtCode, regions, street, taxonomy } from '../feature-services.js'
import { openTemporarySqlite } from '../platform/store/temporary-sqlite.js'

const everybody: readonly Actor[] = [
  actors.committee(community),
  actors.street(street),
  actors.worker('o-1'),
  actors.district,
  actors.auditor,
]
const reference = { regions, taxonomy }
const places: Pick<ServiceRecordFilters, 'organization' | 'region' | 'category'>[] = [
  {},
  { organization: ['o-1', 'o-2'] },
  { region: community },
  { region: street, category: 'elderly' },
  { region: districtCode, organization: ['o-1'] },
]
const filters: ServiceRecordFilters[] = [
  ...places.slice(1),
  { category: 'elderly' },
  { kind: ['visit'] },
  { kind: ['visit', 'case'], region: street },
  { referral: 'r-1' },
  { from: '2026-01-01', to: '2026-01-31' },
  { from: '2026-01-01', kind: ['case'], organization: ['o-1'] },
]
const months = { month: { $gte: '2026-01', $lte: '2026-12' } }
const closings: MonthClosingFilters[] = [
  { month: ['2026-01'] },
  { region: [street] },
  { organization: ['o-1'] },
  { month: ['2026-01', '2026-02'], state: ['closed'] },
]

async function plansOf(
  collection: Collection<Stored>,
  filter: Filter,
  options: FindOptions,
): Promise<string> {
  const store = await openTemporarySqlite([collection])
  const value = options.sort?.field === 'number' ? 7 : '2026-01-15'
  const pages = [options, { ...options, after: { value, id: 'x-1' } }]
  const plans = await Promise.all(pages.map((page) => store.explain(collection, filter, page)))
  return plans
    .flat()
    .map(({ detail }) => detail)
    .join('\n')
}

function assertSearched(plan: string, what: string): void {
  expect(plan, what).to.match(/SEARCH/)
  expect(plan, what).not.to.match(/SCAN (?!json_each)/)
}

describe('the questions that service records ask', () => {
  for (const actor of everybody) {
    it(`never scan for ${actor.role}`, async () => {
      for (const asked of filters) {
        const filter = both(placeScope(actor, regions), storeFilter(asked, reference))
        const plan = await plansOf(serviceRecordsCollection, filter, { sort: serviceRecordSort })
        assertSearched(plan, JSON.stringify(asked))
      }
      for (const asked of places) {
        const filter = both(placeScope(actor, regions), { ...placeFilter(asked, reference), ...months })
        const ofKind = { $and: [{ kind: 'visit' }, filter] }
        for (const each of [filter, ofKind])
          assertSearched(await plansOf(serviceTotals, each, {}), `totals ${JSON.stringify(asked)}`)
      }
      for (const asked of closings) {
        const filter = storedClosings(asked, actor, regions)
        assertSearched(
          await plansOf(monthClosings, filter, { sort: monthClosingSort }),
          JSON.stringify(asked),
        )
      }
    })
  }

  it('take versions and the owners of files from their indexes', async () => {
    const sort = { field: 'number', direction: 'desc' } as const
    assertSearched(await plansOf(serviceRecordVersions, { record: 's-1' }, { sort }), 'versions')
    const owners = { 'attachments.id': { $in: ['h-1', 'h-2'] } }
    assertSearched(await plansOf(serviceRecordsCollection, owners, {}), 'owners')
  })
})
