import { expect } from 'chai'
import { type AuditFilters, storeFilter as auditFilter } from '../src/audit/filters.js'
import { auditSort } from '../src/audit/service.js'
import { needSort, needsCollection } from '../src/needs/collection.js'
import { duplicateDays } from '../src/needs/duplicates.js'
import { type NeedFilters, storeFilter as needFilter } from '../src/needs/filters.js'
import { dueFirst as needsDueFirst } from '../src/needs/queue.js'
import { needReach } from '../src/needs/reach.js'
import { offeringSort, offeringsCollection } from '../src/offerings/collection.js'
import { type OfferingFilters, storeFilter as offeringFilter } from '../src/offerings/filters.js'
import { offeringReach } from '../src/offerings/reach.js'
import { organizationSort, organizationsCollection } from '../src/organizations/collection.js'
import { type OrganizationFilters, storeFilter as organizationFilter } from '../src/organizations/filters.js'
import { organizationReach } from '../src/organizations/reach.js'
import { auditTrail } from '../src/platform/records/index.js'
import { within } from '../src/platform/records/reach.js'
import type { Collection, Filter, FindOptions, Sort, Stored } from '../src/platform/store/index.js'
import { referralSort } from '../src/referrals/collection.js'
import type { ReferralFilters } from '../src/referrals/filters.js'
import { referralsCollection } from '../src/referrals/index.js'
import { dueFirst } from '../src/referrals/queue.js'
import { listFilter } from '../src/referrals/scope.js'
import { actors } from './actors.js'
import { community, districtCode, regions, street, taxonomy } from './feature-services.js'
import { openTemporarySqlite } from './platform/store/temporary-sqlite.js'

const reference = { regions, taxonomy }

const organizations: OrganizationFilters[] = [
  { type: ['association'] },
  { type: ['association', 'foundation'] },
  { track: 'filed' },
  { activity: ['charity'] },
  { standing: ['active', 'warned'] },
  { region: community },
  { region: districtCode, standing: ['active'] },
]
const offerings: OfferingFilters[] = [
  { category: 'elderly' },
  { group: 'general' },
  { region: community },
  { state: ['published'] },
  { organization: ['o-1', 'o-2'] },
  { mode: ['phone'] },
  { confirmBefore: '2026-12-31' },
  { confirmBefore: '2026-12-31', state: ['published'] },
  { category: 'elderly', group: 'general', region: community, state: ['published'], mode: ['phone'] },
]
const needs: NeedFilters[] = [
  { region: community },
  { region: street },
  { region: districtCode, state: ['open'] },
  { state: ['open'] },
  { state: ['draft', 'withdrawn'] },
  { urgency: ['crisis'] },
  { category: 'elderly' },
  { group: 'elderly' },
  { source: ['hotline'] },
  { createdFrom: '2026-01-01', createdTo: '2026-01-31' },
  {
    createdFrom: '2026-01-01',
    region: street,
    state: ['open'],
    urgency: ['crisis', 'urgent'],
    source: ['visit'],
  },
]

const audit: AuditFilters[] = [
  { kind: 'need' },
  { action: 'need.create' },
  { actor: 'u-1' },
  { subject: 'n-1' },
  { from: '2026-01-01', to: '2026-01-31' },
  { kind: 'need', action: 'need.create', actor: 'u-1', subject: 'n-1', from: '2026-01-01' },
]

const referrals: ReferralFilters[] = [
  {},
  { state: ['requested'] },
  { state: ['requested', 'accepted'] },
  { need: 'n-1' },
  { offering: 'f-1' },
  { organization: ['o-1', 'o-2'] },
  { region: community },
  { region: street, owes: ['community'] },
  { owes: ['organisation', 'staff'] },
  { urgency: ['crisis', 'urgent'] },
  { overdue: true },
  { overdue: true, owes: ['organisation'], state: ['requested'] },
]

interface Asked {
  readonly collection: Collection<Stored>
  readonly filter: Filter
  readonly sort: Sort
}

const asked: [string, Asked][] = [
  ...organizations.map((filters): [string, Asked] => [
    `organizations ${JSON.stringify(filters)}`,
    {
      collection: organizationsCollection,
      filter: organizationFilter(filters, regions),
      sort: organizationSort,
    },
  ]),
  ...offerings.map((filters): [string, Asked] => [
    `offerings ${JSON.stringify(filters)}`,
    { collection: offeringsCollection, filter: offeringFilter(filters, reference), sort: offeringSort },
  ]),
  ...needs.map((filters): [string, Asked] => [
    `needs ${JSON.stringify(filters)}`,
    { collection: needsCollection, filter: needFilter(filters, reference), sort: needSort },
  ]),
  ...needs.map((filters): [string, Asked] => [
    `needs ${JSON.stringify(filters)}, due first`,
    {
      collection: needsCollection,
      filter: needFilter(filters, reference, needsDueFirst),
      sort: needsDueFirst,
    },
  ]),
  ...audit.map((filters): [string, Asked] => [
    `audit trail ${JSON.stringify(filters)}`,
    { collection: auditTrail, filter: auditFilter(filters), sort: auditSort },
  ]),
  ...[organizationsCollection, offeringsCollection, needsCollection].map((collection): [string, Asked] => [
    `${collection.name} by external id`,
    { collection, filter: { externalId: { $in: ['a', 'b'] } }, sort: { field: 'id', direction: 'asc' } },
  ]),
  [
    `needs of the last ${duplicateDays} days, for duplicates`,
    {
      collection: needsCollection,
      filter: { region: community, createdAt: { $gte: '2026-01-01T00:00:00.000Z' } },
      sort: needSort,
    },
  ],
]

