import { expect } from 'chai'
import { insightFollowers } from '../../src/insights/index.js'
import { indicatorGroupings, readIndicators } from '../../src/insights/indicators.js'
import type { Actor } from '../../src/platform/actor.js'
import { onEachStore } from '../each-store.js'
import { regions, street, taxonomy } from '../feature-services.js'
import { aWorld, committee } from '../referrals/world.js'

const district: Actor = { id: 'district-1', role: 'district' }
const span = { from: '2026-03', to: '2026-03' }

onEachStore('indicators', function (engine) {
  this.timeout(120_000)

  it('add up how requests were answered and what came of them, by whatever they are grouped, and of one’s own', async () => {
    const { referrals, aNeed, anOffer, advance, store } = await aWorld(engine, insightFollowers(taxonomy))
    const [served, refused] = [await anOffer(), await anOffer()]
    const ask = async (offeringId: string) =>
      referrals.open(
        (await aNeed({ categories: ['elderly.meals'] })).id,
        { how: 'request', offeringId },
        committee,
      )
    for (let i = 0; i < 3; i++) {
      let referral = await ask(served.offering.id)
      advance(5 * 3_600_000)
      for (const step of ['accept', 'begin'] as const)
        referral = await referrals.act(referral.id, referral.revision, step, {}, served.worker)
    }
    const second = await ask(refused.offering.id)
    advance(30 * 3_600_000)
    const reason = { reason: { code: 'full' as const } }
    await referrals.act(second.id, second.revision, 'reject', reason, refused.worker)
    await ask(refused.offering.id)
    const read = (actor: Actor, by?: (typeof indicatorGroupings)[number]) =>
      readIndicators({ ...span, ...(by ? { by } : {}) }, actor, { store, regions, taxonomy })
    const [all] = (await read(district)).rows
    expect(all).to.deep.include({ referrals: 5, accepted: 3, declined: 1, responseRate: 1, medianHours: 8 })
    const groups = await Promise.all(
      indicatorGroupings.map(async (by) => (await read(district, by)).rows.map(({ group }) => group)),
    )
    const organizations = [served.organization.id, refused.organization.id].sort()
    expect(groups).to.deep.equal([['2026-03'], [street], ['elderly'], organizations])
    expect((await read(refused.worker)).rows[0]).to.deep.include({
      referrals: 2,
      declined: 1,
      medianHours: 48,
    })
  })
})
