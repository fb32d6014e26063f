import { expect } from 'chai'
import fc from 'fast-check'
import { backoff } from '../../../src/platform/relay/backoff.js'

describe('the wait after failures', () => {
  it('doubles from a fifth of a second to half a minute', () => {
    const longest = Array.from({ length: 10 }, (_, i) => backoff(i + 1, 1))
    expect(longest).to.deep.equal([200, 400, 800, 1_600, 3_200, 6_400, 12_800, 25_600, 30_000, 30_000])
  })

  it('is drawn from the upper half of that, however many failures there were', () => {
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), random, (failures, drawn) => {
        const most = Math.min(30_000, 200 * 2 ** (failures - 1))
        expect(backoff(failures, drawn)).to.be.within(most / 2, most)
      }),
      { seed: 4 },
    )
  })
})
