// Always the same chance: mulberry32 (T. Ettinger, public domain) from a fixed seed.
let state = 20250102

/** The next number, in [0, 1). */
export function chance(): number {
  state = (state + 0x6d2b79f5) | 0
  let t = Math.imul(state ^ (state >>> 15), 1 | state)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
}

/** A whole number, both ends included. */
export const between = (from: number, to: number): number => from + Math.floor(chance() * (to - from + 1))

/** @param items at least one */
export const pick = <T>(items: readonly T[]): T => items[Math.floor(chance() * items.length)] as T

/** @param weightOf >= 0, and above 0 for at least one item */
export function weighted<T>(items: readonly T[], weightOf: (item: T) => number): T {
  let left = chance() * items.reduce((sum, item) => sum + weightOf(item), 0)
  for (const item of items) {
    left -= weightOf(item)
    if (left < 0) return item
  }
  return pick(items)
}

export function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, at: chance() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}
