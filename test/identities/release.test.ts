import { expect } from 'chai'
import { Conflict, Forbidden, NotFound } from '../../src/platform/errors.js'
import { onEachStore } from '../each-store.js'
import {
  colleague,
  committee,
  days,
  districtStaff,
  errorOf,
  hours,
  otherCommittee,
  otherWorker,
  peopleServices,
  streetStaff,
  who,
  wordy,
  worker,
} from './people.js'

const asked = { purpose: '上门探访前联系', isEmergency: false }
const urgent = { purpose: '电话无人接听，须立即上门', isEmergency: true }
const guarded = { beneficiaries: { count: 1, groups: ['severe-mental'] } }
const minor = { beneficiaries: { count: 1, groups: ['children-of-inmates'] } }
const consent = { by: 'self', form: 'written', purpose: '由机构上门探访', givenOn: '2026-03-09' } as const

onEachStore('showing who the person behind a need is', (engine) => {
  it('shows the committee that posted it, for a purpose, and writes down each reading', async () => {
    const { identities, post, audit, advance } = await peopleServices(engine)
    const { id } = await post()
    expect(await errorOf(identities.read(id, committee))).to.be.instanceOf(Forbidden)
    const release = await identities.request(id, asked, committee)
    expect(release).to.include({ state: 'granted', ground: 'poster', isGuarded: false })
    const shown = await identities.read(id, committee)
    expect(shown.person).to.deep.equal(who)
    expect(shown.wordings).to.deep.equal([{ text: wordy }])
    await identities.read(id, committee)
    const readings = await audit('identity.read')
    expect(readings.map(({ actor, reason }) => [actor, reason])).to.deep.equal([
      [committee.id, asked.purpose],
      [committee.id, asked.purpose],
    ])
    expect(readings[0]?.subjects).to.include(id)
    advance(hours(25))
    expect(await errorOf(identities.read(id, committee)), 'a day later').to.be.instanceOf(Forbidden)
  })

  it('shows nobody what another person asked for', async () => {
    const { identities, post } = await peopleServices(engine)
    const { id } = await post()
    await identities.request(id, asked, committee)
    expect(await errorOf(identities.read(id, colleague))).to.be.instanceOf(Forbidden)
  })

  it('is not there for other communities and for organisations that do not serve it', async () => {
    const { identities, consents, post } = await peopleServices(engine)
    const { id } = await post()
    for (const stranger of [otherCommittee, otherWorker, worker]) {
      expect(await errorOf(identities.request(id, asked, stranger)), stranger.id).to.be.instanceOf(NotFound)
      expect(await errorOf(identities.request(id, urgent, stranger)), stranger.id).to.be.instanceOf(NotFound)
      expect(await errorOf(identities.read(id, stranger)), stranger.id).to.be.instanceOf(NotFound)
      expect(await errorOf(identities.summary(id, stranger)), stranger.id).to.be.instanceOf(NotFound)
      expect(await errorOf(consents.list(id, stranger)), stranger.id).to.be.instanceOf(NotFound)
    }
    expect(await errorOf(identities.put(id, 1, who, otherCommittee))).to.be.instanceOf(NotFound)
  })

  it('is refused to staff who did not post it, outside an emergency', async () => {
    const { identities, post } = await peopleServices(engine)
    const { id } = await post()
    for (const staff of [streetStaff, districtStaff])
      expect(await errorOf(identities.request(id, asked, staff)), staff.id).to.be.instanceOf(Forbidden)
  })

  it('shows the serving organisation with consent, until the referral ends or the consent is withdrawn', async () => {
    const { identities, consents, post, run, advance } = await peopleServices(engine)
    const { id } = await post()
    run(id, 'o-serving')
    expect(await errorOf(identities.request(id, asked, worker)), 'no consent').to.be.instanceOf(Conflict)
    await consents.record(id, { ...consent, organizationId: 'o-other' }, committee)
    expect(await errorOf(identities.request(id, asked, worker)), 'for another').to.be.instanceOf(Conflict)
    const { id: given, revision } = await consents.record(id, consent, committee)
    expect(await identities.request(id, asked, worker)).to.include({ state: 'granted', ground: 'referral' })
    expect((await identities.read(id, worker)).person).to.deep.equal(who)
    run(id, 'o-serving', false)
    expect(await errorOf(identities.read(id, worker)), 'ended').to.be.instanceOf(NotFound)
    run(id, 'o-serving')
    await consents.withdraw(given, revision, '本人改变主意', committee)
    expect(await errorOf(identities.read(id, worker)), 'withdrawn').to.be.instanceOf(Conflict)
    await consents.record(id, consent, committee)
    expect((await identities.read(id, worker)).person).to.deep.equal(who)
    advance(days(31))
    expect(await errorOf(identities.read(id, worker)), 'lapsed').to.be.instanceOf(Forbidden)
  })

  it('waits for a second person where a special act protects the group', async () => {
    const { identities, approvals, post, events } = await peopleServices(engine)
    const { id } = await post(guarded)
    const release = await identities.request(id, asked, committee)
    expect(release).to.include({ state: 'pending', isGuarded: true })
    expect(await errorOf(identities.read(id, committee))).to.be.instanceOf(Forbidden)
    expect(await events('identity.pending')).to.have.length(1)
    const decide = (actor: typeof committee, revision = 1) =>
      approvals.decide(release.id, revision, true, '已核实', actor)
    expect(await errorOf(decide(committee)), 'the same person').to.be.instanceOf(Conflict)
    expect(await errorOf(decide(otherCommittee)), 'another community').to.be.instanceOf(NotFound)
    expect(await decide(colleague)).to.deep.include({ state: 'granted' })
    expect(await errorOf(decide(streetStaff, 2)), 'decided already').to.be.instanceOf(Conflict)
    expect((await identities.read(id, committee)).person).to.deep.equal(who)
  })

  it('shows nothing after a refusal, and lets no request wait for ever', async () => {
    const { identities, approvals, post, advance } = await peopleServices(engine)
    const { id } = await post(guarded)
    const first = await identities.request(id, asked, committee)
    await approvals.decide(first.id, 1, false, '用途不明', streetStaff)
    expect(await errorOf(identities.read(id, committee))).to.be.instanceOf(Forbidden)
    const second = await identities.request(id, asked, committee)
    advance(hours(73))
    expect(await errorOf(approvals.decide(second.id, 1, true, '已核实', streetStaff))).to.be.instanceOf(
      Conflict,
    )
  })

  it('protects a child that only the date of birth tells', async () => {
    const { identities, post } = await peopleServices(engine)
    const { id } = await post({ identity: { ...who, birthDate: '2015-07-09' } })
    expect(await identities.summary(id, committee)).to.include({ isGuarded: true, guardianNeeded: true })
    expect(await identities.request(id, asked, committee)).to.include({ state: 'pending' })
  })

  it('shows at once in an emergency, tells staff, and is reviewed by somebody else', async () => {
    const { identities, approvals, post, events, audit } = await peopleServices(engine)
    const { id } = await post(guarded)
    const release = await identities.request(id, urgent, streetStaff)
    expect(release).to.include({ state: 'granted', ground: 'emergency', review: 'due' })
    expect((await identities.read(id, streetStaff)).person).to.deep.equal(who)
    expect(await events('identity.emergency')).to.have.length(1)
    expect((await audit('release.emergency')).map(({ reason }) => reason)).to.deep.equal([urgent.purpose])
    const due = await approvals.list({ waiting: 'review' }, {}, districtStaff)
    expect(due.map(({ id: of }) => of)).to.deep.equal([release.id])
    const review = (actor: typeof committee) => approvals.review(release.id, 1, true, '当时确有危险', actor)
    expect(await errorOf(review(streetStaff))).to.be.instanceOf(Conflict)
    expect(await review(districtStaff)).to.deep.include({ review: 'justified' })
    expect(await approvals.list({ waiting: 'review' }, {}, districtStaff)).to.deep.equal([])
  })

  it('lists what waits, within the region of whoever looks', async () => {
    const { identities, approvals, post } = await peopleServices(engine)
    const { id } = await post(guarded)
    const { id: release } = await identities.request(id, asked, committee)
    const waiting = async (actor: typeof committee) =>
      (await approvals.list({ waiting: 'approval' }, {}, actor)).map((one) => one.id)
    expect(await waiting(colleague)).to.deep.equal([release])
    expect(await waiting(streetStaff)).to.deep.equal([release])
    expect(await waiting(otherCommittee)).to.deep.equal([])
    expect(await waiting(worker)).to.deep.equal([])
  })

  it("asks a guardian's consent for a child under 14, or one whose age nobody knows, and a witness of what was only said", async () => {
    const { consents, identities, post, run } = await peopleServices(engine)
    const { birthDate: _, ...ageless } = who
    const { id } = await post({ ...minor, identity: ageless })
    const codes = async (over: object) => {
      const error = (await errorOf(consents.record(id, { ...consent, ...over }, committee))) as {
        errors?: { code: string }[]
      }
      return error.errors?.map(({ code }) => code)
    }
    expect(await codes({})).to.deep.equal(['consent.guardian'])
    expect(await codes({ by: 'guardian' })).to.deep.equal(['consent.giver'])
    expect(await codes({ by: 'guardian', giver: '外婆', form: 'oral' })).to.deep.equal(['consent.witness'])
    const given = await consents.record(id, { ...consent, by: 'guardian', giver: '张桂英' }, committee)
    expect(JSON.stringify([given, await consents.list(id, committee)])).not.to.include('张桂英')
    run(id, 'o-serving')
    expect(await identities.request(id, asked, worker)).to.include({ state: 'pending' })
    await identities.put(id, 1, { ...who, birthDate: '2010-01-01' }, committee)
    expect(await identities.summary(id, committee)).to.include({ guardianNeeded: false, isGuarded: true })
  })
})
