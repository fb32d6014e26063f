import { expect } from 'chai'
import { capacityTrust, confirmBy } from '../../src/offerings/index.js'
import { dayAfter } from '../../src/platform/records/index.js'

describe('the trust in a stated capacity', () => {
  const confirmed = '2026-03-10'
  const trustAfter = (days: number): number =>
    capacityTrust(confirmBy({ confirmedAt: `${confirmed}T02:00:00.000Z` }), dayAfter(confirmed, days))

  it('is whole for 30 days, falls evenly and never below 0.3', () => {
    expect([0, 30, 180, 400].map(trustAfter)).to.deep.equal([1, 1, 0.3, 0.3])
    expect(trustAfter(105)).to.be.closeTo(0.65, 1e-9)
  })

  it('never rises with age', () => {
    const days = Array.from({ length: 200 }, (_, day) => trustAfter(day))
    expect(days).to.deep.equal([...days].sort((a, b) => b - a))
  })
})
