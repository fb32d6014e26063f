import { join } from 'node:path'
import { expect } from 'chai'
import { zoneOf } from '../../src/calendar/index.js'
import { type DemoDeps, demoLoads, fillWithDemo, loadDemo } from '../../src/demo/index.js'
import { createVault, identityCollections, identityKind } from '../../src/identities/index.js'
import { needKind, needsCollection } from '../../src/needs/index.js'
import { confirmBy, offeringKind, offeringsCollection } from '../../src/offerings/index.js'
import { organizationKind, organizationsCollection } from '../../src/organizations/index.js'
import { systemActor } from '../../src/platform/actor.js'
import { timeOrderedIds } from '../../src/platform/ids.js'
import { Leases, leases } from '../../src/platform/leases/index.js'
import { auditTrail, events, outbox, Records } from '../../src/platform/records/index.js'
import { createKeyRing } from '../../src/privacy/index.js'
import {
  capacityMonths,
  createReferralBulk,
  miscounts,
  referralsCollection,
} from '../../src/referrals/index.js'
import { serviceRecordCollections } from '../../src/service-records/index.js'
import { MonthGates } from '../../src/service-records/month-gates.js'
import { createServiceRecords } from '../../src/service-records/service.js'
import { type Engine, onEachStore } from '../each-store.js'
import { regions, taxonomy } from '../feature-services.js'
import { terms } from '../referrals/sample.js'

const demo = loadDemo(join(import.meta.dirname, '../../seeds'))

const noTies = {
  referralErrors: async () => [],
  lockOrganization: async () => {},
  mask: (text: string) => text,
}

async function openServices(engine: Engine, now: string) {
  const clock = { now: () => new Date(now) }
  const store = await engine.open([
    organizationsCollection,
    offeringsCollection,
    needsCollection,
    referralsCollection,
    capacityMonths,
    auditTrail,
    outbox,
    events,
    ...serviceRecordCollections,
    leases,
    demoLoads,
    ...identityCollections,
  ])
  const deps = { store, clock, ids: timeOrderedIds(clock), onCommitted: () => {} }
  const services = {
    store,
    clock,
    ids: deps.ids,
    vault: createVault(createKeyRing([{ id: 'test', secret: Buffer.alloc(32, 7) }])),
    leases: new Leases(deps),
    organizations: { records: new Records(organizationKind, deps) },
    offerings: { records: new Records(offeringKind, deps) },
    needs: { records: new Records(needKind, deps) },
    taxonomy,
    regions,
    terms,
    calendar: { zone: zoneOf('Asia/Shanghai') },
    referralBulk: createReferralBulk(deps),
    services: {
      records: createServiceRecords({ ...deps, ...noTies, regions, taxonomy }, new MonthGates(store)),
    },
  } satisfies DemoDeps
  return { store, services }
}

