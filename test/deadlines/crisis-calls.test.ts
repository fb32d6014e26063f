import { expect } from 'chai'
import { CrisisWatch, createCrisisCalls, crisisNotes, notAskedYet } from '../../src/deadlines/index.js'
import { createNeeds, crisisFollower, loadHotlines } from '../../src/needs/index.js'
import { createLogger } from '../../src/platform/log.js'
import { events } from '../../src/platform/records/index.js'
import { hasReferrals } from '../../src/referrals/index.js'
import { type Engine, onEachStore } from '../each-store.js'
import { aNeed } from '../feature-drafts.js'
import { actor, regions, taxonomy } from '../feature-services.js'
import { aWorld, committee } from '../referrals/world.js'

const desperate = '独居老人说她不想活了，需要有人上门陪伴聊天。'

async function world(engine: Engine) {
  const services = await aWorld(engine)
  const { store, search, clock, ids, matching, anOffer } = services
  const watch = new CrisisWatch()
  const deps = {
    store,
    clock,
    ids,
    onCommitted: () => undefined,
    followers: [crisisFollower(regions), watch.follower],
  }
  const needs = createNeeds({
    ...{ ...deps, search, regions, taxonomy, hasReferrals, identities: services.vault },
    hotlines: loadHotlines('seeds/taxonomy'),
    detectUrgency: (text) =>
      text.includes('不想活') ? { level: 'crisis', kinds: ['self-harm'], words: ['不想活'] } : undefined,
  })
  const candidates = notAskedYet(store, matching)
  const calls = createCrisisCalls({ ...deps, log: createLogger('silent'), candidates }, watch)
  const { offering, organization } = await anOffer()
  await matching.projection.apply('organization', [organization], [])
  await matching.projection.apply('offering', [offering], [])
  const context = { at: clock.now(), signal: new AbortController().signal }
  return {
    ...services,
    needs,
    calls,
    candidates,
    offering,
    tick: () => calls.job.run(context),
    called: () => store.find(events, { name: 'need.crisis-call' }),
  }
}

onEachStore('a call for a need in crisis', (engine) => {
  it('goes out after the commit, once, to organisations that pass the hard rules', async () => {
    const { needs, calls, called, offering, store, tick } = await world(engine)
    await needs.create(aNeed(), actor)
    await calls.kick()
    expect(await called()).to.deep.equal([])
    const { id, region } = await needs.create(aNeed({ text: desperate }), actor)
    await Promise.all([calls.kick(), calls.kick(), tick()])
    const [call, ...more] = await called()
    expect(more).to.deep.equal([])
    expect(call).to.deep.include({
      subject: id,
      facts: { region, offerings: [offering.id], organizations: [offering.organizationId] },
    })
    expect(await store.count(crisisNotes, {})).to.equal(0)
  })

  it('is made by the job where the process died that noted it', async () => {
    const { needs, called, tick } = await world(engine)
    await needs.create(aNeed({ text: desperate }), actor)
    expect((await tick()).counts).to.deep.equal({ called: 1 })
    expect((await tick()).counts).to.deep.equal({ called: 0 })
    expect(await called()).to.have.length(1)
  })

  it('calls nobody for a crisis that is over by then', async () => {
    const { needs, called, tick } = await world(engine)
    const { id } = await needs.create(aNeed({ text: desperate }), actor)
    await needs.setUrgency(id, 1, 'soon', '已上门核实', actor)
    await tick()
    expect(await called()).to.deep.equal([])
  })
})

onEachStore('the candidates for a need', (engine) => {
  it('leave out what was asked before, however that ended', async () => {
    const { candidates, needs, referrals, offering } = await world(engine)
    const { id } = await needs.create(aNeed(), actor)
    expect(await candidates(id)).to.deep.equal([offering.id])
    const { id: referral } = await referrals.open(id, { how: 'request', offeringId: offering.id }, committee)
    await referrals.act(referral, undefined, 'cancel', { reason: { code: 'mistaken' } }, committee)
    expect(await candidates(id)).to.deep.equal([])
  })
})
