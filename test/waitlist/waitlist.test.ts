import { expect } from 'chai'
import type { Offering } from '../../src/offerings/index.js'
import type { Actor } from '../../src/platform/actor.js'
import { NotFound } from '../../src/platform/errors.js'
import { createLogger } from '../../src/platform/log.js'
import { events } from '../../src/platform/records/index.js'
import {
  createOffers,
  createWaitlist,
  LineWatch,
  lineNotes,
  waitsCollection,
} from '../../src/waitlist/index.js'
import { committee, deadlineWorld, districtStaff, managerOf } from '../deadlines/world.js'
import { type Engine, onEachStore } from '../each-store.js'
import { elsewhere, regions } from '../feature-services.js'
import { refusalOf } from '../refusals.js'

const minute = 60_000

/** An offering of two visits a month, both taken. */
async function fullWorld(engine: Engine) {
  const watch = new LineWatch()
  const world = await deadlineWorld(engine, { followers: watch.followers })
  const { deps, referrals, needs, offerings, clock, advance, enterNeed, enterOffering, store } = world
  const waitlist = createWaitlist({ ...deps, regions, referrals, needs, offerings })
  const offers = createOffers(
    { ...deps, regions, referrals, needs, offerings, log: createLogger('silent') },
    watch,
  )
  const offering = await enterOffering({ capacity: { perMonth: 2, unit: 'visit' } })
  const one = { amount: { value: 1, unit: 'visit' as const } }
  const take = async () => {
    const need = await enterNeed(one)
    const { id } = await referrals.open(need.id, { how: 'request', offeringId: offering.id }, committee)
    return referrals.act(id, undefined, 'accept', {}, managerOf(offering.organizationId))
  }
  const taken = [await take(), await take()] as const
  return {
    ...world,
    waitlist,
    offers,
    offering,
    taken,
    one,
    async join(urgency: 'routine' | 'soon' | 'urgent' = 'routine', value = 1) {
      advance(minute)
      const need = await enterNeed({ urgency, amount: { value, unit: 'visit' } })
      return waitlist.join(need.id, { offeringId: offering.id }, committee)
    },
    line: async (actor: Actor = districtStaff) =>
      (await waitlist.ofOffering(offering.id, actor)).map(({ needId, place }) => `${place} ${needId}`),
    free: (at: 0 | 1) =>
      referrals.act(taken[at].id, undefined, 'cancel', { reason: { code: 'solved-elsewhere' } }, committee),
    run: () => offers.jobs[0]?.run({ at: clock.now(), signal: new AbortController().signal }),
    offered: async () =>
      (await store.find(waitsCollection, { state: 'offered' })).map(({ needId }) => needId),
  }
}

async function askedOf({ referrals }: Awaited<ReturnType<typeof fullWorld>>, { id }: Offering) {
  return (await referrals.list({ offering: id, state: ['requested'] }, {}, districtStaff)).map(
    ({ needId }) => needId,
  )
}

