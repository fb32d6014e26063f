const shortest = 200
const longest = 30_000

/**
 * How long to wait before the next attempt: it doubles with every failure, and is drawn from its upper half, so that
 * processes that failed together do not come back together.
 * @param failures in a row, >= 1
 * @param random in [0, 1)
 * @returns milliseconds, 100 to 30,000
 */
export function backoff(failures: number, random: number): number {
  const most = Math.min(longest, shortest * 2 ** (failures - 1))
  return Math.round(most * (0.5 + random / 2))
}
