import type { Grid } from './grid.js'

/** So many partners are tried on each axis: enough to find hidden ones, few enough to be quick. */
const mostTried = 4

/** What a leaf offers to a move that turns on another. */
export interface Offered {
  /** How much of what is wanted it can give. */
  readonly gives: number
  /** What hiding it would cost; 0 when it is hidden already. */
  readonly cost: number
}

export interface Search {
  readonly axis: number
  /** The leaf that the move turns on, as positions. */
  readonly leaf: readonly number[]
  /** The partner must not lie in this node. */
  readonly outside: number
  readonly wanted: number
  /** undefined for a leaf cell that cannot be used. */
  look(cell: number): Offered | undefined
}

/**
 * Leaves of one axis to exchange with, the most useful first: those hidden already, then those that give what is wanted
 * at the smallest cost. From the nearest relations, and from further ones only where those are too few.
 */
export function partnersOn(grid: Grid, { axis, leaf, outside, wanted, look }: Search): number[] {
  const tree = grid.axes[axis]
  if (!tree) return []
  const stride = grid.strides[axis] as number
  const base = grid.cellAt(leaf) - (leaf[axis] as number) * stride
  const found: { position: number; perUnit: number }[] = []
  let inner = outside
  let outer = tree.parents[outside] as number
  while (outer >= 0 && found.length < mostTried) {
    for (const position of tree.leavesOf(outer)) {
      if (tree.holds(inner, position)) continue
      const offered = look(base + position * stride)
      if (offered) found.push({ position, perUnit: (offered.cost + shortage(offered, wanted)) / wanted })
    }
    inner = outer
    outer = tree.parents[outer] as number
  }
  found.sort((a, b) => a.perUnit - b.perUnit || a.position - b.position)
  return found.slice(0, mostTried).map(({ position }) => position)
}

/** What is missing has to be found elsewhere, at about the same cost. */
function shortage({ gives, cost }: Offered, wanted: number): number {
  return gives >= wanted ? 0 : (1 + cost) * (wanted / Math.max(gives, 0.5) - 1)
}

const known = new Map<string, readonly (readonly number[])[]>()

/**
 * All ways to take one of each list or none, by rank, the best first; none has the rank after the last.
 * @param lengths how long the lists are
 */
export function combinations(lengths: readonly number[]): readonly (readonly number[])[] {
  const key = lengths.join()
  const made = known.get(key) ?? madeOf(lengths)
  known.set(key, made)
  return made
}

function madeOf(lengths: readonly number[]): number[][] {
  const all = lengths.reduce<number[][]>(
    (some, length) =>
      some.flatMap((ranks) => Array.from({ length: length + 1 }, (_, rank) => [...ranks, rank])),
    [[]],
  )
  // None on an axis changes its totals: tried early, for where they are hidden already, but after the best partner.
  const weight = (ranks: readonly number[]) =>
    ranks.reduce((sum, rank, axis) => sum + (rank === lengths[axis] ? 1 : rank), 0)
  return all.sort((a, b) => weight(a) - weight(b))
}
