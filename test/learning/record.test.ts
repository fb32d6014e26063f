import { expect } from 'chai'
import { matchLabels, organizationRecords } from '../../src/learning/collections.js'
import { mislearnt } from '../../src/learning/index.js'
import { noOutcomes } from '../../src/learning/outcomes.js'
import type { Actor } from '../../src/platform/actor.js'
import { outbox } from '../../src/platform/records/index.js'
import { onEachStore } from '../each-store.js'
import { aWorld, committee } from '../referrals/world.js'

onEachStore('what is learnt from referrals', function (engine) {
  this.timeout(60_000)

  async function asked() {
    const world = await aWorld(engine)
    const { offering, worker } = await world.anOffer()
    const need = await world.aNeed()
    const referral = await world.referrals.open(
      need.id,
      { how: 'request', offeringId: offering.id },
      committee,
    )
    const act = async (action: 'accept' | 'reject', by: Actor, input = {}) => {
      world.advance(5 * 3_600_000)
      return world.referrals.act(referral.id, referral.revision, action, input, by)
    }
    const score = async () => {
      const { organizations, offerings } = world
      await world.matching.projection.apply('organization', await organizations.records.find({}), [])
      await world.matching.projection.apply('offering', await offerings.records.find({}), [])
      return (await world.matching.explainPairing(need.id, offering.id)).score
    }
    return { ...world, offering, worker, need, act, score }
  }

  it('is the record of the organisation, written with the referral, of which matching hears', async () => {
    const { store, act, worker, offering } = await asked()
    await act('accept', worker)
    const record = await store.get(organizationRecords, offering.organizationId)
    expect(record).to.deep.include({ accepted: 1, declined: 0, completed: 0 })
    expect(record?.answers.indexOf(1)).to.equal(3)
    const told = await store.find(
      outbox,
      { kind: 'organization' },
      { sort: { field: 'id', direction: 'desc' } },
    )
    expect(told[0]?.subjects).to.deep.equal([offering.organizationId])
    expect(await mislearnt(store)).to.deep.equal([])
  })

  it('lowers the score of an organisation that declines, and keeps its label when another kind was asked for', async () => {
    const { store, act, worker, score, offering } = await asked()
    const before = await score()
    await act('reject', worker, { reason: { code: 'wrong-kind' } })
    // It answered within hours, and that is all that this says of it.
    expect(await score()).to.be.at.least(before)
    const [label] = await store.find(matchLabels, {})
    expect(label).to.deep.include({ offeringId: offering.id, fits: 0 })
    expect(label?.features).to.include.keys('wish', 'words', 'record')
    const { organizationId } = offering
    const kept = await store.get(organizationRecords, organizationId)
    const worse = { ...noOutcomes, id: organizationId, revision: 1, declined: 9, unanswered: 9, failed: 9 }
    await store.replace(organizationRecords, worse, kept?.revision ?? 0)
    expect(await score()).to.be.below(before)
    expect(await mislearnt(store)).to.deep.equal([{ kind: 'organization-record', id: organizationId }])
  })
})
