import type { Leg } from './axis.js'
import type { Grid } from './grid.js'

/** Cells of which the first grow where the second shrink. */
export interface Signed {
  readonly plus: readonly number[]
  readonly minus: readonly number[]
}

/** The leaf that a leaf exchanges with on each axis; undefined for none. */
export type Partners = readonly (number | undefined)[]

/**
 * A move makes another table that gives the same sums: a leaf grows, its partner on each axis shrinks by as much, and so
 * on at every corner of the box between them. On an axis without a partner the sums change with the leaf.
 * @param leaf its position on each axis
 * @returns the leaf cells that the move changes
 */
export function cornersOf(grid: Grid, leaf: readonly number[], partners: Partners): Signed {
  const legs = leaf.map((position, axis): Leg => {
    const partner = partners[axis]
    return { nodes: partner === undefined ? [position] : [position, partner], plus: 1 }
  })
  return signedCells(grid, legs)
}

/** All cells that the same move changes: they must be hidden, and then nobody can tell its table from the true one. */
export function changedBy(grid: Grid, leaf: readonly number[], partners: Partners): Signed {
  const legs = grid.axes.map((axis, i) => {
    const partner = partners[i]
    return partner === undefined ? axis.above(leaf[i] as number) : axis.between(leaf[i] as number, partner)
  })
  return signedCells(grid, legs)
}

/** Every combination of the legs' nodes; an odd number of minus nodes makes a minus cell. */
function signedCells(grid: Grid, legs: readonly Leg[]): Signed {
  let plus = [0]
  let minus: number[] = []
  for (const [i, { nodes, plus: firsts }] of legs.entries()) {
    const stride = grid.strides[i] as number
    const grown: number[] = []
    const shrunk: number[] = []
    for (const [at, node] of nodes.entries()) {
      const [same, other] = at < firsts ? [grown, shrunk] : [shrunk, grown]
      for (const cell of plus) same.push(cell + node * stride)
      for (const cell of minus) other.push(cell + node * stride)
    }
    plus = grown
    minus = shrunk
  }
  return { plus, minus }
}
