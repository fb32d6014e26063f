/** A stretch of the main thread in which a click would wait; milliseconds since the navigation began. */
export interface LongTask {
  readonly start: number
  readonly end: number
}

/** So long nothing long may run before a page counts as one that answers; milliseconds. */
export const quietMs = 2_000
/** What of a long task somebody would not notice; milliseconds. */
const unnoticedMs = 50

/**
 * When a page answers: the first moment at which its main content is shown and the main thread stays quiet, that is runs
 * no task of more than 50 ms, for `quietMs`.
 */
export function timeToInteractive(shownAt: number, tasks: readonly LongTask[]): number {
  let moment = shownAt
  for (const { start, end } of [...tasks].sort((a, b) => a.start - b.start))
    if (end > moment && start < moment + quietMs) moment = end
  return moment
}

/** What of the long tasks up to this moment is over 50 ms each, summed; milliseconds. */
export function blockingTime(until: number, tasks: readonly LongTask[]): number {
  const counted = tasks.filter(({ start }) => start < until)
  return counted.reduce((sum, { start, end }) => sum + Math.max(0, end - start - unnoticedMs), 0)
}
