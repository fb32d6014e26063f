import { monthNumber, monthOf } from '../platform/months.js'
import type { GapFigures, GapPlace } from './actions.js'
import { medianOf, readSums } from './reading.js'
import type { InsightsDeps } from './service.js'

/** Needs that were entered longer ago count as history, not as a gap. */
export const gapMonths = 24

/** @param today ISO day */
export function gapSpan(today: string): { from: string; to: string } {
  const to = today.slice(0, 7)
  return { from: monthOf(monthNumber(to) - gapMonths + 1), to }
}

/** What the cells of a gap say today. @param today ISO day */
export async function gapFigures(
  { region, category, group }: GapPlace,
  today: string,
  deps: InsightsDeps,
): Promise<GapFigures> {
  const filters = { region, category, ...(group === undefined ? {} : { group }), ...gapSpan(today) }
  const { sums } = await readSums(filters, {}, ['waiting', 'unmet'], today, deps)
  const median = medianOf(sums[0]?.waits ?? new Map())
  const { free } = await deps.supply.free(region, category)
  return {
    on: today,
    waiting: sums[0]?.figures.waiting ?? 0,
    unmet: sums[0]?.figures.unmet ?? 0,
    capacity: free,
    ...(median === undefined ? {} : { medianDays: median }),
  }
}
