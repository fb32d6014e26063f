import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Joi from 'joi'
import { parse } from 'yaml'
import { isoDay } from '../platform/records/index.js'
import type { HolidayYear } from './model.js'

interface Span {
  readonly from: string
  readonly to: string
}

interface Block {
  readonly off: readonly Span[]
  readonly working: readonly string[]
}

const span = Joi.object({
  zh: Joi.string().required(),
  en: Joi.string().required(),
  from: isoDay.required(),
  to: isoDay.required(),
})
const file = Joi.object<Record<string, Block>>().pattern(
  /^\d{4}$/,
  Joi.object({
    source: Joi.string().required(),
    off: Joi.array().items(span).required(),
    working: Joi.array().items(isoDay).required(),
  }),
)

/**
 * Reads `holidays.yaml` of a folder of seeds' `calendar`; a folder without one knows no year.
 * @throws RangeError naming what is wrong: a day of another year, a span that ends before it begins, a make-up day that
 * is off or falls on Monday to Friday
 */
export function loadHolidays(folder: string): Map<number, HolidayYear> {
  const path = join(folder, 'holidays.yaml')
  if (!existsSync(path)) return new Map()
  const { value, error } = file.validate(parse(readFileSync(path, 'utf8'), { schema: 'failsafe' }))
  if (error) throw new RangeError(`holidays.yaml: ${error.message}`)
  return new Map(Object.entries(value).map(([year, block]) => [Number(year), yearOf(year, block)]))
}

function yearOf(year: string, { off, working }: Block): HolidayYear {
  const days = new Set(off.flatMap(daysOf))
  const wrong = [...days, ...working].find((day) => !day.startsWith(year))
  if (wrong) throw new RangeError(`holidays.yaml: ${wrong} stands under ${year}`)
  const needless = working.find((day) => days.has(day) || isWeekday(day))
  if (needless) throw new RangeError(`holidays.yaml: ${needless} is no make-up day`)
  return { off: days, working: new Set(working) }
}

function daysOf({ from, to }: Span): string[] {
  if (to < from) throw new RangeError(`holidays.yaml: ${from} to ${to}`)
  const days: string[] = []
  const day = new Date(`${from}T00:00:00Z`)
  for (; day.toISOString().slice(0, 10) <= to; day.setUTCDate(day.getUTCDate() + 1)) {
    days.push(day.toISOString().slice(0, 10))
  }
  return days
}

function isWeekday(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday >= 1 && weekday <= 5
}
