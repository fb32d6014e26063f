import { expect } from 'chai'
import fc from 'fast-check'
import { dayAfter, dayOf, periodsOf, periodsWithin, startOf } from '../../../src/platform/records/days.js'

const day = fc.integer({ min: 0, max: 3000 }).map((days) => dayAfter('2020-01-01', days))

describe('days', () => {
  it('are those of Shanghai', () => {
    expect(dayOf('2026-03-10T15:59:59.999Z')).to.equal('2026-03-10')
    expect(dayOf('2026-03-10T16:00:00.000Z')).to.equal('2026-03-11')
    expect(startOf('2026-03-11')).to.equal('2026-03-10T16:00:00.000Z')
  })

  it('of a span are written as few years, months and days', () => {
    expect(periodsWithin('2023-12-31', '2025-02-02')).to.deep.equal([
      '2023-12-31',
      '2024',
      '2025-01',
      '2025-02-01',
      '2025-02-02',
    ])
    expect(periodsWithin('2024-02-01', '2024-02-29')).to.deep.equal(['2024-02'])
    expect(periodsWithin('2026-03-02', '2026-03-01')).to.deep.equal([])
    expect(periodsWithin(undefined, '2001-01-01')).to.deep.equal(['2000', '2001-01-01'])
    expect(periodsWithin('2099-12-31', undefined)).to.deep.equal(['2099-12-31'])
  })

  it('lie in a span exactly if one of their periods does', () => {
    fc.assert(
      fc.property(day, day, day, (from, to, asked) => {
        const within = new Set(periodsWithin(from, to))
        expect(within.size).to.be.at.most(9 + 22 + 60)
        expect(periodsOf(asked).some((period) => within.has(period))).to.equal(from <= asked && asked <= to)
      }),
    )
  })
})
