import { expect } from 'chai'
import { referralGrounds } from '../../src/identities/index.js'
import { type Referral, referralsCollection, type Stage, stages } from '../../src/referrals/index.js'
import { onEachStore } from '../each-store.js'
import { exampleReferral } from '../example-records.js'
import { featureServices } from '../feature-services.js'

const at = '2026-03-10T02:00:00.000Z'
const later = '2026-03-12T02:00:00.000Z'

function aReferral(id: string, over: Partial<Referral>): Referral {
  const stamps = { revision: 1, createdAt: at, createdBy: 'tester', updatedAt: at, updatedBy: 'tester' }
  return { id, ...stamps, ...exampleReferral, ...over }
}

onEachStore('what referrals say to whether a person may be shown', (engine) => {
  it('lets an organisation see from its acceptance until the referral is closed, and no other', async () => {
    const { store } = await featureServices(engine)
    await store.insertMany(
      referralsCollection,
      stages.map((stage) => aReferral(`r-${stage}`, { needId: `n-${stage}`, organizationId: 'o-1', stage })),
    )
    const { isRunning } = referralGrounds(store)
    const running: Stage[] = []
    for (const stage of stages) {
      if (await isRunning(`n-${stage}`, 'o-1')) running.push(stage)
      expect(await isRunning(`n-${stage}`, 'o-2'), stage).to.equal(false)
    }
    expect(running).to.deep.equal(['accepted', 'on-hold', 'in-progress', 'reopened', 'reported', 'disputed'])
  })

  it('says of each need whether one of its referrals is open still, and when the last one closed', async () => {
    const { store } = await featureServices(engine)
    await store.insertMany(referralsCollection, [
      aReferral('r-1', { needId: 'n-done', stage: 'confirmed', times: { closed: later } }),
      aReferral('r-2', { needId: 'n-done', stage: 'rejected', times: {} }),
      aReferral('r-3', { needId: 'n-open', stage: 'confirmed', times: { closed: at } }),
      aReferral('r-4', { needId: 'n-open', stage: 'requested', times: {} }),
      aReferral('r-5', { needId: 'n-unanswered', stage: 'expired', times: {} }),
    ])
    const standings = await referralGrounds(store).standingOf(store, [
      'n-done',
      'n-open',
      'n-unanswered',
      'n-none',
    ])
    expect(Object.fromEntries(standings)).to.deep.equal({
      'n-done': { isRunning: false, closedAt: later },
      'n-open': { isRunning: true, closedAt: at },
      'n-unanswered': { isRunning: false, closedAt: at },
    })
  })
})
