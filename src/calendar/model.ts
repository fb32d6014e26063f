import type { Zone } from './zone.js'

/** What a year's notice says: ISO days off, and Saturdays and Sundays on which people work. */
export interface HolidayYear {
  readonly off: ReadonlySet<string>
  readonly working: ReadonlySet<string>
}

const dayLength = 86_400_000

/**
 * Working days in one time zone. Terms follow the Civil Code of China (民法典), arts 201 and 203: the day on which a
 * term begins does not count, and its last day ends at midnight.
 */
export class WorkingCalendar {
  readonly #told = new Set<number>()

  /**
   * @param years by number; a year that is not there counts Monday to Friday
   * @param onMissing told of such a year when it is first asked for
   */
  constructor(
    readonly years: ReadonlyMap<number, HolidayYear>,
    readonly zone: Zone,
    private readonly onMissing: (year: number) => void = () => {},
  ) {}

  /** @param day ISO day */
  isWorkingDay(day: string): boolean {
    const year = Number(day.slice(0, 4))
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
    const isWeekday = weekday >= 1 && weekday <= 5
    const known = this.years.get(year)
    if (!known) {
      this.tellMissing(year)
      return isWeekday
    }
    return isWeekday ? !known.off.has(day) : known.working.has(day)
  }

  /**
   * The `count`-th working day after `day`, which is not counted itself.
   * @param count whole, >= 0; 0 gives `day`
   */
  addWorkingDays(day: string, count: number): string {
    let at = Date.parse(`${day}T00:00:00Z`)
    for (let left = count; left > 0; ) {
      at += dayLength
      if (this.isWorkingDay(isoDay(at))) left -= 1
    }
    return isoDay(at)
  }

  /** How many working days lie after `from`, up to and with `to`; 0 when `to` is not later. */
  workingDaysBetween(from: string, to: string): number {
    let count = 0
    for (let at = Date.parse(`${from}T00:00:00Z`) + dayLength; isoDay(at) <= to; at += dayLength) {
      if (this.isWorkingDay(isoDay(at))) count += 1
    }
    return count
  }

  /**
   * The ISO instant at which a term of working days is over: midnight after its last day.
   * @param from ISO instant at which it begins
   * @param days whole, >= 1
   */
  endOfTerm(from: string, days: number): string {
    const last = this.addWorkingDays(this.zone.dayOf(from), days)
    return this.zone.startOf(isoDay(Date.parse(`${last}T00:00:00Z`) + dayLength))
  }

  /** Years without data that a term of `days` (of the calendar) from `instant` touches. */
  missingYears(instant: string, days: number): number[] {
    const first = this.zone.dayOf(instant)
    const last = isoDay(Date.parse(`${first}T00:00:00Z`) + days * dayLength)
    const years = [...new Set([first, last].map((day) => Number(day.slice(0, 4))))]
    return years.filter((year) => !this.years.has(year))
  }

  private tellMissing(year: number): void {
    if (this.#told.has(year)) return
    this.#told.add(year)
    this.onMissing(year)
  }
}

function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
