/** One line of the table of `npm run bench`: a measured ratio beside what issue 3 asks for. */
export interface Row {
  readonly what: string
  readonly ours: string
  readonly against: string
  readonly ratio: string
  /** What the issue asks for. */
  readonly reach: string
  /** undefined where nothing is asked but to report. */
  readonly reached: boolean | undefined
  /** What one must know to read the figures. */
  readonly notes?: readonly string[]
}

/** The value below which a share of the sample lies; `share` in [0, 1]. */
export function quantile(sample: readonly number[], share: number): number {
  const sorted = [...sample].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

export const median = (sample: readonly number[]): number => quantile(sample, 0.5)

/** Milliseconds that `work` takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Milliseconds with three digits that count. */
export const ms = (value: number): string => `${Number(value.toPrecision(3))} ms`

export const times = (value: number): string => `x${Number(value.toPrecision(3))}`
