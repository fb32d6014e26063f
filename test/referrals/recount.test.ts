import { expect } from 'chai'
import { capacityMonths, miscounts, referralsCollection } from '../../src/referrals/index.js'
import { onEachStore } from '../each-store.js'
import { actor } from '../feature-services.js'
import { aWorld, committee } from './world.js'

onEachStore('recounting what needs and months keep of referrals', (engine) => {
  async function accepted() {
    const world = await aWorld(engine)
    const { offering, worker } = await world.anOffer({ capacity: { perMonth: 30, unit: 'visit' } })
    const need = await world.aNeed({ amount: { value: 8, unit: 'visit' } })
    const asked = await world.referrals.open(need.id, { how: 'request', offeringId: offering.id }, committee)
    const referral = await world.referrals.act(asked.id, 1, 'accept', {}, worker)
    return { ...world, need, referral, month: `${offering.id}-2026-03` }
  }

  it('finds nothing where all is right', async () => {
    const { store } = await accepted()
    expect(await miscounts(store)).to.deep.equal([])
  })

  it('finds a need and a month that keep something else', async () => {
    const { store, needs, need, month } = await accepted()
    const progress = { pending: 0, reserved: 7.5, committed: 0, delivered: 0 }
    await needs.records.amend(need.id, 3, actor, (before) => ({ ...before, progress }))
    const kept = await store.get(capacityMonths, month)
    if (!kept) throw new Error(month)
    await store.replace(capacityMonths, { ...kept, taken: 9 }, kept.revision)
    const found = await miscounts(store)
    expect(found.map(({ kind, id }) => [kind, id])).to.deep.equal([
      ['need', need.id],
      ['capacity-month', month],
    ])
    expect(found[1]).to.deep.include({ kept: { pending: 0, taken: 9 }, counted: { pending: 0, taken: 8 } })
  })

  it('finds a month that is not kept at all, and one that no referral is left of', async () => {
    const { store, needs, need, referral, month } = await accepted()
    const kept = await store.get(capacityMonths, month)
    if (!kept) throw new Error(month)
    await store.remove(capacityMonths, month, kept.revision)
    expect((await miscounts(store)).map(({ id }) => id)).to.deep.equal([month])
    await store.insert(capacityMonths, kept)
    await store.remove(referralsCollection, referral.id, referral.revision)
    await needs.records.amend(need.id, 3, actor, ({ progress: _, ...before }) => before)
    expect((await miscounts(store)).map(({ id }) => id)).to.deep.equal([month])
  })
})
