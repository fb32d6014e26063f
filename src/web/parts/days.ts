/** A day as `2026-03-01`, by the reader's clock. */
export function dayOf(date: Date): string {
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
  return parts.map((part) => String(part).padStart(2, '0')).join('-')
}

/** A minute as a field for date and time takes it, `2026-03-01T18:00`, by the reader's clock. */
export function minuteOf(date: Date): string {
  const parts = [date.getHours(), date.getMinutes()]
  return `${dayOf(date)}T${parts.map((part) => String(part).padStart(2, '0')).join(':')}`
}

export const today = (): string => dayOf(new Date())

/** So many days after this moment. */
export function daysAfter(iso: string, days: number): string {
  const date = new Date(iso)
  date.setDate(date.getDate() + days)
  return dayOf(date)
}

/** The first and the last day of a month such as `2026-03`. */
export function daysOfMonth(month: string): { from: string; to: string } {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return { from: `${month}-01`, to: dayOf(new Date(year, number, 0)) }
}
