import type { Grid } from './grid.js'
import { changedBy, cornersOf, type Partners, type Signed } from './move.js'
import { combinations, partnersOn } from './partners.js'

/** Up: a number could be larger than it is. Down: smaller. */
type Way = 'up' | 'down'

interface Choice {
  readonly leaf: readonly number[]
  readonly partners: Partners
  readonly changed: Signed
  /** How far the table can go this way. */
  readonly reach: number
  readonly perUnit: number
}

/** How much of each leaf other moves of the same proof have used. */
type Taken = ReadonlyMap<number, number>

const nothing: Taken = new Map()

/**
 * Hides cells until each that must not be told could have any of a range of values, for all that is published. For each
 * it finds moves: other tables, whole and not negative, with the same published sums. To hide more later never takes a
 * move away, so that what was proved for one cell stays true.
 */
export class Protection {
  readonly isHidden: Uint8Array
  /** How much larger and smaller each cell is known to be able to be. */
  private readonly reached: Readonly<Record<Way, Float64Array>>

  constructor(private readonly grid: Grid) {
    this.isHidden = new Uint8Array(grid.size)
    this.reached = { up: new Float64Array(grid.size), down: new Float64Array(grid.size) }
  }

  hide(cell: number): void {
    this.isHidden[cell] = 1
  }

  /**
   * Hides what it takes until a hidden cell could be larger, or smaller, by `amount`.
   * @param amount at most the cell's count when the way is down
   */
  widen(cell: number, way: Way, amount: number): void {
    if ((this.reached[way][cell] as number) >= amount) return
    const taken = new Map<number, number>()
    let left = amount
    for (const leaf of this.leavesUnder(cell, way, amount)) {
      while (left > 0) {
        const choice = this.cheapest(cell, leaf, way, left, taken)
        if (!choice) break
        const step = Math.min(left, choice.reach)
        this.use(choice, way, step, taken)
        left -= step
      }
      if (left <= 0) break
    }
    this.reached[way][cell] = amount - left
  }

  /** One leaf of the cell to grow; to shrink, as many as hold the amount. */
  private leavesUnder(cell: number, way: Way, amount: number): number[][] {
    const found: number[][] = []
    let held = 0
    const isEnough = () => found.length > 0 && (way === 'up' || held >= amount)
    const wantsMass = this.grid.counts[cell] !== 0
    const walk = (positions: readonly number[], axis: number): void => {
      const tree = this.grid.axes[axis]
      const at = this.grid.cellAt(positions)
      const isOf = wantsMass ? this.grid.counts[at] : this.grid.known[at]
      if (isEnough() || !isOf) return
      if (!tree) {
        found.push([...positions])
        held += this.grid.counts[at] as number
      } else if (tree.isLeaf(positions[axis] as number)) walk(positions, axis + 1)
      else
        for (const child of tree.childrenOf(positions[axis] as number))
          walk(positions.with(axis, child), axis)
    }
    walk(this.grid.positionsOf(cell), 0)
    return found
  }

  /** Of the moves that are tried, the one that costs least for what it brings; undefined when none brings anything. */
  private cheapest(
    cell: number,
    leaf: readonly number[],
    way: Way,
    wanted: number,
    taken: Taken,
  ): Choice | undefined {
    const tried = this.partners(cell, leaf, way, wanted, taken)
    let best: Choice | undefined
    for (const ranks of combinations(tried.map(({ length }) => length))) {
      const partners = tried.map((each, axis) => each[ranks[axis] as number])
      const corners = cornersOf(this.grid, leaf, partners)
      const reach = this.reachOf(corners, way, taken)
      const gain = Math.min(reach, wanted)
      // The corners are the cheap part to look at, and alone are often too dear.
      if (gain <= 0 || (best && this.costOf(corners) / gain >= best.perUnit)) continue
      const changed = changedBy(this.grid, leaf, partners)
      const perUnit = this.costOf(changed) / gain
      if (!best || perUnit < best.perUnit) best = { leaf, partners, changed, reach, perUnit }
      if (perUnit === 0 && reach >= wanted) break
    }
    return best
  }

  /** Leaves to exchange with, for each axis. */
  private partners(
    cell: number,
    leaf: readonly number[],
    way: Way,
    wanted: number,
    taken: Taken,
  ): number[][] {
    const look = (other: number) => {
      const gives = this.available(other, taken)
      if (!this.grid.known[other] || (way === 'up' && gives <= 0)) return undefined
      return { gives: way === 'up' ? gives : wanted, cost: this.costOfCell(other) }
    }
    const positions = this.grid.positionsOf(cell)
    return positions.map((outside, axis) => partnersOn(this.grid, { axis, leaf, outside, wanted, look }))
  }

  private use({ leaf, partners, changed }: Choice, way: Way, step: number, taken: Map<number, number>): void {
    const corners = cornersOf(this.grid, leaf, partners)
    for (const corner of shrinking(corners, way)) taken.set(corner, (taken.get(corner) ?? 0) + step)
    const up = this.reachOf(corners, 'up', nothing)
    const down = this.reachOf(corners, 'down', nothing)
    for (const cell of changed.plus) this.note(cell, up, down)
    for (const cell of changed.minus) this.note(cell, down, up)
  }

  private note(cell: number, up: number, down: number): void {
    this.isHidden[cell] = 1
    if (up > (this.reached.up[cell] as number)) this.reached.up[cell] = up
    if (down > (this.reached.down[cell] as number)) this.reached.down[cell] = down
  }

  /** How far a move can go before a leaf would be less than none; 0 where it would change what nothing is known of. */
  private reachOf(corners: Signed, way: Way, taken: Taken): number {
    for (const leaf of corners.plus) if (!this.grid.known[leaf]) return 0
    for (const leaf of corners.minus) if (!this.grid.known[leaf]) return 0
    let reach = Number.POSITIVE_INFINITY
    for (const leaf of shrinking(corners, way)) reach = Math.min(reach, this.available(leaf, taken))
    return reach
  }

  private available(leaf: number, taken: Taken): number {
    return (this.grid.counts[leaf] as number) - (taken.get(leaf) ?? 0)
  }

  private costOf({ plus, minus }: Signed): number {
    let cost = 0
    for (const cell of plus) cost += this.costOfCell(cell)
    for (const cell of minus) cost += this.costOfCell(cell)
    return cost
  }

  /** Large numbers say most; a zero says something too. */
  private costOfCell(cell: number): number {
    return this.isHidden[cell] ? 0 : 1 + (this.grid.counts[cell] as number)
  }
}

function shrinking({ plus, minus }: Signed, way: Way): readonly number[] {
  return way === 'up' ? minus : plus
}
