import type { WorkingCalendar } from '../calendar/index.js'
import type { DeadlineSettings, Term, TermName } from './deadline-settings.js'
import type { Urgency } from './model.js'

const hour = 3_600_000

/** When terms end, and when whoever owes is to be reminded of them. */
export class Terms {
  constructor(
    readonly settings: DeadlineSettings,
    readonly calendar: Pick<WorkingCalendar, 'endOfTerm' | 'addWorkingDays' | 'zone'>,
  ) {}

  /**
   * The ISO instant at which a term is over. Crisis and urgent run by the clock, for somebody is on duty at all hours;
   * soon and routine by the days on which people work (adr 0018).
   * @param since ISO instant at which it begins
   */
  end(name: TermName, urgency: Urgency, since: string): string {
    const term = this.settings[name][urgency]
    return 'hours' in term ? later(since, term.hours) : this.calendar.endOfTerm(since, term.workingDays)
  }

  /** The ISO instant of the reminder within a term, after `since` and before its end. */
  reminder(name: TermName, urgency: Urgency, since: string): string {
    const { remindAt, remindHour } = this.settings
    const term: Term = this.settings[name][urgency]
    if ('hours' in term) return later(since, term.hours * remindAt)
    const { calendar } = this
    const days = Math.ceil(term.workingDays * remindAt)
    const day = calendar.addWorkingDays(calendar.zone.dayOf(since), days)
    return later(calendar.zone.startOf(day), remindHour)
  }
}

function later(instant: string, hours: number): string {
  return new Date(Date.parse(instant) + hours * hour).toISOString()
}
