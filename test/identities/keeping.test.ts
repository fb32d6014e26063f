import { randomBytes } from 'node:crypto'
import { expect } from 'chai'
import {
  assertKeysFit,
  consentKind,
  createPeople,
  createVault,
  identityKind,
  retentionJob,
  rotationJob,
} from '../../src/identities/index.js'
import { NotFound, Unreadable } from '../../src/platform/errors.js'
import { createKeyRing, type Key } from '../../src/privacy/index.js'
import { onEachStore } from '../each-store.js'
import { aNeed } from '../feature-drafts.js'
import {
  committee,
  days,
  districtStaff,
  errorOf,
  type PeopleServices,
  peopleServices,
  who,
} from './people.js'

const purpose = '本人申请'
const consent = {
  by: 'self',
  form: 'oral',
  purpose: '上门探访',
  givenOn: '2026-03-09',
  witness: '李志强',
} as const
const run = (job: ReturnType<typeof rotationJob>, signal = new AbortController().signal) =>
  job.run({ at: new Date('2026-03-10T02:00:00.000Z'), signal })

onEachStore('keeping identities', (engine) => {
  const retention = (services: PeopleServices) => {
    const { deps, vault, referrals } = services
    return retentionJob({ ...deps, vault, referrals, days: 180 })
  }

  it('erases them so many days after the need ended, consents too, and keeps the need', async () => {
    const services = await peopleServices(engine)
    const { needs, consents, post, advance, store } = services
    const { id, revision } = await post()
    await consents.record(id, consent, committee)
    const open = await post()
    await needs.move(id, revision, 'withdrawn', undefined, committee)
    advance(days(179))
    expect((await run(retention(services))).counts).to.deep.equal({ erased: 0 })
    advance(days(2))
    expect((await run(retention(services))).counts).to.deep.equal({ erased: 1 })
    const kept = await store.find(identityKind.collection, {})
    expect(kept.filter(({ sealed }) => sealed).map(({ needId }) => needId)).to.deep.equal([open.id])
    expect((await store.find(consentKind.collection, {})).map(({ sealed }) => sealed)).to.deep.equal([
      undefined,
    ])
    expect((await needs.records.get(id)).state).to.equal('withdrawn')
    expect((await run(retention(services))).counts, 'again').to.deep.equal({ erased: 0 })
  })

  it('counts from the day the last referral closed, and waits while one runs', async () => {
    const services = await peopleServices(engine)
    const { post, advance, standings, clock } = services
    const { id } = await post()
    standings.set(id, { isRunning: true, closedAt: clock.now().toISOString() })
    advance(days(400))
    expect((await run(retention(services))).counts).to.deep.equal({ erased: 0 })
    standings.set(id, { isRunning: false, closedAt: clock.now().toISOString() })
    advance(days(179))
    expect((await run(retention(services))).counts).to.deep.equal({ erased: 0 })
    advance(days(2))
    expect((await run(retention(services))).counts).to.deep.equal({ erased: 1 })
  })

  it('stays where a referral is opened between the look and the erasure', async () => {
    const services = await peopleServices(engine)
    const { deps, vault, referrals, post, needs, advance, store } = services
    const { id, revision } = await post()
    await needs.move(id, revision, 'withdrawn', undefined, committee)
    advance(days(200))
    const standingOf = async (reader: unknown) => new Map(reader === store ? [] : [[id, { isRunning: true }]])
    const job = retentionJob({ ...deps, vault, referrals: { ...referrals, standingOf }, days: 180 })
    expect((await run(job)).counts).to.deep.equal({ erased: 0 })
    expect((await run(retention(services))).counts).to.deep.equal({ erased: 1 })
  })

  it('exports all that is kept of one person, found by telephone or identity number however they are written', async () => {
    const { persons, consents, post, needs, audit } = await peopleServices(engine)
    const { id } = await post()
    await consents.record(id, consent, committee)
    const inText = await needs.create(
      aNeed({ text: '老人独居，电话是１３８-００１３-８０１２，要人陪。' }),
      committee,
    )
    await post({ identity: { name: '别人', phone: '13924650087' }, text: '另一位老人，需要有人上门陪伴。' })
    for (const query of [{ phone: '+86 138-0013-8012' }, { phone: '一三八零零一三八零一二' }]) {
      const found = await persons.export({ ...query, purpose }, districtStaff)
      expect(found.needs.map(({ need }) => need?.id).sort(), query.phone).to.deep.equal(
        [id, inText.id].sort(),
      )
    }
    const found = await persons.export({ idNumber: '44030719411105007X', purpose }, districtStaff)
    expect(found.needs.map(({ identity }) => identity.person)).to.deep.equal([who])
    expect(found.needs[0]?.consents.map(({ witness }) => witness)).to.deep.equal(['李志强'])
    expect((await audit('identity.export')).map(({ actor, reason }) => [actor, reason])).to.deep.include([
      districtStaff.id,
      purpose,
    ])
  })

  it('erases one person from all needs, and finds nothing afterwards', async () => {
    const { persons, identities, post } = await peopleServices(engine)
    const { id } = await post()
    expect(await persons.erase({ phone: '13800138012', purpose }, districtStaff)).to.deep.equal([id])
    expect(await persons.erase({ phone: '13800138012', purpose }, districtStaff)).to.deep.equal([])
    const asked = { purpose: '上门探访', isEmergency: false }
    expect(await errorOf(identities.request(id, asked, committee))).to.be.instanceOf(NotFound)
    expect((await identities.summary(id, committee)).erased?.why).to.equal('request')
  })

  it('seals everything anew after a rotation, goes on where it was broken off, and then does without the old key', async () => {
    const services = await peopleServices(engine)
    const { store, deps, clock, needs, referrals } = services
    const [old, fresh] = ['k1', 'k2'].map((id): Key => ({ id, secret: randomBytes(32) })) as [Key, Key]
    const before = createKeyRing([old])
    const between = createKeyRing([fresh, old])
    await assertKeysFit(store, before, clock)
    const vault = createVault(before)
    const actor = committee
    for (let at = 0; at < 130; at++) {
      const need = await needs.create(aNeed(), actor)
      await createPeople({ ...deps, needs, vault, ring: before, referrals }).identities.put(
        need.id,
        0,
        who,
        actor,
      )
    }
    expect(await errorOf(assertKeysFit(store, createKeyRing([fresh]), clock))).to.be.instanceOf(Unreadable)
    await assertKeysFit(store, between, clock)
    const job = rotationJob({
      ...deps,
      ring: between,
      vault: createVault(between),
      others: [],
    })
    let checks = 0
    const breaking = {
      throwIfAborted() {
        if (++checks > 1) throw new Error('stopped')
      },
    } as AbortSignal
    expect(await errorOf(job.run({ at: clock.now(), signal: breaking }))).to.include({ message: 'stopped' })
    const keyIds = async () =>
      (await store.find(identityKind.collection, {}, { limit: 1_000 })).map(({ keyId }) => keyId)
    expect(new Set(await keyIds())).to.deep.equal(new Set(['k1', 'k2']))
    expect((await run(job)).counts).to.deep.equal({ identities: 30, consents: 0, others: 0 })
    expect(new Set(await keyIds())).to.deep.equal(new Set(['k2']))
    const after = createKeyRing([fresh])
    await assertKeysFit(store, after, clock)
    const people = createPeople({ ...deps, needs, vault: createVault(after), ring: after, referrals })
    const found = await people.persons.export({ phone: '13800138012', purpose }, districtStaff)
    expect(found.needs).to.have.length(130)
    expect(found.needs[0]?.identity.person).to.deep.equal(who)
  })

  it('refuses to start with another key of the same name', async () => {
    const { store, clock } = await peopleServices(engine)
    const ring = () => createKeyRing([{ id: 'k1', secret: randomBytes(32) }])
    await assertKeysFit(store, ring(), clock)
    expect(await errorOf(assertKeysFit(store, ring(), clock))).to.include({ code: 'tampered' })
  })
})