/** What each role's reach adds to a question. */
const reaches: [string, Asked][] = [
  ...[
    {},
    { state: ['open'] },
    { region: street },
    { source: ['visit'] },
    { createdFrom: '2026-01-01' },
  ].flatMap((filters) =>
    [actors.committee(community), actors.street(street), actors.worker('o-1')].flatMap((who) =>
      within(
        needReach(who, { filters: filters as NeedFilters }, reference),
        needFilter(filters as NeedFilters, reference),
      ).map((filter): [string, Asked] => [
        `needs ${JSON.stringify(filter)} for ${who.role}`,
        { collection: needsCollection, filter, sort: needSort },
      ]),
    ),
  ),
  ...referrals.flatMap((filters) =>
    [actors.committee(community), actors.street(street), actors.worker('o-1'), actors.district].flatMap(
      (who): [string, Asked][] => {
        const filter = listFilter(who, filters, regions, '2026-03-10T02:00:00.000Z')
        // Without a condition an index is walked in order.
        if (!filter || !Object.keys(filter).length) return []
        const name = `referrals ${JSON.stringify(filters)} for ${who.role}`
        return [referralSort, dueFirst].map((sort) => [
          `${name}, by ${sort.field}`,
          { collection: referralsCollection, filter, sort },
        ])
      },
    ),
  ),
  ...within(offeringReach(actors.worker('o-1')), {}).map((filter): [string, Asked] => [
    `offerings ${JSON.stringify(filter)}`,
    { collection: offeringsCollection, filter, sort: offeringSort },
  ]),
  ...within(organizationReach(actors.worker('o-1'), regions), {}).map((filter): [string, Asked] => [
    `organizations ${JSON.stringify(filter)}`,
    { collection: organizationsCollection, filter, sort: organizationSort },
  ]),
]

describe('the lists of the features', () => {
  for (const [name, { collection, filter, sort }] of [...asked, ...reaches])
    it(`never scan: ${name}`, async () => {
      const store = await openTemporarySqlite([collection])
      for (const options of pages(sort)) {
        const plan = (await store.explain(collection, filter, options)).map(({ detail }) => detail).join('\n')
        expect(plan).to.match(/SEARCH/)
        expect(plan).not.to.match(/SCAN/)
      }
    })

  it('take one need after the other from an index, without sorting, for the commonest questions', async () => {
    const store = await openTemporarySqlite([needsCollection])
    const common: NeedFilters[] = [{ region: community }, { state: ['open'] }, { createdFrom: '2026-01-01' }]
    for (const filters of common) {
      for (const options of pages(needSort)) {
        const plan = await store.explain(needsCollection, needFilter(filters, reference), options)
        expect(plan.map(({ detail }) => detail).join('\n')).not.to.match(/TEMP B-TREE/)
      }
    }
  })

  it('take the needs of a desk from an index in order, without sorting, of a street or an urgency too', async () => {
    const store = await openTemporarySqlite([needsCollection])
    const open = { state: ['open'] } as const
    const queues: NeedFilters[] = [open, { ...open, urgency: ['routine'] }, { ...open, region: street }]
    for (const filters of queues) {
      for (const options of pages(needsDueFirst)) {
        const filter = needFilter(filters, reference, needsDueFirst)
        const plan = await store.explain(needsCollection, filter, options)
        const said = plan.map(({ detail }) => detail).join('\n')
        expect(said).to.match(/index:needs:state,queue/)
        expect(said).not.to.match(/TEMP B-TREE/)
      }
    }
  })

  it('take the queue of a desk from an index in order, without sorting', async () => {
    const store = await openTemporarySqlite([referralsCollection])
    const queues: ReferralFilters[] = [{ owes: ['staff'] }, { overdue: true }]
    for (const filters of queues) {
      const filter = listFilter(actors.district, filters, regions, '2026-03-10T02:00:00.000Z') ?? {}
      for (const options of pages(dueFirst)) {
        const plan = await store.explain(referralsCollection, filter, options)
        expect(plan.map(({ detail }) => detail).join('\n')).not.to.match(/TEMP B-TREE/)
      }
    }
  })

  it('take what a committee and an organisation see from an index in order too', async () => {
    const store = await openTemporarySqlite([needsCollection])
    for (const who of [actors.committee(community), actors.worker('o-1')]) {
      for (const filter of within(needReach(who, {}, reference), {})) {
        for (const options of pages(needSort)) {
          const plan = await store.explain(needsCollection, filter, options)
          expect(plan.map(({ detail }) => detail).join('\n')).not.to.match(/TEMP B-TREE/)
        }
      }
    }
  })

  it('walk an index in order when nothing is asked for', async () => {
    const store = await openTemporarySqlite([needsCollection])
    const [row] = await store.explain(needsCollection, {}, { sort: needSort })
    expect(row?.detail).to.match(/USING INDEX index:needs:createdAt/)
  })
})

/** The first page and a later one. */
function pages(sort: Sort): FindOptions[] {
  const value = sort.field === 'id' ? 'x-1' : '2026-01-15T00:00:00.000Z'
  return [{ sort }, { sort, after: { value, id: 'x-1' } }]
}
