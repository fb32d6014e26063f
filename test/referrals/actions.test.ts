import { expect } from 'chai'
import { Conflict, Forbidden, Invalid } from '../../src/platform/errors.js'
import { act, type Party, type Referral } from '../../src/referrals/index.js'
import { aNeed, anOffering, aReferral, at, contextOf, plainInput } from './sample.js'

const later = (days: number): string => new Date(Date.parse(at) + days * 86_400_000).toISOString()
const done = { delivered: 8, on: '2026-11-26', goal: 'full' } as const

/** Takes a referral through actions, each with the least input. */
function through(referral: Referral, ...steps: [Parameters<typeof act>[1], Party][]): Referral {
  return steps.reduce(
    (before, [action, party]) => act(before, action, plainInput(action, before.quantity), contextOf(party)),
    referral,
  )
}

describe('opening a referral', () => {
  it('asks for all that is still open, unless a part is named', () => {
    const progress = { pending: 8, reserved: 1, committed: 2, delivered: 0 }
    const need = aNeed({ state: 'in-service', progress })
    expect(aReferral({}, { need }).quantity).to.equal(5)
    expect(aReferral({ quantity: 2.5 }, { need }).quantity).to.equal(2.5)
    expect(() => aReferral({ quantity: 5.5 }, { need })).to.throw(Invalid)
  })

  it('is each party’s own way', () => {
    for (const [how, party] of [
      ['request', 'organisation'],
      ['dispatch', 'committee'],
      ['apply', 'staff'],
      ['log', 'beneficiary'],
    ] as const)
      expect(() => aReferral({ how }, { party }), how).to.throw(Forbidden)
  })

  it('is refused for a need that wants nothing more and an offering that is not to be had', () => {
    expect(() => aReferral({}, { need: aNeed({ state: 'withdrawn' }) }))
      .to.throw(Conflict)
      .with.property('code', 'need.taken')
    expect(() => aReferral({}, { offering: anOffering({ state: 'paused' }) }))
      .to.throw(Conflict)
      .with.property('code', 'state.refused')
  })

  it('logs what was made outside: confirmed by the community, to be confirmed where the organisation says it', () => {
    const report = { ...done, delivered: 3 }
    expect(aReferral({ how: 'log', report })).to.include({ stage: 'confirmed', quantity: 3, delivered: 3 })
    expect(aReferral({ how: 'log', report }, { party: 'organisation' }).stage).to.equal('reported')
    expect(aReferral({ how: 'log' }).stage).to.equal('in-progress')
  })

  it('takes its place in the month of the planned start, or this one', () => {
    expect(aReferral().place).to.deep.equal({ month: '2026-11', counts: 'quantity' })
    expect(aReferral({ plannedStart: '2027-01-04' }).place?.month).to.equal('2027-01')
    expect(aReferral({ plannedStart: '2026-01-04' }).place?.month).to.equal('2026-11')
    const cases = anOffering({ capacity: { perMonth: 5, unit: 'case' } })
    expect(aReferral({}, { offering: cases }).place?.counts).to.equal('one')
  })

  it('freezes what the matcher saw, with the texts masked', () => {
    const { seen } = aReferral()
    expect(seen).to.include({ score: 0.8, fit: 'strong', weights: 'w1' })
    expect(seen.need).to.include({ region: '440307003002', urgency: 'routine' })
    expect(seen.offering.capacity).to.deep.equal({ perMonth: 30, unit: 'visit' })
  })
})

