/** Days are those of the people: Asia/Shanghai, eight hours ahead of UTC all the year. */
const ahead = 8 * 3_600_000
const dayLength = 24 * 3_600_000

let asked = ''
let answer = ''

/** The ISO day in Shanghai of an ISO instant. */
export function dayOf(instant: string): string {
  // What is written together bears one instant, and each record is asked about it several times.
  if (instant !== asked) {
    answer = new Date(Date.parse(instant) + ahead).toISOString().slice(0, 10)
    asked = instant
  }
  return answer
}

/** Day and minute in Shanghai of an ISO instant, as people write them in tables: `2026-03-10 14:05`. */
export function minuteOf(instant: string): string {
  return new Date(Date.parse(instant) + ahead).toISOString().slice(0, 16).replace('T', ' ')
}

/** The ISO instant at which a day begins in Shanghai. */
export function startOf(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - ahead).toISOString()
}

/** The day `days` after another; negative for before. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10)
}

/** Year, month and day, under all of which a record is found in the search index: it knows values, but no ranges. */
export function periodsOf(day: string): string[] {
  return [day.slice(0, 4), day.slice(0, 7), day]
}

/** No record is older, and none will be younger for a while. */
const earliest = '2000-01-01'
const latest = '2099-12-31'

/**
 * The fewest periods that make up a span: a day lies in it exactly if one of `periodsOf(day)` is among them.
 * Both ends included; up to 100 years, 22 months and 60 days.
 */
export function periodsWithin(from = earliest, to = latest): string[] {
  const periods: string[] = []
  const last = to < latest ? to : latest
  for (let day = from > earliest ? from : earliest; day <= last; ) {
    const period = widest(day, last)
    periods.push(period)
    day = dayAfter(endOf(period), 1)
  }
  return periods
}

/** The widest period that begins on `day` and ends by `last`. */
function widest(day: string, last: string): string {
  const fits = periodsOf(day).find((period) => day === beginningOf(period) && endOf(period) <= last)
  return fits ?? day
}

function beginningOf(period: string): string {
  return `${period}-01-01`.slice(0, 10)
}

function endOf(period: string): string {
  if (period.length === 4) return `${period}-12-31`
  if (period.length === 10) return period
  const [year = 0, month = 0] = period.split('-').map(Number)
  return `${period}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`
}
