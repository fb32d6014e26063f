/** What is known of numbers that are not negative: each row of factors times the numbers gives its sum. */
export interface Known {
  readonly rows: readonly (readonly number[])[]
  readonly sums: readonly number[]
}

const tiny = 1e-7

/**
 * The exact range of `objective` times the numbers, for all that is known: the simplex method in two phases, on a full
 * tableau, by Bland's rule, which never goes in circles. For small tables: it takes cubic time.
 */
export function feasibleRange(
  known: Known,
  objective: readonly number[],
): { lowest: number; highest: number } {
  const highest = maximum(known, objective)
  const lowest = -maximum(
    known,
    objective.map((factor) => -factor),
  )
  return { lowest, highest }
}

function maximum({ rows, sums }: Known, objective: readonly number[]): number {
  const width = objective.length
  // One artificial number for each row makes a first solution; phase one brings them to nought.
  const table = rows.map((row, i) => [...row, ...rows.map((_, j) => (i === j ? 1 : 0)), sums[i] as number])
  const basis = rows.map((_, i) => width + i)
  const artificial = [...objective.map(() => 0), ...rows.map(() => -1)]
  climb(table, basis, artificial, width + rows.length)
  const left = basis.reduce((sum, of, i) => sum + (of >= width ? (table[i]?.at(-1) as number) : 0), 0)
  if (left > tiny) throw new RangeError('no numbers agree with what is known')
  for (const [i, of] of basis.entries()) {
    // An artificial number that stays at nought must leave, or it could grow again.
    const entering =
      of < width ? -1 : (table[i]?.slice(0, width).findIndex((factor) => Math.abs(factor) > tiny) ?? -1)
    if (entering >= 0) pivot(table, basis, i, entering)
  }
  return climb(table, basis, [...objective, ...rows.map(() => 0)], width)
}

/** @param among columns before this one may enter */
function climb(table: number[][], basis: number[], objective: readonly number[], among: number): number {
  for (;;) {
    const entering = firstThatGains(table, basis, objective, among)
    if (entering < 0)
      return basis.reduce((sum, of, i) => sum + (objective[of] as number) * (table[i]?.at(-1) as number), 0)
    const leaving = tightest(table, basis, entering)
    if (leaving < 0) return Number.POSITIVE_INFINITY
    pivot(table, basis, leaving, entering)
  }
}

function firstThatGains(
  table: number[][],
  basis: number[],
  objective: readonly number[],
  among: number,
): number {
  for (let column = 0; column < among; column++) {
    const costs = basis.reduce(
      (sum, of, i) => sum + (objective[of] as number) * (table[i]?.[column] as number),
      0,
    )
    if ((objective[column] as number) - costs > tiny) return column
  }
  return -1
}

function tightest(table: number[][], basis: number[], entering: number): number {
  let best = -1
  let least = Number.POSITIVE_INFINITY
  for (const [i, row] of table.entries()) {
    const factor = row[entering] as number
    if (factor <= tiny) continue
    const ratio = (row.at(-1) as number) / factor
    const isFirst = Math.abs(ratio - least) <= tiny && (basis[i] as number) < (basis[best] as number)
    if (ratio < least - tiny || isFirst) {
      best = i
      least = ratio
    }
  }
  return best
}

function pivot(table: number[][], basis: number[], leaving: number, entering: number): void {
  const row = table[leaving] as number[]
  const factor = row[entering] as number
  for (let column = 0; column < row.length; column++) row[column] = (row[column] as number) / factor
  for (const [i, other] of table.entries()) {
    const times = other[entering] as number
    if (i === leaving || times === 0) continue
    for (let column = 0; column < row.length; column++)
      other[column] = (other[column] as number) - times * (row[column] as number)
  }
  basis[leaving] = entering
}
