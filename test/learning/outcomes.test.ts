import { expect } from 'chai'
import fc from 'fast-check'
import { labelOf } from '../../src/learning/labels.js'
import { meritOf } from '../../src/learning/merit.js'
import {
  hourBounds,
  medianHours,
  noOutcomes,
  type Outcomes,
  outcomesOf,
  plus,
} from '../../src/learning/outcomes.js'
import type { Referral } from '../../src/referrals/index.js'
import { aReferral } from '../referrals/sample.js'

const times = { sent: '2026-03-02T01:00:00.000Z', answered: '2026-03-02T06:00:00.000Z' }
const kept = (over: Partial<Referral>): Referral => ({ ...aReferral(), times, ...over })
const told = (over: Partial<Referral>) => {
  const { answers, recommended, ...counts } = outcomesOf(kept(over))
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0))
}
const byOrganisation = (code: NonNullable<Referral['reason']>['code']) =>
  ({ code, by: 'organisation' }) as const
const rating = { by: 'committee', at: times.sent, came: true, onTime: false, goal: 'part' } as const

describe('what a referral adds to the record of its organisation', () => {
  it('is nothing before it is answered', () => {
    for (const stage of ['draft', 'requested', 'received'] as const) expect(told({ stage })).to.deep.equal({})
  })

  it('is an answer, yes or no, and how long it took', () => {
    expect(told({ stage: 'accepted' })).to.deep.equal({ accepted: 1 })
    expect(told({ stage: 'rejected', reason: byOrganisation('paused') })).to.deep.equal({ declined: 1 })
    expect(told({ stage: 'expired', times: { sent: times.sent } })).to.deep.equal({ unanswered: 1 })
    expect(medianHours(outcomesOf(kept({ stage: 'accepted' })))).to.equal(8)
  })

  it('is no blame for what was not its doing', () => {
    expect(told({ stage: 'rejected', reason: byOrganisation('wrong-kind') })).to.deep.equal({})
    expect(told({ stage: 'failed', reason: byOrganisation('gone') })).to.deep.equal({ accepted: 1 })
    expect(told({ stage: 'failed', reason: byOrganisation('paused') })).to.deep.equal({
      accepted: 1,
      failed: 1,
    })
    expect(told({ stage: 'cancelled', reason: { code: 'mistaken', by: 'committee' } })).to.deep.equal({
      accepted: 1,
    })
  })

  it('is a recommendation that led to an answer or to none, where no rule stood against it', () => {
    const against = [{ code: 'capacity', zh: '名额已满', en: 'full' }]
    const recommended = (over: Partial<Referral>) => outcomesOf(kept(over)).recommended
    expect(recommended({ stage: 'requested' })).to.equal(0)
    expect(recommended({ stage: 'accepted' })).to.equal(1)
    expect(recommended({ stage: 'expired', times: { sent: times.sent } })).to.equal(1)
    expect(recommended({ stage: 'accepted', seen: { ...aReferral().seen, against } })).to.equal(0)
    expect(recommended({ how: 'apply', stage: 'accepted' })).to.equal(0)
  })

  it('is no answer where it applied itself, or the referral was logged afterwards', () => {
    for (const how of ['apply', 'log'] as const)
      expect(told({ how, stage: 'confirmed' })).to.deep.equal({ completed: 1 })
  })

  it('is what those say who rate it: facts, not stars', () => {
    expect(told({ stage: 'confirmed', ratings: [rating] })).to.include({ ratings: 1, points: 4 })
    expect(
      told({ stage: 'confirmed', ratings: [{ ...rating, came: false, stars: 5 }] }),
    ).not.to.have.property('points')
    expect(told({ stage: 'confirmed', ratings: [{ ...rating, onTime: true, goal: 'full' }] })).to.include({
      points: 8,
    })
  })
})

