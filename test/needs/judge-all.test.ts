import { expect } from 'chai'
import { judgeAll, type Need, needsCollection } from '../../src/needs/index.js'
import { Leases } from '../../src/platform/leases/index.js'
import { auditTrail, outbox } from '../../src/platform/records/index.js'
import type { DocumentStore } from '../../src/platform/store/index.js'
import { onEachStore } from '../each-store.js'
import { aNeed } from '../feature-drafts.js'
import { actor, featureServices } from '../feature-services.js'

/** What an earlier version kept: without what follows from the rest, or with what followed then. */
async function age(store: DocumentStore, id: string, over: Partial<Need> = {}): Promise<void> {
  const need = (await store.get(needsCollection, id)) as Need
  const { guarded: _, partlyTaken: __, queue: ___, ...old } = need
  await store.replace(needsCollection, { ...old, ...over }, need.revision)
}

onEachStore('needs that an earlier version kept', (engine) => {
  async function world() {
    const { store, clock, ids, needs, taxonomy } = await featureServices(engine)
    const deps = { store, clock, ids, onCommitted: () => undefined }
    const judge = () => judgeAll({ ...deps, taxonomy, leases: new Leases(deps) })
    const kept = (id: string) => store.get(needsCollection, id)
    const waiting = async () =>
      (await store.find(outbox, {})).flatMap(({ kind, subjects }) => (kind === 'need' ? subjects : []))
    return { store, needs, judge, kept, waiting }
  }

  it('get what follows from them at the first start, once; search and matching are told, and the trail says nothing', async () => {
    const { store, needs, judge, kept, waiting } = await world()
    const [child, quarrel, partly] = [
      await needs.create(aNeed({ categories: ['minors.companionship'] }), actor),
      await needs.create(aNeed(), actor),
      await needs.create(aNeed({ amount: { value: 10, unit: 'visit' } }), actor),
    ]
    await age(store, child.id)
    await age(store, quarrel.id, { guarded: true })
    const progress = { pending: 0, reserved: 4, committed: 0, delivered: 0 }
    await age(store, partly.id, { state: 'matched', progress })
    await store.removeMany(outbox, await store.find(outbox, {}))
    const said = await store.count(auditTrail, {})
    expect((await Promise.all([judge(), judge()])).toSorted()).to.deep.equal([0, 3])
    expect((await kept(child.id))?.guarded).to.equal(true)
    expect(await kept(quarrel.id)).to.include({ guarded: false, queue: '3 9' })
    expect(await kept(partly.id)).to.include({ guarded: false, partlyTaken: true, state: 'matched' })
    expect(await waiting()).to.have.members([child.id, quarrel.id, partly.id])
    expect(await store.count(auditTrail, {})).to.equal(said)
    await age(store, child.id)
    expect(await judge(), 'done by these rules').to.equal(0)
  })
})
