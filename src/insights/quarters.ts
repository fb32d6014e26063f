import { monthNumber, monthOf } from '../platform/months.js'
import { dayAfter } from '../platform/records/index.js'

/** Published so many days after its end: until then what was entered late, or in error, is still put right. */
const graceDays = 15

/** Of the months of a quarter. @param quarter `2026-Q3` */
export function monthsOf(quarter: string): { from: string; to: string } {
  const first = monthNumber(`${quarter.slice(0, 4)}-01`) + (Number(quarter.slice(6)) - 1) * 3
  return { from: monthOf(first), to: monthOf(first + 2) }
}

/** The quarter that these months are; undefined where they are none. */
export function quarterOf({ from, to }: { readonly from: string; readonly to: string }): string | undefined {
  const first = monthNumber(from)
  const isQuarter = first % 3 === 0 && monthNumber(to) === first + 2
  return isQuarter ? nameOf(first / 3) : undefined
}

/** @param today ISO day */
export function isOver(quarter: string, today: string): boolean {
  return monthsOf(quarter).to < today.slice(0, 7)
}

/** The quarters that are to be published by now, the newest first. @param today ISO day */
export function publishable(today: string, most: number): string[] {
  const last = Math.floor(monthNumber(dayAfter(today, -graceDays).slice(0, 7)) / 3) - 1
  return Array.from({ length: most }, (_, back) => nameOf(last - back))
}

/** @param number of quarters since the year 0 */
const nameOf = (number: number): string => `${Math.floor(number / 4)}-Q${(number % 4) + 1}`
