import { expect } from 'chai'
import { Schedule } from '../../../src/platform/jobs/schedule.js'

const at = (instant: string) => new Date(instant)

describe('a schedule', () => {
  it('ticks by the wall clock of its time zone', () => {
    const nightly = new Schedule('30 3 * * *', 'Asia/Shanghai')
    expect(nightly.next(at('2026-03-10T00:00:00Z')).toISOString()).to.equal('2026-03-10T19:30:00.000Z')
    expect(nightly.newest(at('2026-03-10T00:00:00Z')).toISOString()).to.equal('2026-03-09T19:30:00.000Z')
  })

  it('counts a tick that falls just now as the newest, and not as the next', () => {
    const tick = at('2026-03-09T19:30:00.000Z')
    const nightly = new Schedule('30 3 * * *', 'Asia/Shanghai')
    expect(nightly.newest(tick)).to.deep.equal(tick)
    expect(nightly.next(tick).toISOString()).to.equal('2026-03-10T19:30:00.000Z')
  })

  it('takes summer time as it comes', () => {
    const nightly = new Schedule('30 3 * * *', 'Europe/Berlin')
    expect(nightly.next(at('2026-03-28T12:00:00Z')).toISOString()).to.equal('2026-03-29T01:30:00.000Z')
    expect(nightly.next(at('2026-10-24T12:00:00Z')).toISOString()).to.equal('2026-10-25T02:30:00.000Z')
  })

  for (const wrong of ['', 'every night', '61 * * * *', '* * *', '0 0 1 * 1'])
    it(`is refused when it says: ${wrong || 'nothing'}`, () => {
      expect(() => new Schedule(wrong, 'Asia/Shanghai')).to.throw(RangeError, 'schedule')
    })
})
