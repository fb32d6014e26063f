import { expect } from 'chai'
import fc from 'fast-check'
import { causeOfMatching } from '../../src/insights/causes.js'
import { simulate } from '../../src/insights/simulate.js'

describe('a simulation of capacity', () => {
  it('serves the most urgent first, then the longest waiting', () => {
    const queue = {
      routine: new Map([[90, 2]]),
      crisis: new Map([[1, 1]]),
      urgent: new Map([
        [5, 1],
        [9, 1],
      ]),
    }
    const [first, second] = simulate(queue, { perMonth: 2, months: 2, arrivals: 0 })
    expect(first?.byUrgency).to.deep.equal({ crisis: 1, urgent: 1 })
    // The urgent one that is left had waited 5 days, the routine ones 90.
    expect(first).to.include({ served: 2, waiting: 3, medianDays: 120 })
    expect(second?.byUrgency).to.deep.equal({ urgent: 1, routine: 1 })
  })

  it('counts parts of needs that come a month until they are whole', () => {
    const months = simulate({}, { perMonth: 1, months: 4, arrivals: 0.5 })
    expect(months.map(({ served, waiting }) => [served, waiting])).to.deep.equal([
      [0, 0],
      [0, 1],
      [1, 0],
      [0, 1],
    ])
  })

  it('loses and makes up nobody', () => {
    const anyQueue = fc.array(fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 20 })), { maxLength: 8 })
    fc.assert(
      fc.property(anyQueue, fc.integer({ min: 1, max: 30 }), fc.nat(9), (waits, perMonth, arrivals) => {
        const routine = new Map(waits)
        const all = [...routine.values()].reduce((sum, count) => sum + count, 0)
        const months = simulate({ routine }, { perMonth, months: 12, arrivals })
        const served = months.reduce((sum, month) => sum + month.served, 0)
        expect(served + (months.at(-1)?.waiting ?? 0)).to.equal(all + 12 * arrivals)
        expect(months.every((month) => month.served <= perMonth)).to.equal(true)
      }),
    )
  })
})

describe('the cause that matching finds', () => {
  it('is told by what stands alone between a need and an offering', () => {
    expect(causeOfMatching(true, [])).to.equal('not-asked')
    expect(causeOfMatching(false, [])).to.equal('no-supplier')
    expect(causeOfMatching(false, [['wrong-age'], ['full']])).to.equal('all-full')
    expect(causeOfMatching(false, [['not-covered'], ['full', 'wrong-age']])).to.equal('out-of-reach')
    expect(causeOfMatching(false, [['not-covered', 'full']])).to.equal('none-eligible')
  })
})
