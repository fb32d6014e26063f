import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import fc from 'fast-check'
import { loadHolidays, WorkingCalendar, zoneOf } from '../../src/calendar/index.js'
import { urgencies } from '../../src/needs/index.js'
import { loadDeadlines } from '../../src/referrals/deadline-settings.js'
import { dueAt, ladder, standing } from '../../src/referrals/ladder.js'
import { finalStages, stages, table } from '../../src/referrals/states.js'
import { Terms } from '../../src/referrals/terms.js'

const calendar = new WorkingCalendar(loadHolidays('seeds/calendar'), zoneOf('Asia/Shanghai'))
const terms = new Terms(loadDeadlines('seeds'), calendar)

/** A Friday afternoon; the next day is worked, then the Spring Festival is nine days off. */
const since = '2026-02-13T08:00:00.000Z'
const someInstant = fc
  .date({ min: new Date('2025-01-01'), max: new Date('2026-11-30'), noInvalidDate: true })
  .map((date) => date.toISOString())
const someStage = fc.constantFrom(...stages)
const someUrgency = fc.constantFrom(...urgencies)

describe('the deadlines of a referral', () => {
  it('run by the clock for crisis and urgent, by working days for soon and routine', () => {
    const due = urgencies.map((urgency) => dueAt({ stage: 'requested', urgency, since }, terms))
    expect(due).to.deep.equal([
      '2026-03-02T16:00:00.000Z',
      '2026-02-25T16:00:00.000Z',
      '2026-02-14T08:00:00.000Z',
      '2026-02-13T10:00:00.000Z',
    ])
  })

  it('say how far up a wait was told, and what comes next', () => {
    const waiting = { stage: 'accepted', urgency: 'urgent', since } as const
    const at = (now: string) => {
      const told = standing(waiting, terms, now)
      return [told?.reached?.step, told?.next?.step]
    }
    expect(at('2026-02-13T09:00:00.000Z')).to.deep.equal([undefined, 'remind'])
    expect(at('2026-02-15T08:00:00.000Z')).to.deep.equal(['next', 'street'])
    expect(at('2026-02-15T20:00:00.000Z')).to.deep.equal(['street', 'district'])
    expect(at('2026-03-15T20:00:00.000Z')).to.deep.equal(['district', undefined])
    expect(standing({ ...waiting, stage: 'confirmed' }, terms, since)).to.equal(undefined)
  })

  it('remind of a term of working days in the morning of a working day', () => {
    const [first] = ladder({ stage: 'received', urgency: 'routine', since }, terms)
    expect(first).to.deep.equal({ step: 'remind', at: '2026-02-28T01:00:00.000Z' })
    const [crisis] = ladder({ stage: 'received', urgency: 'crisis', since }, terms)
    expect(crisis).to.deep.equal({ step: 'remind', at: '2026-02-13T09:30:00.000Z' })
  })

  it('are there for every stage that somebody owes something at, and for no other', () => {
    for (const stage of stages) {
      const kept = ladder({ stage, urgency: 'soon', since }, terms)
      expect(kept.length > 0, stage).to.equal(!finalStages.has(stage) && stage !== 'draft')
    }
  })

  it('end with a change that the table lets the system make, or with the district', () => {
    const changes = { expire: 'expire', lapse: 'lapse', close: 'cancel' } as const
    for (const stage of stages) {
      const last = ladder({ stage, urgency: 'urgent', since }, terms).at(-1)?.step
      if (last === undefined || last === 'district') continue
      const action = changes[last as keyof typeof changes]
      expect(table[stage][action]?.by, stage).to.include('system')
    }
  })

  it('come one after the other, each step once, the reminder before the end', () => {
    fc.assert(
      fc.property(someStage, someUrgency, someInstant, (stage, urgency, from) => {
        const waiting = { stage, urgency, since: from }
        const rungs = ladder(waiting, terms)
        const times = rungs.map(({ at }) => at)
        expect(times).to.deep.equal([...times].sort())
        expect(new Set(rungs.map(({ step }) => step)).size).to.equal(rungs.length)
        const due = dueAt(waiting, terms) ?? ''
        for (const { step, at } of rungs) {
          if (step === 'remind') expect(at > from && at < due, `${from} ${at} ${due}`).to.equal(true)
        }
      }),
    )
  })

  it('are set by a district in a file of its own, term by term', () => {
    const data = mkdtempSync(join(tmpdir(), 'duijie-'))
    const write = (own: unknown) => writeFileSync(join(data, 'deadlines.json'), JSON.stringify(own))
    write({ receive: { crisis: { hours: 1 } }, onExpiry: 'dispatch' })
    const own = loadDeadlines('seeds', data)
    expect(own.receive).to.deep.equal({ ...loadDeadlines('seeds').receive, crisis: { hours: 1 } })
    expect(own.onExpiry).to.equal('dispatch')
    for (const [wrong, named] of [
      [{ receive: { crisis: { hours: 1, workingDays: 1 } } }, 'receive.crisis'],
      [{ receive: { crises: { hours: 1 } } }, 'receive.crises'],
      [{ recieve: {} }, 'recieve'],
      [{ remindAt: 1 }, 'remindAt'],
    ] as const) {
      write(wrong)
      expect(() => loadDeadlines('seeds', data)).to.throw(RangeError, named)
    }
  })
})
