import { expect } from 'chai'
import { events } from '../../src/platform/records/index.js'
import { type Engine, onEachStore } from '../each-store.js'
import { refusalOf } from '../refusals.js'
import { committee, deadlineWorld, managerOf } from './world.js'

const hour = 3_600_000

async function asked(engine: Engine, options: Parameters<typeof deadlineWorld>[1] = {}) {
  const world = await deadlineWorld(engine, options)
  const offering = await world.enterOffering({ capacity: { perMonth: 30, unit: 'visit' } })
  const need = await world.enterNeed({ urgency: 'urgent' })
  const referral = await world.referrals.open(need.id, { how: 'request', offeringId: offering.id }, committee)
  const now = () => world.referrals.get(referral.id, committee)
  const heard = () => world.heard(referral.id)
  const act = (action: 'accept' | 'begin' | 'override', input = {}) =>
    world.referrals.act(
      ...([referral.id, undefined, action, input] as const),
      action === 'override' ? committee : managerOf(offering.organizationId),
    )
  return { ...world, offering, need, referral, now, heard, heardOf: world.heard, act }
}

onEachStore('a request that nobody answers', (engine) => {
  it('is reminded of, expires, and goes up to street and district before it is closed', async () => {
    const { tick, advance, now, heard, needs, need } = await asked(engine)
    const seen: string[] = []
    for (let passed = 0; passed <= 24 * 40; passed += 6) {
      await tick()
      const last = (await heard()).length
      if (last > seen.length)
        seen.push(...(await heard()).slice(seen.length).map((name) => `${passed} ${name}`))
      advance(6 * hour)
    }
    expect(seen).to.deep.equal([
      '0 referral.request',
      '18 referral.reminder',
      '24 referral.expire',
      '24 referral.escalated next',
      '36 referral.escalated street',
      '48 referral.escalated district',
      // Ten working days after the Thursday on which the district heard of it, at midnight.
      '402 referral.cancel',
    ])
    expect(await now()).to.deep.include({ stage: 'cancelled', owes: 'nobody' })
    expect((await needs.records.get(need.id)).progress).to.deep.equal({
      ...{ pending: 0, reserved: 0, committed: 0, delivered: 0 },
    })
  })

  it('is treated so too when the service was down all the time, each step once, in order', async () => {
    const { tick, advance, heard } = await asked(engine)
    advance(24 * 40 * hour)
    const { counts } = await tick()
    expect(counts).to.deep.include({ remind: 1, expire: 1, failed: 0 })
    await tick()
    // What follows the expiry begins with it, which was now.
    expect(await heard()).to.deep.equal([
      'referral.request',
      'referral.reminder',
      'referral.expire',
      'referral.escalated next',
    ])
  })

  it('is done by one of several that tick at once', async () => {
    const { tick, advance, heard } = await asked(engine)
    for (const hours of [18, 6, 12, 12]) {
      advance(hours * hour)
      await Promise.all([tick(), tick(), tick(), tick()])
    }
    expect(await heard()).to.deep.equal([
      'referral.request',
      'referral.reminder',
      'referral.expire',
      'referral.escalated next',
      'referral.escalated street',
      'referral.escalated district',
    ])
  })

  it('names the next best offering, and asks it where the district wants that', async () => {
    for (const onExpiry of ['propose', 'dispatch'] as const) {
      let other = ''
      const world = await asked(engine, { settings: { onExpiry }, candidates: async () => [other] })
      const { tick, advance, store, need, referral, referrals } = world
      other = (await world.enterOffering()).id
      advance(24 * hour)
      await Promise.all([tick(), tick()])
      const [told, ...more] = await store.find(events, { name: 'referral.escalated' })
      expect(more).to.deep.equal([])
      const opened = (await referrals.list({ need: need.id }, {}, committee)).filter(
        ({ id }) => id !== referral.id,
      )
      if (onExpiry === 'propose') {
        expect([told?.facts.proposed, opened]).to.deep.equal([other, []])
      } else {
        expect(opened).to.have.length(1)
        expect(opened[0]).to.deep.include({ how: 'dispatch', offeringId: other, stage: 'requested' })
        expect(told?.facts.opened).to.equal(opened[0]?.id)
      }
    }
  })

  it('begins anew when it is asked again', async () => {
    const { tick, advance, act, heard, alarms, now } = await asked(engine)
    advance(24 * hour)
    await tick()
    await act('override', { why: '请再考虑' })
    const [alarm, ...others] = await alarms()
    expect(others).to.deep.equal([])
    expect(alarm).to.deep.include({ stage: 'requested', step: 'remind', since: (await now()).since })
    advance(18 * hour)
    await tick()
    expect((await heard()).filter((name) => name === 'referral.reminder')).to.have.length(2)
  })
})

