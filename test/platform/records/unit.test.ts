import { expect } from 'chai'
import { needKind } from '../../../src/needs/index.js'
import { newNeed } from '../../../src/needs/model.js'
import { offeringKind } from '../../../src/offerings/index.js'
import { organizationKind } from '../../../src/organizations/index.js'
import { Conflict, NotFound } from '../../../src/platform/errors.js'
import { auditTrail, events, outbox, type Unit, unitOfWork } from '../../../src/platform/records/index.js'
import { onEachStore } from '../../each-store.js'
import { aNeed, anOrganization } from '../../feature-drafts.js'
import { actor, featureServices } from '../../feature-services.js'

onEachStore('a unit of work', (engine) => {
  async function world() {
    const services = await featureServices(engine)
    const { store, clock, ids } = services
    let commits = 0
    const run = <R>(work: (unit: Unit) => Promise<R>) =>
      unitOfWork({ store, clock, ids, onCommitted: () => commits++ }, actor, work)
    const need = await services.needs.create(aNeed(), actor)
    const organization = await services.organizations.create(anOrganization(), actor)
    const before = { audit: await store.count(auditTrail, {}), outbox: await store.count(outbox, {}) }
    const added = async () => ({
      audit: (await store.count(auditTrail, {})) - before.audit,
      outbox: (await store.count(outbox, {})) - before.outbox,
      events: await store.count(events, {}),
    })
    return { ...services, run, need, organization, added, commits: () => commits }
  }

  it('writes several kinds, their trail and what was announced, together', async () => {
    const { run, need, organization, store, added, commits } = await world()
    await run(async (unit) => {
      await unit.amend(needKind, { id: need.id, revision: 1, change: (n) => ({ ...n, title: '改过' }) })
      await unit.amend(
        organizationKind,
        { id: organization.id, revision: undefined, change: (o) => ({ ...o, description: '新' }) },
        { action: 'describe', reason: '来信' },
      )
      unit.announce({ name: 'need.changed', kind: 'need', subject: need.id, facts: { days: 3 } })
    })
    // One for each searchable kind, one for the seal that the trail is owed.
    expect(await added()).to.deep.equal({ audit: 2, outbox: 3, events: 1 })
    expect(commits()).to.equal(1)
    const [event] = await store.find(events, {})
    expect(event).to.deep.include({
      name: 'need.changed',
      subject: need.id,
      actor: 'tester',
      facts: { days: 3 },
    })
    const [described] = await store.find(auditTrail, {
      kind: 'organization',
      action: 'organization.describe',
    })
    expect(described).to.deep.include({ subjects: [organization.id], reason: '来信' })
  })

  it('gives records that are made together ids in their order, but none to one that brings its own', async () => {
    const { store, clock, ids } = await world()
    const drawn = ['n-3', 'n-1', 'n-2']
    const next = (prefix: string) => (prefix === 'n' && drawn.shift()) || ids.next(prefix)
    const fields = newNeed(aNeed(), undefined)
    const made = await unitOfWork({ store, clock, ids: { next }, onCommitted: () => {} }, actor, (unit) =>
      unit.createMany(needKind, [{ fields }, { id: 'n-0', fields }, { fields }, { fields }]),
    )
    expect(made.map(({ id }) => id)).to.deep.equal(['n-1', 'n-0', 'n-2', 'n-3'])
  })

  it('writes nothing at all when it fails at its end', async () => {
    const { run, need, store, added, commits } = await world()
    const failing = run(async (unit) => {
      await unit.create(needKind, newNeed(aNeed(), undefined))
      unit.announce({ name: 'need.changed', kind: 'need', subject: need.id })
      await unit.amend(needKind, { id: need.id, revision: 7, change: (n) => n })
    })
    await failing.then(
      () => expect.fail('was written'),
      (error: unknown) => expect(error).to.be.instanceOf(Conflict),
    )
    expect(await added()).to.deep.equal({ audit: 0, outbox: 0, events: 0 })
    expect(await store.count(needKind.collection, {})).to.equal(1)
    expect(commits()).to.equal(0)
  })

  it('tells the views of a record again that did not change, and leaves the trail alone', async () => {
    const { run, need, store, added } = await world()
    await run(async (unit) => unit.retell(needKind, need.id, need.id))
    expect(await added()).to.deep.equal({ audit: 0, outbox: 1, events: 0 })
    const [told] = await store.find(outbox, { kind: 'need' }, { sort: { field: 'id', direction: 'desc' } })
    expect(told?.subjects).to.deep.equal([need.id])
  })

  it('keeps id and stamps whatever a change does to them', async () => {
    const { run, need } = await world()
    const after = await run((unit) =>
      unit.amend(needKind, {
        id: need.id,
        revision: 1,
        change: (n) => ({ ...n, id: 'n-other', createdBy: 'somebody', revision: 9 }),
      }),
    )
    expect(after).to.deep.include({ id: need.id, createdBy: 'tester', revision: 2 })
  })

  it('refuses what is not there', async () => {
    const { run } = await world()
    const amending = run((unit) =>
      unit.amend(offeringKind, { id: 'f-none', revision: undefined, change: (o) => o }),
    )
    await amending.then(
      () => expect.fail('was written'),
      (error: unknown) => expect(error).to.be.instanceOf(NotFound),
    )
  })
})
