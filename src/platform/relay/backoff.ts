/** Milliseconds. */
export interface PauseRange {
  readonly shortest: number
  readonly longest: number
}

const ours: PauseRange = { shortest: 200, longest: 30_000 }

/**
 * How long to wait before the next attempt: it doubles with every failure, and is drawn from its upper half, so that
 * processes that failed together do not come back together.
 * @param failures in a row, >= 1
 * @param random in [0, 1)
 * @param range of the doubled pause; 0.2 to 30 seconds when missing, which suits what is ours and near
 * @returns milliseconds, from half the shortest to the longest
 */
export function backoff(failures: number, random: number, { shortest, longest } = ours): number {
  const most = Math.min(longest, shortest * 2 ** (failures - 1))
  return Math.round(most * (0.5 + random / 2))
}