onEachStore('the clock of referrals', (engine) => {
  it('leaves alone what was answered in time, and counts on from there', async () => {
    const { tick, advance, act, heard, alarms } = await asked(engine)
    await act('accept')
    advance(35 * hour)
    expect((await tick()).counts).to.deep.equal({ failed: 0 })
    advance(hour)
    await tick()
    await act('begin')
    expect(await heard()).to.deep.equal([
      'referral.request',
      'referral.accept',
      'referral.reminder',
      'referral.begin',
    ])
    expect((await alarms()).map(({ stage, step }) => `${stage} ${step}`)).to.deep.equal([
      'in-progress remind',
    ])
  })

  it('leaves the revision that somebody is about to write with', async () => {
    const { tick, advance, referral, referrals, offering } = await asked(engine)
    advance(18 * hour)
    await tick()
    const accepting = () =>
      referrals.act(referral.id, referral.revision, 'accept', {}, managerOf(offering.organizationId))
    expect(await refusalOf(accepting)).to.deep.equal([])
  })

  it('goes on with the others when one fails, and says so', async () => {
    const world = await asked(engine, { candidates: () => Promise.reject(new Error('no matcher')) })
    const { tick, advance, enterNeed, enterOffering, referrals, heard, alarms } = world
    advance(24 * hour)
    const other = await enterNeed({ urgency: 'crisis' })
    const offeringId = (await enterOffering()).id
    const second = await referrals.open(other.id, { how: 'request', offeringId }, committee)
    expect(await tick()).to.deep.equal({
      counts: { remind: 1, expire: 1, failed: 1 },
      error: 'deadline-failed',
    })
    advance(1.5 * hour)
    expect((await tick()).counts).to.deep.equal({ remind: 1, failed: 1 })
    expect(await world.heardOf(second.id)).to.deep.equal(['referral.request', 'referral.reminder'])
    expect(await heard())
      .to.include('referral.expire')
      .and.not.include('referral.escalated next')
    expect(await alarms()).to.have.length(2)
  })
})

onEachStore('a request whose need becomes more urgent, or less', (engine) => {
  it('is due sooner, from when it was asked, and goes up at once where that is past; from, to and why are kept', async () => {
    const { tick, advance, now, heard, needs, need } = await asked(engine)
    advance(12 * hour)
    await tick()
    expect(await heard()).to.deep.equal(['referral.request'])
    const { revision } = await needs.records.get(need.id)
    await needs.setUrgency(need.id, revision, 'crisis', undefined, committee)
    const moved = await now()
    expect(Date.parse(moved.dueAt ?? '') - Date.parse(moved.since)).to.equal(2 * hour)
    expect(moved).to.include({ urgency: 'crisis', stage: 'requested' })
    expect(moved.changes).to.have.length(1)
    expect(moved.changes[0]).to.include({ field: 'urgency', from: 'urgent', to: 'crisis', by: committee.id })
    await tick()
    const told = ['referral.request', 'referral.amend', 'referral.reminder', 'referral.expire']
    expect(await heard()).to.deep.equal([...told, 'referral.escalated next'])
  })

  it('is given more time with the reason, and not reminded of twice', async () => {
    const { tick, advance, now, heard, needs, need } = await asked(engine)
    advance(18 * hour)
    await tick()
    const { revision } = await needs.records.get(need.id)
    await needs.setUrgency(need.id, revision, 'soon', '已上门核实，可以等', committee)
    expect((await now()).changes[0]).to.include({ from: 'urgent', to: 'soon', why: '已上门核实，可以等' })
    advance(12 * hour)
    await tick()
    expect(await heard()).to.deep.equal(['referral.request', 'referral.reminder', 'referral.amend'])
    advance(10 * 24 * hour)
    await tick()
    expect((await heard()).filter((name) => name === 'referral.reminder')).to.have.length(1)
    expect(await heard()).to.include('referral.expire')
  })

  it('is left as it is when nobody owes anything any more', async () => {
    const { now, needs, need, act, referrals, referral } = await asked(engine)
    await act('accept')
    await referrals.act(referral.id, undefined, 'cancel', { reason: { code: 'gone' } }, committee)
    const before = await now()
    const { revision } = await needs.records.get(need.id)
    await needs.setUrgency(need.id, revision, 'crisis', undefined, committee)
    expect(await now()).to.deep.equal(before)
  })
})
