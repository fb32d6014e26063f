const shown = 8

/** The quarters up to the one in which a moment lies, the newest first, as `2026-Q3`. */
export function quartersUntil(now: Date): string[] {
  const last = now.getFullYear() * 4 + Math.floor(now.getMonth() / 3)
  return Array.from(
    { length: shown },
    (_, back) => `${Math.floor((last - back) / 4)}-Q${((last - back) % 4) + 1}`,
  )
}

/** @param quarter `2026-Q3` */
export function isQuarterOver(quarter: string, now: Date): boolean {
  const end = Number(quarter.slice(0, 4)) * 12 + Number(quarter.slice(6)) * 3
  return now.getFullYear() * 12 + now.getMonth() >= end
}