describe('the record of an organisation', () => {
  const anyOutcomes: fc.Arbitrary<Outcomes> = fc
    .record({
      ...{ accepted: fc.nat(50), declined: fc.nat(50), unanswered: fc.nat(50) },
      ...{ completed: fc.nat(50), failed: fc.nat(50), ratings: fc.nat(50) },
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      answers: fc.array(fc.nat(20), { minLength: hourBounds.length + 1, maxLength: hourBounds.length + 1 }),
    })
    .map(({ share, ...counts }) => ({
      ...counts,
      recommended: counts.accepted,
      points: Math.round(8 * share * counts.ratings),
    }))
  const anyPrior = fc.double({ min: 0, max: 1, noNaN: true })

  it('of a newcomer is what is known beforehand', () => {
    expect(meritOf(noOutcomes, 0.5)).to.equal(0.5)
    expect(meritOf(noOutcomes, 0.8)).to.be.closeTo(0.8, 1e-12)
  })

  it('stays in [0, 1], rises with every good outcome and falls with every bad one', () => {
    const one = (over: Partial<Outcomes>): Outcomes => ({ ...noOutcomes, ...over })
    const good = [one({ accepted: 1 }), one({ completed: 1 }), one({ ratings: 1, points: 8 })]
    const bad = [one({ declined: 1 }), one({ unanswered: 1 }), one({ failed: 1 }), one({ ratings: 1 })]
    fc.assert(
      fc.property(anyOutcomes, anyPrior, (outcomes, prior) => {
        const now = meritOf(outcomes, prior)
        expect(now).to.be.within(0, 1)
        for (const more of good) expect(meritOf(plus(outcomes, more), prior)).to.be.at.least(now - 1e-12)
        for (const more of bad) expect(meritOf(plus(outcomes, more), prior)).to.be.at.most(now + 1e-12)
      }),
    )
  })

  it('moves little by one bad outcome of a newcomer, and far by many', () => {
    const failed = (count: number) => meritOf({ ...noOutcomes, failed: count, unanswered: count }, 0.5)
    expect(failed(1)).to.be.within(0.45, 0.5)
    expect(failed(50)).to.be.below(0.33)
  })

  it('adds up and takes away without a trace', () => {
    fc.assert(
      fc.property(anyOutcomes, anyOutcomes, (a, b) => {
        expect(plus(plus(a, b), b, -1)).to.deep.equal(a)
      }),
    )
  })

  it('knows the hours within which half of the answers came', () => {
    const answers = noOutcomes.answers.with(0, 2).with(6, 3)
    expect(medianHours({ answers })).to.equal(48)
    expect(medianHours({ answers: noOutcomes.answers.with(hourBounds.length, 1) })).to.equal(
      Number.POSITIVE_INFINITY,
    )
    expect(medianHours(noOutcomes)).to.equal(undefined)
  })
})

describe('the label of a pairing', () => {
  const features = { wish: { value: 0.5, contribution: 1.9 }, words: { value: 0.2, contribution: 0.3 } }
  const seen = { ...aReferral().seen, features, weights: 'w1' }
  const report = { delivered: 1, on: '2026-03-10', goal: 'part' } as const

  it('says no where the organisation was asked for another kind of need, and keeps what the matcher saw', () => {
    const label = labelOf(kept({ seen, stage: 'rejected', reason: byOrganisation('wrong-kind') }))
    expect(label).to.deep.include({ fits: 0, features: { wish: 0.5, words: 0.2 }, weights: 'w1' })
    expect(labelOf(kept({ seen, stage: 'rejected', reason: byOrganisation('full') }))).to.equal(undefined)
  })

  it('says yes where it was served and helped, and nothing before that is confirmed', () => {
    expect(labelOf(kept({ seen, stage: 'confirmed', report }))).to.deep.include({ fits: 1 })
    expect(labelOf(kept({ seen, stage: 'reported', report }))).to.equal(undefined)
    expect(labelOf(kept({ seen, stage: 'confirmed', report: { ...report, goal: 'not' } }))).to.equal(
      undefined,
    )
  })
})