onEachStore('the line of an offering that is full', (engine) => {
  it('goes by urgency, then by the time waited, and each sees its place', async () => {
    const { join, line, waitlist } = await fullWorld(engine)
    const first = await join()
    const second = await join()
    const urgent = await join('urgent')
    const soon = await join('soon')
    expect(first.place).to.equal(1)
    expect(soon.place).to.equal(2)
    const order = [urgent, soon, first, second].map(({ needId }, at) => `${at + 1} ${needId}`)
    expect(await line()).to.deep.equal(order)
    const [mine] = await waitlist.ofNeed(second.needId, committee)
    expect(mine).to.include({ place: 4, state: 'waiting' })
  })

  it('is offered a place that frees, first come first, in the order of the line', async () => {
    const world = await fullWorld(engine)
    const { join, free, run, offering, store, waitlist, line } = world
    const first = await join()
    const urgent = await join('urgent')
    await run()
    expect(await askedOf(world, offering)).to.deep.equal([])
    await free(0)
    await world.offers.kick()
    expect(await askedOf(world, offering)).to.deep.equal([urgent.needId])
    await Promise.all([run(), run(), world.offers.kick()])
    expect(await askedOf(world, offering)).to.deep.equal([urgent.needId])
    const [served] = await waitlist.ofNeed(urgent.needId, committee)
    expect(served).to.include({ state: 'offered' }).and.not.have.property('place')
    const [event] = await store.find(events, { name: 'referral.request', subject: served?.referralId ?? '' })
    expect(event).to.include({ actor: 'waitlist' })
    expect(await line()).to.deep.equal([`1 ${first.needId}`])
  })

  it('moves on when an offer is declined, and by the job where the process died that freed the place', async () => {
    const world = await fullWorld(engine)
    const { join, free, run, referrals, offering, offered } = world
    const [first, second] = [await join(), await join()]
    await free(1)
    await run()
    const [asked] = await referrals.list({ need: first.needId }, {}, districtStaff)
    await referrals.act(
      ...([asked?.id ?? '', undefined, 'reject', { reason: { code: 'not-eligible' } }] as const),
      managerOf(offering.organizationId),
    )
    await run()
    expect((await offered()).sort()).to.deep.equal([first.needId, second.needId].sort())
  })

  it('moves when more is offered', async () => {
    const { join, offerings, offering, run, offered, store } = await fullWorld(engine)
    const first = await join()
    await run()
    expect(await store.count(lineNotes, {})).to.equal(0)
    await offerings.restateCapacity(offering.id, 3, managerOf(offering.organizationId))
    await run()
    expect(await offered()).to.deep.equal([first.needId])
  })

  it('moves in the new month, which has places of its own', async () => {
    const { join, offers, run, offered, advance, clock } = await fullWorld(engine)
    const waits = [await join(), await join(), await join()]
    await run()
    advance(31 * 24 * 60 * minute)
    await offers.jobs[1]?.run({ at: clock.now(), signal: new AbortController().signal })
    await run()
    expect(await offered()).to.deep.equal(waits.slice(0, 2).map(({ needId }) => needId))
  })

  it('lets nobody who asks for less overtake, and drops whose need is closed', async () => {
    const { join, free, run, offered, needs, waitlist } = await fullWorld(engine)
    const large = await join('soon', 2)
    const small = await join('routine', 1)
    await free(0)
    await run()
    expect(await offered()).to.deep.equal([])
    const need = await needs.records.get(large.needId)
    await needs.close(need.id, need.revision, 'solved-elsewhere', committee)
    await free(1)
    await run()
    expect(await offered()).to.deep.equal([small.needId])
    expect((await waitlist.ofNeed(large.needId, committee))[0]).to.include({
      state: 'left',
      leftFor: 'need-closed',
    })
  })

  it('may be left, and joined again at its end', async () => {
    const { join, waitlist, line, offering } = await fullWorld(engine)
    const [first, second] = [await join(), await join()]
    await waitlist.leave(first.id, 1, committee)
    expect(await line()).to.deep.equal([`1 ${second.needId}`])
    expect(await refusalOf(() => waitlist.leave(first.id, 2, committee))).to.deep.equal([
      'state.refused',
      'left; allowed: -',
    ])
    const again = await waitlist.join(first.needId, { offeringId: offering.id }, committee)
    expect(again.place).to.equal(2)
  })

  it('is not for what could be asked for at once, is too much for a month, or waits already', async () => {
    const { join, waitlist, free, enterNeed, one, offering } = await fullWorld(engine)
    const first = await join()
    const joining = (id: string, quantity?: number) => () =>
      waitlist.join(id, { offeringId: offering.id, ...(quantity ? { quantity } : {}) }, committee)
    expect((await refusalOf(joining(first.needId)))[0]).to.match(/key.taken/)
    const large = await enterNeed({ amount: { value: 9, unit: 'visit' } })
    expect(await refusalOf(joining(large.id))).to.deep.equal(['quantity: number.max'])
    expect(await refusalOf(joining(large.id, 10))).to.deep.equal(['quantity: number.max'])
    await free(0)
    const other = await enterNeed(one)
    expect(await refusalOf(joining(other.id))).to.deep.equal(['state.refused', '1 places; allowed: request'])
  })

  it('shows a community its own needs only, and an organisation its own lines', async () => {
    const { join, waitlist, line, offering, enterNeed, one } = await fullWorld(engine)
    const first = await join()
    const other: Actor = { id: 'u-other', role: 'committee', region: elsewhere }
    const theirs = await enterNeed({ ...one, region: elsewhere })
    const second = await waitlist.join(theirs.id, { offeringId: offering.id }, other)
    expect(await line(other)).to.deep.equal([`2 ${second.needId}`])
    expect(await line(managerOf(offering.organizationId))).to.have.length(2)
    expect(await line(managerOf('o-another'))).to.deep.equal([])
    for (const refused of [
      () => waitlist.join(first.needId, { offeringId: offering.id }, other),
      () => waitlist.ofNeed(first.needId, other),
      () => waitlist.leave(first.id, 1, other),
    ])
      expect(await refused().catch((error: Error) => error.constructor)).to.equal(NotFound)
  })
})
