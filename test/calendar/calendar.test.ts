import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import fc from 'fast-check'
import { loadHolidays, WorkingCalendar, zoneOf } from '../../src/calendar/index.js'
import { dayAfter, dayOf, startOf } from '../../src/platform/records/index.js'

const years = loadHolidays('seeds/calendar')
const shanghai = zoneOf('Asia/Shanghai')
const calendar = new WorkingCalendar(years, shanghai)

/** With years at both ends that no notice is known of. */
const someDay = fc.integer({ min: 0, max: 4 * 365 }).map((days) => dayAfter('2024-06-01', days))
const someCount = fc.integer({ min: 0, max: 60 })

describe('the working-day calendar', () => {
  it('knows holidays and make-up days of 2025 and 2026 and counts as many working days as the notices leave', () => {
    const off = ['2025-01-28', '2025-10-08', '2026-01-02', '2026-02-16', '2026-02-23', '2026-05-10']
    const working = ['2025-01-26', '2025-02-05', '2025-10-11', '2026-01-04', '2026-02-14', '2026-10-10']
    expect(off.filter((day) => calendar.isWorkingDay(day))).to.deep.equal([])
    expect(working.filter((day) => !calendar.isWorkingDay(day))).to.deep.equal([])
    // 365 days, 104 of them weekends; the 13 public holidays all take a working day, for what falls on a weekend is moved.
    expect(calendar.workingDaysBetween('2024-12-31', '2025-12-31')).to.equal(248)
    expect(calendar.workingDaysBetween('2025-12-31', '2026-12-31')).to.equal(248)
  })

  it('counts Monday to Friday in a year without data, and says so once', () => {
    const told: number[] = []
    const unsure = new WorkingCalendar(years, shanghai, (year) => told.push(year))
    expect(unsure.addWorkingDays('2026-12-31', 1)).to.equal('2027-01-01')
    expect(unsure.workingDaysBetween('2027-01-01', '2027-12-31')).to.equal(260)
    expect(told).to.deep.equal([2027])
  })

  it('ends a term at midnight after its last day, whatever the hour at which it began', () => {
    for (const began of ['2026-02-12T16:00:00.000Z', '2026-02-13T15:59:59.000Z']) {
      // From Friday the 13th: Saturday the 14th is worked, then nine days are off.
      expect(calendar.endOfTerm(began, 1)).to.equal('2026-02-14T16:00:00.000Z')
      expect(calendar.endOfTerm(began, 3)).to.equal('2026-02-25T16:00:00.000Z')
    }
  })

  it('counts what it has added', () => {
    fc.assert(
      fc.property(someDay, someCount, (day, count) => {
        expect(calendar.workingDaysBetween(day, calendar.addWorkingDays(day, count))).to.equal(count)
      }),
    )
  })

  it('never gets earlier when a term is longer or begins later', () => {
    fc.assert(
      fc.property(someDay, someCount, fc.nat({ max: 30 }), (day, count, more) => {
        const end = calendar.addWorkingDays(day, count)
        expect(calendar.addWorkingDays(day, count + 1) > end).to.equal(true)
        expect(calendar.addWorkingDays(dayAfter(day, more), count) >= end).to.equal(true)
      }),
    )
  })

  it('refuses a file in which days do not fit their year', () => {
    const load = (text: string) => {
      const folder = mkdtempSync(join(tmpdir(), 'duijie-'))
      writeFileSync(join(folder, 'holidays.yaml'), text)
      return () => loadHolidays(folder)
    }
    const block = (from: string, to: string, working: string) =>
      `2026:\n  source: a\n  off: [{ zh: a, en: b, from: ${from}, to: ${to} }]\n  working: [${working}]\n`
    expect(load(block('2026-01-01', '2026-01-02', '2026-01-04'))()).to.have.keys([2026])
    expect(load(block('2025-12-31', '2026-01-02', ''))).to.throw(RangeError, '2025-12-31')
    expect(load(block('2026-01-02', '2026-01-01', ''))).to.throw(RangeError, '2026-01-02 to')
    expect(load(block('2026-01-01', '2026-01-02', '2026-01-05'))).to.throw(RangeError, '2026-01-05')
    expect(load(block('2026-02-30', '2026-03-02', ''))).to.throw(RangeError, 'from')
  })
})

describe('the days of a time zone', () => {
  it('are those of Shanghai as all records count them', () => {
    const instant = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString())
    fc.assert(
      fc.property(instant, (at) => {
        expect(shanghai.dayOf(at)).to.equal(dayOf(at))
        expect(shanghai.startOf(dayOf(at))).to.equal(startOf(dayOf(at)))
      }),
    )
  })

  it('begin at midnight where clocks change, too', () => {
    const berlin = zoneOf('Europe/Berlin')
    expect(berlin.startOf('2026-03-29')).to.equal('2026-03-28T23:00:00.000Z')
    expect(berlin.startOf('2026-03-30')).to.equal('2026-03-29T22:00:00.000Z')
    expect(berlin.startOf('2026-10-26')).to.equal('2026-10-25T23:00:00.000Z')
    fc.assert(
      fc.property(someDay, (day) => {
        expect(berlin.dayOf(berlin.startOf(day))).to.equal(day)
      }),
    )
  })
})
