import { expect } from 'chai'
import { createLinks, linksCollection } from '../../src/links/index.js'
import type { Actor } from '../../src/platform/actor.js'
import { NotFound } from '../../src/platform/errors.js'
import { auditTrail } from '../../src/platform/records/index.js'
import { type Action, type ActionInput, createCodes, referralLinks } from '../../src/referrals/index.js'
import { type Engine, onEachStore } from '../each-store.js'
import { elsewhere } from '../feature-services.js'
import { refusalOf } from '../refusals.js'
import { terms } from './sample.js'
import { aWorld, committee } from './world.js'

async function world(engine: Engine) {
  const services = await aWorld(engine)
  const { store, clock, ids, referrals, anOffer } = services
  const links = createLinks({ store, clock, purposes: referralLinks(referrals), stands: async () => true })
  const makeCode = createCodes({ store, clock, ids, onCommitted: () => undefined, referrals, links, terms })
  const { offering, worker } = await anOffer()
  const need = await services.aNeed()
  const opened = await referrals.open(need.id, { how: 'request', offeringId: offering.id }, committee)
  const expiresAt = new Date(clock.now().getTime() + 86_400_000).toISOString()
  return {
    ...services,
    links,
    makeCode,
    worker,
    id: opened.id,
    now: () => referrals.get(opened.id, committee),
    act: (action: Action, input: ActionInput, actor: Actor = worker) =>
      referrals.act(opened.id, undefined, action, input, actor),
    issue: (purpose: 'referral.answer' | 'referral.outcome', holder: Actor) =>
      links.issue(store, { purpose, subject: opened.id, holder, expiresAt }),
  }
}

const report = { report: { delivered: 8, on: '2026-03-10', goal: 'full' } } as const
const facts = { came: 'yes', onTime: 'no', goal: 'part' }

onEachStore('a link about a referral', (engine) => {
  it('accepts in the name of the organisation that it was made for, once', async () => {
    const { issue, links, now, worker, store, id } = await world(engine)
    const token = await issue('referral.answer', worker)
    const [first, second] = await Promise.allSettled([
      links.use(token, 'accept', {}),
      links.use(token, 'accept', {}),
    ])
    expect([first?.status, second?.status].sort()).to.deep.equal(['fulfilled', 'rejected'])
    expect(await now()).to.include({ stage: 'accepted', updatedBy: worker.id })
    const trail = await store.find(auditTrail, { subjects: id })
    expect(trail.map(({ action }) => action)).to.deep.equal(['referral.request', 'referral.accept'])
  })

  it('declines with a coded reason that needs no words', async () => {
    const { issue, links, now, worker } = await world(engine)
    const token = await issue('referral.answer', worker)
    expect(await refusalOf(() => links.use(token, 'reject', {}))).to.deep.equal(['reason: any.required'])
    expect(await refusalOf(() => links.use(token, 'reject', { reason: 'other' }))).to.deep.equal([
      'reason: any.only',
    ])
    await links.use(token, 'reject', { reason: 'full' })
    expect(await now()).to.deep.include({ stage: 'rejected', reason: { code: 'full', by: 'organisation' } })
  })

  it('comes too late where somebody has answered, and stays unused', async () => {
    const { issue, links, act, worker, store } = await world(engine)
    const token = await issue('referral.answer', worker)
    await act('accept', {})
    expect((await refusalOf(() => links.use(token, 'accept', {})))[0]).to.equal('state.refused')
    expect((await store.find(linksCollection, {}))[0]).to.not.have.property('usedAt')
  })

  it('reaches no further than its holder does', async () => {
    const { issue, links } = await world(engine)
    const token = await issue('referral.answer', { id: 'u-x', role: 'org-worker', organization: 'o-other' })
    expect(await links.use(token, 'accept', {}).catch((error: Error) => error.constructor)).to.equal(NotFound)
  })

  it('lets the committee confirm or dispute what was reported', async () => {
    const { issue, links, act, now } = await world(engine)
    await act('accept', {})
    await act('report', report)
    await links.use(await issue('referral.outcome', committee), 'dispute', { why: 'less-done' })
    expect(await now()).to.include({ stage: 'disputed' })
    expect((await now()).remark?.text).to.match(/与申报不符/)
    await links.use(await issue('referral.outcome', committee), 'confirm', facts)
    expect((await now()).ratings).to.deep.include.members([
      { came: true, onTime: false, goal: 'part', by: 'committee', at: (await now()).updatedAt },
    ])
  })
})

onEachStore('the one-time code of a person who was served', (engine) => {
  it('is made once something is reported, by those responsible for the need', async () => {
    const { makeCode, id, act, store } = await world(engine)
    await act('accept', {})
    expect((await refusalOf(() => makeCode(id, committee)))[0]).to.equal('state.refused')
    await act('report', report)
    const other: Actor = { id: 'u-2', role: 'committee', region: elsewhere }
    expect(await makeCode(id, other).catch((error: Error) => error.constructor)).to.equal(NotFound)
    const { code, expiresAt } = await makeCode(id, committee)
    expect(code).to.match(/^(?:[0-9A-Z]{4}-){2}[0-9A-Z]{4}$/)
    expect(expiresAt).to.equal('2026-04-09T02:00:00.000Z')
    expect((await store.find(auditTrail, { subjects: id })).at(-1)).to.include({ action: 'referral.code' })
  })

  it('confirms with facts as the person, or adds them where it is confirmed already', async () => {
    const { makeCode, id, act, links, now } = await world(engine)
    await act('accept', {})
    await act('report', report)
    const codes = [await makeCode(id, committee), await makeCode(id, committee)]
    await act('confirm', {}, committee)
    await links.use(codes[0]?.code ?? '', 'confirm', facts)
    expect(await now()).to.include({ stage: 'confirmed', updatedBy: 'beneficiary' })
    expect((await now()).ratings.map(({ by, goal }) => `${by} ${goal}`)).to.deep.equal(['beneficiary part'])
    expect(
      (await refusalOf(() => links.use(codes[1]?.code ?? '', 'dispute', { why: 'not-done' })))[0],
    ).to.equal('state.refused')
  })

  it('disputes as the person', async () => {
    const { makeCode, id, act, links, now } = await world(engine)
    await act('accept', {})
    await act('report', report)
    await links.use((await makeCode(id, committee)).code, 'dispute', { why: 'not-done' })
    expect(await now()).to.deep.include({ stage: 'disputed' })
    expect((await now()).remark).to.include({ by: 'beneficiary' })
  })
})
