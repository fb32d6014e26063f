import { expect } from 'chai'
import { partsOf, placesBetween, placesOf, type Stage, stages } from '../../src/referrals/index.js'
import { aReferral } from './sample.js'

const held = (stage: Stage) => ({ ...aReferral({ quantity: 4 }), stage, delivered: 1.5 })

describe('what a referral holds', () => {
  it('of its need, by stage, as docs/referrals.md says', () => {
    const parts = Object.fromEntries(
      stages.map((stage) => [stage, Object.entries(partsOf(held(stage))).filter(([, part]) => part > 0)]),
    )
    const pending = [['pending', 4]]
    const reserved = [['reserved', 4]]
    const committed = [['committed', 4]]
    const delivered = [['delivered', 1.5]]
    expect(parts).to.deep.equal({
      draft: [],
      requested: pending,
      applied: pending,
      received: pending,
      accepted: reserved,
      rejected: [],
      expired: [],
      'on-hold': reserved,
      'in-progress': committed,
      reopened: committed,
      reported: delivered,
      disputed: committed,
      provisional: delivered,
      confirmed: delivered,
      failed: delivered,
      cancelled: delivered,
    })
  })

  it('of a month is its quantity, or one place where units differ', () => {
    expect(placesOf(held('accepted'))).to.deep.equal({ pending: 0, taken: 4 })
    const one = { month: '2026-11', counts: 'one' } as const
    expect(placesOf({ ...held('requested'), place: one })).to.deep.equal({ pending: 1, taken: 0 })
    expect(placesOf({ ...held('confirmed'), place: one })).to.deep.equal({ pending: 0, taken: 1 })
    expect(placesOf({ ...held('cancelled'), delivered: 0, place: one }).taken).to.equal(0)
  })

  it('goes from one month to the other when it is accepted for a later one', () => {
    const before = held('requested')
    const after = { ...held('accepted'), place: { month: '2026-12', counts: 'quantity' } } as const
    expect([...placesBetween(before, after)].sort()).to.deep.equal([
      ['2026-11', { pending: -4, taken: 0 }],
      ['2026-12', { pending: 0, taken: 4 }],
    ])
    expect(placesBetween(before, held('received')).size).to.equal(0)
  })
})
