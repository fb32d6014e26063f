import type { Need } from '../needs/index.js'
import type { Offering } from '../offerings/index.js'
import type { ServiceRecord } from '../service-records/index.js'
import type { Demo, DemoRecord } from './load.js'
import type { DemoReferral } from './referral-history.js'

const day = 86_400_000
/** The evening on which everything in the demo is as its files say. */
const lastDay = Date.UTC(2026, 10, 22)

/**
 * The demo as it would be on another day: moved by whole years, so that summer care is still asked for in summer, and
 * nothing lies in the future. Confirmations move by days: as many of them have expired as on the last day of the demo. So
 * do the current needs and their referrals: what waits on that day for an answer still does.
 */
export function agedTo(demo: Demo, now: Date): Demo {
  const years = wholeYearsSince(now)
  const later = (date: string): string => `${Number(date.slice(0, 4)) + years}${date.slice(4)}`
  const passed = Math.floor((now.getTime() - lastDay) / day) * day
  const byDays = (date: string): string => laterBy(date, passed)
  const movesOf = (needId: string) => (demo.current.has(needId) ? byDays : later)
  const offering = ({ id, at, fields }: DemoRecord<Offering>): DemoRecord<Offering> => {
    const { period } = fields
    return {
      id,
      at: later(at),
      fields: {
        ...fields,
        confirmedAt: byDays(fields.confirmedAt),
        ...(period && { period: eachDate(period, later) }),
      },
    }
  }
  const need = ({ id, at, fields }: DemoRecord<Need>): DemoRecord<Need> => {
    const moved = movesOf(id)
    const { lowered } = fields.urgency
    const urgency = lowered
      ? { ...fields.urgency, lowered: { ...lowered, at: moved(lowered.at) } }
      : fields.urgency
    const neededBy = fields.neededBy === undefined ? {} : { neededBy: moved(fields.neededBy) }
    return { id, at: moved(at), fields: { ...fields, urgency, ...neededBy } }
  }
  const serviceRecord = ({ id, at, fields }: DemoRecord<ServiceRecord>): DemoRecord<ServiceRecord> => ({
    id,
    at: later(at),
    fields: { ...fields, day: later(fields.day), month: later(fields.month) },
  })
  return {
    organizations: demo.organizations.map((record) => ({ ...record, at: later(record.at) })),
    offerings: demo.offerings.map(offering),
    needs: demo.needs.map(need),
    current: demo.current,
    identities: demo.identities.map(({ needId, person: { birthDate, ...person } }) => ({
      needId,
      person: { ...person, ...(birthDate !== undefined && { birthDate: later(birthDate) }) },
    })),
    serviceRecords: demo.serviceRecords.map(serviceRecord),
    referrals: demo.referrals.map((referral) => agedReferral(referral, movesOf(referral.needId))),
  }
}

function agedReferral(referral: DemoReferral, later: (date: string) => string): DemoReferral {
  const { opening } = referral
  const planned = opening.plannedStart === undefined ? {} : { plannedStart: later(opening.plannedStart) }
  return {
    ...referral,
    at: later(referral.at),
    opening: { ...opening, ...planned },
    steps: referral.steps.map((step) => {
      const { input, at } = step
      if (!input?.report) return { ...step, at: later(at) }
      const report = { ...input.report, on: later(input.report.on) }
      return { ...step, at: later(at), input: { ...input, report } }
    }),
  }
}

/** An ISO day or instant, so many milliseconds later. */
function laterBy(date: string, milliseconds: number): string {
  return new Date(Date.parse(date) + milliseconds).toISOString().slice(0, date.length)
}

/** Negative before the last day of the demo. */
function wholeYearsSince(now: Date): number {
  const last = new Date(lastDay)
  const years = now.getUTCFullYear() - last.getUTCFullYear()
  const birthday = Date.UTC(now.getUTCFullYear(), last.getUTCMonth(), last.getUTCDate())
  return now.getTime() < birthday ? years - 1 : years
}

function eachDate(
  period: NonNullable<Offering['period']>,
  later: (date: string) => string,
): NonNullable<Offering['period']> {
  return Object.fromEntries(Object.entries(period).map(([end, date]) => [end, later(date)]))
}
