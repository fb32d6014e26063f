import { join } from 'node:path'
import { expect } from 'chai'
import { type DemoServices, fillWithDemo, loadDemo } from '../../src/demo/index.js'
import { needKind, needsCollection } from '../../src/needs/index.js'
import { confirmBy, offeringKind, offeringsCollection } from '../../src/offerings/index.js'
import { organizationKind, organizationsCollection } from '../../src/organizations/index.js'
import { timeOrderedIds } from '../../src/platform/ids.js'
import { auditTrail, outbox, Records } from '../../src/platform/records/index.js'
import { type Engine, onEachStore } from '../each-store.js'

const demo = loadDemo(join(import.meta.dirname, '../../seeds'))

async function openServices(engine: Engine, now: string) {
  const clock = { now: () => new Date(now) }
  const store = await engine.open([
    organizationsCollection,
    offeringsCollection,
    needsCollection,
    auditTrail,
    outbox,
  ])
  const deps = { store, clock, ids: timeOrderedIds(clock), onCommitted: () => {} }
  const services = {
    organizations: { records: new Records(organizationKind, deps) },
    offerings: { records: new Records(offeringKind, deps) },
    needs: { records: new Records(needKind, deps) },
  } satisfies DemoServices
  return { clock, store, services }
}

onEachStore('filling a store with the demo', (engine) => {
  it('writes all of it into an empty store, with the ids and the fields of the files', async () => {
    const { clock, store, services } = await openServices(engine, '2026-11-22T12:00:00Z')
    expect(await fillWithDemo(services, demo, clock)).to.equal(
      demo.organizations.length + demo.offerings.length + demo.needs.length,
    )
    for (const { id, fields } of [demo.needs[0]!, demo.needs[599]!]) {
      expect(await store.get(needsCollection, id)).to.deep.include(fields)
    }
    expect(await store.count(offeringsCollection, {})).to.equal(250)
  })

  it('stamps a need with the moment at which it was written down', async () => {
    const { clock, store, services } = await openServices(engine, '2026-11-22T12:00:00Z')
    await fillWithDemo(services, demo, clock)
    const { id, at } = demo.needs[0]!
    const need = await store.get(needsCollection, id)
    expect(need?.createdAt).to.equal(at)
  })

  it('writes nothing into a store that holds anything', async () => {
    const { clock, store, services } = await openServices(engine, '2026-11-22T12:00:00Z')
    const { fields } = demo.needs[7]!
    await services.needs.records.create(fields, { id: 'u-1' })
    expect(await fillWithDemo(services, demo, clock)).to.equal(0)
    expect(await store.count(organizationsCollection, {})).to.equal(0)
    expect(await store.count(needsCollection, {})).to.equal(1)
  })

  for (const now of ['2026-03-01T00:00:00Z', '2026-11-22T12:00:00Z', '2028-02-29T00:00:00Z']) {
    it(`looks the same on ${now.slice(0, 10)}: as many confirmations expired, no need ahead of its time`, async () => {
      const { clock, services } = await openServices(engine, now)
      let youngest = ''
      const needs = services.needs.records
      const spied: DemoServices = {
        ...services,
        needs: {
          records: {
            find: (filter, options) => needs.find(filter, options),
            createMany: (items, actor, action) => {
              for (const { at } of items) if (at > youngest) youngest = at
              return needs.createMany(items, actor, action)
            },
          },
        },
      }
      await fillWithDemo(spied, demo, clock)
      const published = await services.offerings.records.find({ state: 'published' }, { limit: 500 })
      const expired = published.filter((offering) => confirmBy(offering) < now.slice(0, 10))
      const inFiles = demo.offerings.filter(
        ({ fields }) => fields.state === 'published' && confirmBy(fields) < '2026-11-22',
      )
      expect(expired.length).to.equal(inFiles.length)
      expect(youngest <= now).to.equal(true)
      expect(Date.parse(now) - Date.parse(youngest)).to.be.lessThan(366 * 86_400_000)
    })
  }
})