onEachStore('filling a store with the demo', (engine) => {
  it('writes all of it into an empty store, with the ids and the fields of the files', async () => {
    const { store, services } = await openServices(engine, '2026-11-22T12:00:00Z')
    expect(await fillWithDemo(services, demo)).to.equal(
      demo.organizations.length +
        demo.offerings.length +
        demo.needs.length +
        demo.serviceRecords.length +
        demo.referrals.length,
    )
    for (const { id, fields } of [demo.needs[0]!, demo.needs[599]!]) {
      expect(await store.get(needsCollection, id)).to.deep.include(fields)
    }
    expect(await store.count(offeringsCollection, {})).to.equal(demo.offerings.length)
  })

  it('seals who some of its people are', async () => {
    const { store, services } = await openServices(engine, '2026-11-22T12:00:00Z')
    await fillWithDemo(services, demo)
    const sealed = await store.find(identityKind.collection, {}, { limit: 100 })
    expect(sealed.map(({ needId }) => needId).sort()).to.deep.equal(
      demo.identities.map(({ needId }) => needId).sort(),
    )
    expect(
      await store.getMany(
        needsCollection,
        sealed.map(({ needId }) => needId),
      ),
    ).to.have.length(sealed.length)
    expect(JSON.stringify(sealed)).not.to.include('0755-2800')
  })

  it('keeps of needs and months what the referrals of the demo add up to', async () => {
    const { store, services } = await openServices(engine, '2027-05-01T12:00:00Z')
    await fillWithDemo(services, demo)
    expect(await store.count(referralsCollection, {})).to.equal(demo.referrals.length)
    expect(await store.count(capacityMonths, {})).to.be.above(100)
    expect(await miscounts(store)).to.deep.equal([])
  })

  it('stamps a need with the moment at which it was written down', async () => {
    const { store, services } = await openServices(engine, '2026-11-22T12:00:00Z')
    await fillWithDemo(services, demo)
    const { id, at } = demo.needs[0]!
    const need = await store.get(needsCollection, id)
    expect(need?.createdAt).to.equal(at)
  })

  it('writes nothing into a store that holds anything', async () => {
    const { store, services } = await openServices(engine, '2026-11-22T12:00:00Z')
    const { fields } = demo.needs[7]!
    await services.needs.records.create(fields, systemActor('u-1'))
    expect(await fillWithDemo(services, demo)).to.equal(0)
    expect(await store.count(organizationsCollection, {})).to.equal(0)
    expect(await store.count(needsCollection, {})).to.equal(1)
  })

  it('is done once by three processes that start together', async () => {
    const { store, services } = await openServices(engine, '2026-11-22T12:00:00Z')
    const written = await Promise.all([1, 2, 3].map(() => fillWithDemo(services, demo)))
    expect(written.toSorted((a, b) => a - b).slice(0, 2)).to.deep.equal([0, 0])
    expect(await store.count(needsCollection, {})).to.equal(demo.needs.length)
  })

  it('goes on where it was broken off, aged to the day on which it began, and then is done for good', async () => {
    const { store, services } = await openServices(engine, '2026-11-22T12:00:00Z')
    const { records } = services.needs
    let batches = 0
    const dying: DemoDeps = {
      ...services,
      needs: {
        records: {
          find: (filter, options) => records.find(filter, options),
          getMany: (ids) => records.getMany(ids),
          createMany: (items, actor, action) =>
            ++batches === 2 ? Promise.reject(new Error('killed')) : records.createMany(items, actor, action),
        },
      },
    }
    expect(await fillWithDemo(dying, demo).catch((error: Error) => error.message)).to.equal('killed')
    const needsLeft = demo.needs.length - (await store.count(needsCollection, {}))
    expect(needsLeft).to.be.within(1, demo.needs.length - 1)
    const left = needsLeft + demo.serviceRecords.length + demo.referrals.length

    const nextYear = { ...services, clock: { now: () => new Date('2027-11-23T12:00:00Z') } }
    expect(await fillWithDemo(nextYear, demo)).to.equal(left)
    const last = demo.needs.at(-1)
    expect((await store.get(needsCollection, last?.id as string))?.createdAt).to.equal(last?.at)

    for (const { id, revision } of await records.find({}, { limit: 1_000 }))
      await records.remove(id, revision, systemActor('u-1'))
    expect(await fillWithDemo(nextYear, demo)).to.equal(0)
  })

  for (const now of ['2026-03-01T00:00:00Z', '2026-11-22T12:00:00Z', '2028-02-29T00:00:00Z']) {
    it(`looks the same on ${now.slice(0, 10)}: as many confirmations expired, no need ahead of its time`, async () => {
      const { services } = await openServices(engine, now)
      let youngest = ''
      const needs = services.needs.records
      const spied: DemoDeps = {
        ...services,
        needs: {
          records: {
            find: (filter, options) => needs.find(filter, options),
            getMany: (ids) => needs.getMany(ids),
            createMany: (items, actor, action) => {
              for (const { at } of items) if (at > youngest) youngest = at
              return needs.createMany(items, actor, action)
            },
          },
        },
      }
      await fillWithDemo(spied, demo)
      const published = await services.offerings.records.find({ state: 'published' }, { limit: 500 })
      const expired = published.filter((offering) => confirmBy(offering) < now.slice(0, 10))
      const inFiles = demo.offerings.filter(
        ({ fields }) => fields.state === 'published' && confirmBy(fields) < '2026-11-22',
      )
      expect(expired.length).to.equal(inFiles.length)
      expect(youngest <= now).to.equal(true)
      const current = await services.needs.records.getMany([...demo.current])
      expect(current).to.have.length(demo.current.size)
      for (const { createdAt } of current)
        expect(Date.parse(now) - Date.parse(createdAt)).to.be.within(0, 90 * 86_400_000)
      expect(Date.parse(now) - Date.parse(youngest)).to.be.lessThan(366 * 86_400_000)
    })
  }
})
