import { between, weighted } from './chance.js'

export const day = 86_400_000
/** Everything in the demo is as somebody left it on this evening. */
export const lastDay = Date.UTC(2026, 10, 22)

export const iso = (at: number): string => new Date(at).toISOString()
/** The day it is in Shenzhen. */
export const isoDay = (at: number): string => iso(at + 8 * 3_600_000).slice(0, 10)

/** `11-2` is November to February; `-` and '' are the whole year. */
export function monthsFrom(range = ''): number[] {
  const [from = 1, to = from] = (/\d/.test(range) ? range : '1-12').split('-').map(Number)
  return Array.from({ length: ((to - from + 12) % 12) + 1 }, (_, i) => ((from - 1 + i) % 12) + 1)
}

// Fewer around the Spring Festival, more before summer and winter.
const monthly = [0.7, 0.6, 1.1, 1, 1.1, 1.4, 1.3, 1.1, 1.1, 1, 1.2, 1.3]
const calendar = Array.from({ length: 24 }, (_, i) => {
  const month = (11 + i) % 12
  const growth = 0.6 + i / 30
  return { year: 2024 + Math.floor((11 + i) / 12), month, weight: (monthly[month] ?? 1) * growth }
})

/** When a need was written down: in one of these months (1-12), in office hours where staff wrote it. */
export function momentIn(months: readonly number[], source: string): number {
  const isOffice = source === 'visit' || source === 'grid-worker'
  const open = calendar.filter(({ month }) => months.includes(month + 1))
  for (;;) {
    const { year, month } = weighted(open, (slot) => slot.weight)
    const midnight = Date.UTC(year, month, between(1, new Date(Date.UTC(year, month + 1, 0)).getUTCDate()))
    const weekday = new Date(midnight).getUTCDay()
    if (midnight > lastDay || (isOffice && (weekday === 0 || weekday === 6))) continue
    const hour = isOffice ? between(9, 17) : between(8, 21)
    return midnight + (hour - 8) * 3_600_000 + between(0, 59) * 60_000
  }
}