describe('an action on a referral', () => {
  it('says whose turn it is, by when and since when', () => {
    const requested = aReferral()
    // Seven working days, and ten from the day after: the terms of docs/deadlines.md.
    expect(requested).to.include({ owes: 'organisation', since: at, dueAt: '2026-12-07T16:00:00.000Z' })
    const accepted = act(requested, 'accept', {}, contextOf('organisation', { at: later(1) }))
    expect(accepted).to.include({ owes: 'organisation', since: later(1), dueAt: '2026-12-11T16:00:00.000Z' })
    const closed = through(accepted, ['report', 'organisation'], ['confirm', 'committee'])
    expect(closed.owes).to.equal('nobody')
    expect(closed).not.to.have.property('dueAt')
  })

  it('keeps what was changed after sending as from, to and why, and nothing of a draft', () => {
    const amend = (before: Referral) =>
      act(before, 'amend', { quantity: 4, plannedStart: '2026-12-01', why: '改期' }, contextOf('committee'))
    expect(amend(aReferral({ draft: true })).changes).to.deep.equal([])
    const { changes, place } = amend(aReferral())
    expect(changes.map(({ field, from, to, why }) => [field, from, to, why])).to.deep.equal([
      ['quantity', '8', '4', '改期'],
      ['plannedStart', '', '2026-12-01', '改期'],
    ])
    expect(place?.month).to.equal('2026-12')
  })

  it('may accept a part, never more than was asked for', () => {
    const part = act(aReferral(), 'accept', { quantity: 3 }, contextOf('organisation'))
    expect(part.quantity).to.equal(3)
    expect(part.changes).to.have.length(1)
    expect(() => act(aReferral(), 'accept', { quantity: 9 }, contextOf('organisation'))).to.throw(Invalid)
  })

  it('holds what was reported after a report, and no more can be reported than is held', () => {
    const begun = through(aReferral(), ['accept', 'organisation'], ['begin', 'organisation'])
    const report = { ...done, delivered: 6 }
    const reported = act(begun, 'report', { report }, contextOf('organisation'))
    expect(reported).to.include({ quantity: 6, delivered: 6, state: 'completed', closing: 'reported' })
    const over = { report: { ...done, delivered: 8.5 } }
    expect(() => act(begun, 'report', over, contextOf('organisation'))).to.throw(Invalid)
    const disputed = through(reported, ['dispute', 'committee'])
    expect(() => act(disputed, 'report', { report: done }, contextOf('organisation'))).to.throw(Invalid)
  })

  it('needs a coded reason to decline, and words where the code says nothing', () => {
    const reject = (input: Parameters<typeof act>[2]) => () =>
      act(aReferral(), 'reject', input, contextOf('organisation'))
    expect(reject({})).to.throw(Invalid)
    expect(reject({ reason: { code: 'other' } })).to.throw(Invalid)
    expect(reject({ reason: { code: 'other', note: '场地装修' } })()).to.deep.include({
      reason: { code: 'other', note: '场地装修', by: 'organisation' },
    })
  })

  it('takes no input that is not its own', () => {
    expect(() => act(aReferral(), 'receive', { delivered: 3 }, contextOf('organisation'))).to.throw(Invalid)
  })

  it('gives back nothing of what was done when it fails', () => {
    const begun = through(aReferral(), ['accept', 'organisation'], ['begin', 'organisation'])
    const failed = act(begun, 'fail', { reason: { code: 'gone' }, delivered: 2 }, contextOf('organisation'))
    expect(failed).to.include({ state: 'failed', delivered: 2 })
    expect(() => act(failed, 'reopen', { why: '找到了' }, contextOf('staff'))).to.throw(Conflict)
    const requested = { reason: { code: 'mistaken' }, delivered: 1 } as const
    expect(() => act(aReferral(), 'cancel', requested, contextOf('committee'))).to.throw(Invalid)
  })

  it('closes provisionally in silence, and may be reopened for a time', () => {
    const steps: [Parameters<typeof act>[1], Party][] = [
      ['accept', 'organisation'],
      ['report', 'organisation'],
      ['lapse', 'system'],
    ]
    const lapsed = through(aReferral(), ...steps)
    expect(lapsed).to.include({ closing: 'provisional', owes: 'nobody' })
    const reopen = (days: number) => () =>
      act(lapsed, 'reopen', { why: '人没来过' }, contextOf('committee', { at: later(days) }))
    expect(reopen(30)()).to.include({ state: 'in-progress', closing: 'reopened', delivered: 0 })
    expect(reopen(30.1)).to.throw(Conflict)
  })

  it('keeps one rating of each side, and rating again does not put off the end of reopening', () => {
    const rating = { came: true, onTime: false, goal: 'part', stars: 3 } as const
    const confirmed = through(aReferral(), ['accept', 'organisation'], ['report', 'organisation'])
    const once = act(confirmed, 'confirm', { rating }, contextOf('committee'))
    const twice = act(
      once,
      'rate',
      { rating: { ...rating, stars: 5 } },
      contextOf('committee', { at: later(3) }),
    )
    const both = act(twice, 'rate', { rating }, contextOf('beneficiary'))
    expect(both.ratings.map(({ by, stars }) => [by, stars])).to.deep.equal([
      ['committee', 5],
      ['beneficiary', 3],
    ])
    expect(both.times.closed).to.equal(at)
  })
})
