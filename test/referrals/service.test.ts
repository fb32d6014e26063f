import { expect } from 'chai'
import type { Actor } from '../../src/platform/actor.js'
import { auditTrail, events } from '../../src/platform/records/index.js'
import { capacityMonths, miscounts, type Referral, referralKind } from '../../src/referrals/index.js'
import { actors } from '../actors.js'
import { onEachStore } from '../each-store.js'
import { elsewhere, nextCommunity, street } from '../feature-services.js'
import { aWorld, committee, refusal, streetStaff } from './world.js'

const tenVisits = { value: 10, unit: 'visit' } as const
const report = { delivered: 4, on: '2026-03-10', goal: 'full' } as const
const byNewest = { sort: { field: 'createdAt', direction: 'desc' } } as const
const months = (store: Awaited<ReturnType<typeof aWorld>>['store']) => store.find(capacityMonths, {})

onEachStore('referrals', function (engine) {
  this.timeout(60_000)

  /** A need of ten visits of which an offering with six places a month is asked for four. */
  async function asked() {
    const world = await aWorld(engine)
    const { offering, worker } = await world.anOffer({ capacity: { perMonth: 6, unit: 'visit' } })
    const need = await world.aNeed({ amount: tenVisits })
    const opening = { how: 'request', offeringId: offering.id, quantity: 4 } as const
    const referral = await world.referrals.open(need.id, opening, committee)
    const step = async (
      { id, revision }: Referral,
      action: Parameters<typeof world.referrals.act>[2],
      by: Actor,
      input = {},
    ): Promise<Referral> => world.referrals.act(id, revision, action, input, by)
    return { ...world, offering, worker, need, referral, step }
  }

  it('go from a request to a confirmed outcome, with need, month, trail and events in step', async () => {
    const { store, needOf, need, offering, worker, referral, step } = await asked()
    const progress = async () => {
      const { state, progress: kept } = await needOf(need.id)
      return [state, kept?.pending, kept?.reserved, kept?.committed, kept?.delivered]
    }
    expect(referral).to.include({
      stage: 'requested',
      owes: 'organisation',
      organizationId: offering.organizationId,
    })
    expect(await progress()).to.deep.equal(['open', 4, 0, 0, 0])
    const accepted = await step(await step(referral, 'receive', worker), 'accept', worker)
    expect(await progress()).to.deep.equal(['matched', 0, 4, 0, 0])
    const begun = await step(accepted, 'begin', worker)
    expect(await progress()).to.deep.equal(['in-service', 0, 0, 4, 0])
    const reported = await step(begun, 'report', worker, { report: { ...report, delivered: 3 } })
    const confirmed = await step(reported, 'confirm', committee)
    expect(await progress()).to.deep.equal(['open', 0, 0, 0, 3])
    expect(confirmed).to.include({ state: 'completed', closing: 'confirmed', owes: 'nobody', quantity: 3 })
    const [month] = await months(store)
    expect(month).to.include({ offeringId: offering.id, month: '2026-03', taken: 3, pending: 0 })
    const trail = await store.find(auditTrail, { kind: 'referral' })
    const actions = ['request', 'receive', 'accept', 'begin', 'report', 'confirm']
    expect(trail.map(({ action }) => action)).to.deep.equal(actions.map((action) => `referral.${action}`))
    const told = await store.find(events, { kind: 'referral' })
    expect(told.map(({ name }) => name)).to.deep.equal(actions.map((action) => `referral.${action}`))
    expect(told[2]?.facts).to.deep.include({
      needId: need.id,
      stage: 'accepted',
      from: 'received',
      quantity: 4,
    })
    expect(await miscounts(store)).to.deep.equal([])
  })

  it('keep what the matcher saw, though need and offering change later', async () => {
    const { needs, referrals, needOf, need, referral } = await asked()
    expect(referral.seen.why.zh).not.to.equal('')
    expect(referral.seen.features).to.have.property('service')
    const { id, revision, createdAt, createdBy, updatedAt, updatedBy, state, progress, urgency, ...change } =
      await needOf(need.id)
    await needs.amend(id, revision, { ...change, text: '现在要的是别的东西。' }, committee)
    const { seen } = await referrals.get(referral.id, committee)
    expect(seen.need.text).to.equal(need.text)
  })

  it('may be pending several at a time; the first to accept takes what there is', async () => {
    const { referrals, anOffer, need, referral, worker, step } = await asked()
    const other = await anOffer()
    const second = await referrals.open(need.id, { how: 'request', offeringId: other.offering.id }, committee)
    expect(second.quantity).to.equal(10)
    await step(referral, 'accept', worker)
    expect(await refusal(() => step(second, 'accept', other.worker))).to.equal('need.taken')
    const part = await step(second, 'accept', other.worker, { quantity: 6 })
    expect(part.changes.map(({ from, to }) => [from, to])).to.deep.equal([['10', '6']])
    expect(await refusal(() => anOpening())).to.equal('need.taken')
    function anOpening() {
      return referrals.open(need.id, { how: 'request', offeringId: other.offering.id }, committee)
    }
  })

  it('take no more places of a month than there are, and give back what is cancelled', async () => {
    const { store, referrals, aNeed, offering, referral, worker, step } = await asked()
    const accepted = await step(referral, 'accept', worker)
    const next = await aNeed({ amount: tenVisits })
    const opening = { how: 'request', offeringId: offering.id, quantity: 3 } as const
    const more = await referrals.open(next.id, opening, committee)
    expect(await refusal(() => step(more, 'accept', worker))).to.equal('capacity.full')
    const later = await step(more, 'amend', committee, { plannedStart: '2026-04-02', why: '下月再来' })
    await step(later, 'accept', worker)
    await step(accepted, 'cancel', committee, { reason: { code: 'solved-elsewhere' }, delivered: 1 })
    const kept = (await months(store)).map(({ month, taken, pending }) => [month, taken, pending])
    expect(kept).to.deep.equal([
      ['2026-03', 1, 0],
      ['2026-04', 3, 0],
    ])
    expect(await miscounts(store)).to.deep.equal([])
  })

  it('let matching see the places that are left, and what of a need is', async () => {
    const { matching, offerings, needs, offering, need, referral, worker, step } = await asked()
    const fill = async () => {
      await matching.projection.apply('offering', await offerings.records.getMany([offering.id]), [])
      await matching.projection.apply('need', await needs.records.getMany([need.id]), [])
    }
    const capacityOf = async () => {
      const { features } = await matching.explainPairing(need.id, offering.id)
      return features.capacity?.value
    }
    await fill()
    const before = await capacityOf()
    await step(referral, 'accept', worker)
    await fill()
    expect(before).to.be.closeTo(0.2, 0.01)
    expect(await capacityOf()).to.be.closeTo(-0.333, 0.01)
  })

  it('are refused for a pairing that is asked for already, also at once', async () => {
    const { referrals, anOffer, need } = await asked()
    const { offering } = await anOffer()
    const open = () =>
      refusal(() => referrals.open(need.id, { how: 'request', offeringId: offering.id }, committee))
    const answers = await Promise.all([open(), open(), open()])
    expect(answers.sort()).to.deep.equal(['-', 'state.refused', 'state.refused'])
  })

  it('keep their need and their offering from being removed', async () => {
    const { needs, offerings, needOf, need, offering } = await asked()
    const { revision } = await needOf(need.id)
    expect(await refusal(() => needs.remove(need.id, revision, committee))).to.equal('state.refused')
    expect(await refusal(() => offerings.remove(offering.id, 1, actors.district))).to.equal('state.refused')
  })

  it('write nothing of an action that is refused', async () => {
    const { store, referrals, referral, worker, step } = await asked()
    const counts = async () => [await store.count(auditTrail, {}), await store.count(events, {})]
    const before = await counts()
    expect(await refusal(() => step(referral, 'confirm', committee))).to.equal('state.refused')
    const over = { quantity: 5 }
    expect(await refusal(() => step(referral, 'accept', worker, over))).to.equal('quantity: number.max')
    const stale = () => referrals.act(referral.id, 7, 'receive', {}, worker)
    expect(await refusal(stale)).to.equal('revision.stale')
    expect(await counts()).to.deep.equal(before)
    expect((await referrals.get(referral.id, committee)).revision).to.equal(1)
  })

  it('hide what identifies a person in the words that come with them', async () => {
    const { referral, worker, step } = await asked()
    const why = '本人电话13800138000打不通'
    const declined = await step(referral, 'reject', worker, { reason: { code: 'gone', note: why } })
    expect(declined.reason?.note).to.equal('本人电话【电话】打不通')
  })

  it('are seen by the two sides and by staff above, and are not there for anybody else', async () => {
    const { referrals, anOffer, need, referral, worker } = await asked()
    const { offering: other, worker: stranger } = await anOffer()
    const blind: Actor[] = [
      { ...committee, region: nextCommunity },
      { ...streetStaff, region: elsewhere },
      stranger,
      { id: 'a', role: 'auditor' },
      { id: 'a', role: 'admin' },
    ]
    for (const actor of blind) {
      const name = JSON.stringify(actor)
      expect(await refusal(() => referrals.get(referral.id, actor)), name).to.equal('referral not found')
      expect(await referrals.list({}, byNewest, actor), name).to.deep.equal([])
      const act = () => referrals.act(referral.id, 1, 'cancel', { reason: { code: 'mistaken' } }, actor)
      expect(await refusal(act), name).to.equal('referral not found')
    }
    const draft = { how: 'dispatch', offeringId: other.id, quantity: 1, draft: true } as const
    const kept = await referrals.open(need.id, draft, streetStaff)
    const seenBy = async (actor: Actor) => (await referrals.list({}, byNewest, actor)).map(({ id }) => id)
    for (const actor of [committee, streetStaff])
      expect(await seenBy(actor)).to.have.members([kept.id, referral.id])
    expect(await seenBy(worker)).to.deep.equal([referral.id])
    expect(await seenBy(stranger)).to.deep.equal([])
    expect(await refusal(() => referrals.get(kept.id, stranger))).to.equal('referral not found')
  })

  it('are opened only for needs and offerings in reach', async () => {
    const { referrals, anOffer, aNeed, offering } = await asked()
    const { offering: other, worker } = await anOffer()
    const need = await aNeed({ amount: tenVisits, visibility: 'staff' })
    const apply = (needId: string, offeringId: string) =>
      refusal(() => referrals.open(needId, { how: 'apply', offeringId }, worker))
    expect(await apply(need.id, other.id)).to.equal('need not found')
    const shown = await aNeed({ amount: tenVisits, visibility: 'matched' })
    expect(await apply(shown.id, offering.id)).to.equal('forbidden')
    expect(await apply(shown.id, other.id)).to.equal('-')
    const [application] = await referrals.list({ need: shown.id }, byNewest, committee)
    expect(application).to.include({ stage: 'applied', owes: 'community', how: 'apply' })
  })

  it('of a protected group tell an organisation the street only, until it has taken the need on', async () => {
    const { referrals, needs, aNeed, offering, worker, step } = await asked()
    const text = '小刚的爸爸在服刑，孩子没有人管，需要有人陪伴。'
    const need = await aNeed({ text, amount: tenVisits, categories: ['elderly.home-visit'] })
    const opening = { how: 'request', offeringId: offering.id, quantity: 2 } as const
    const opened = await referrals.open(need.id, opening, committee)
    expect(opened).to.include({ guarded: true, region: need.region })
    expect(JSON.stringify(opened.seen)).not.to.match(/小刚|服刑|孩子/)
    expect((await referrals.get(opened.id, worker)).region).to.equal(street)
    const [listed] = await referrals.list({ need: need.id }, byNewest, worker)
    expect(listed?.region).to.equal(street)
    expect(await referrals.list({ need: need.id, region: need.region }, byNewest, worker)).to.deep.equal([])
    const shownText = async () =>
      (JSON.parse((await needs.getRaw(need.id, worker)).json) as { text: string }).text
    expect(await shownText()).not.to.equal(text)
    const accepted = await step(opened, 'accept', worker)
    expect(accepted.region).to.equal(need.region)
    expect(await shownText()).to.equal(text)
    await step(accepted, 'cancel', committee, { reason: { code: 'mistaken' } })
    expect((await referrals.get(opened.id, worker)).region).to.equal(street)
  })

  it('are found by state, need, offering, region, whose turn it is and what is overdue', async () => {
    const { referrals, need, offering, referral, worker, step, advance } = await asked()
    const found = async (filters: Parameters<typeof referrals.list>[0]) =>
      (await referrals.list(filters, byNewest, streetStaff)).length
    for (const filters of [
      { state: ['requested'] as const },
      { need: need.id },
      { offering: offering.id },
      { organization: [offering.organizationId] },
      { region: need.region },
      { owes: ['organisation'] as const },
    ])
      expect(await found(filters), JSON.stringify(filters)).to.equal(1)
    expect(await found({ overdue: true })).to.equal(0)
    advance(14 * 86_400_000)
    expect(await found({ overdue: true })).to.equal(1)
    await step(referral, 'accept', worker)
    expect(await found({ state: ['requested'] })).to.equal(0)
  })

  it('tell what was done to them', async () => {
    const { referrals, referral, worker, step } = await asked()
    await step(referral, 'reject', worker, { reason: { code: 'full' } })
    const history = await referrals.history(referral.id, committee)
    expect(history.map(({ action, actor, reason }) => [action, actor, reason])).to.deep.equal([
      ['referral.reject', worker.id, 'full'],
      ['referral.request', committee.id, undefined],
    ])
    expect(referralKind.name).to.equal('referral')
  })

  it('show the places of six months with the date of the word for it', async () => {
    const { referrals, offering, referral, worker, step } = await asked()
    await step(referral, 'accept', worker)
    const { capacity, trust, confirmedAt, months: shown } = await referrals.placesOf(offering.id, committee)
    expect({ capacity, trust, confirmedAt }).to.deep.equal({
      capacity: { perMonth: 6, unit: 'visit' },
      trust: 1,
      confirmedAt: offering.confirmedAt,
    })
    expect(shown).to.have.length(6)
    expect(shown[0]).to.deep.equal({ month: '2026-03', taken: 4, pending: 0, left: 2 })
    expect(shown[5]).to.deep.equal({ month: '2026-08', taken: 0, pending: 0, left: 6 })
  })
})
