/**
 * Whether `a` becomes `b` with at most `limit` insertions, deletions, substitutions or swaps of neighbours (optimal
 * string alignment); gives up as soon as that is impossible, so the usual "no" costs little.
 * @param limit 0 to 3
 */
export function withinEdits(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      }
      row.push(cost)
      if (cost < least) least = cost
    }
    // A swap reaches back two rows, so one row over the limit is not yet the end.
    if (least > limit && Math.min(...last) > limit) return false
    before = last
    last = row
  }
  return (last[b.length] ?? 0) <= limit
}
