import { Axis, type AxisNode } from './axis.js'

/** What is counted at one place: an id for each axis, in their order, each of a node without others below it. */
export interface LeafCount {
  readonly at: readonly string[]
  /** A whole number >= 0; undefined where nothing is known, which is not the same as none. */
  readonly count: number | undefined
}

/** A table of counts as it is known inside. Leaves that are not named count 0. */
export interface CountTable {
  /** One to three trees, e.g. regions, categories, months. */
  readonly axes: readonly (readonly AxisNode[])[]
  readonly leaves: Iterable<LeafCount>
}

/** A table with all its totals, by cell number. */
export class Grid {
  readonly axes: readonly Axis[]
  readonly size: number
  /** Of what is known. */
  readonly counts: Float64Array
  /** How many of the leaves in each cell are known. */
  readonly known: Float64Array
  readonly strides: readonly number[]

  /** @throws RangeError for a table that is not well formed */
  constructor({ axes, leaves }: CountTable) {
    if (axes.length < 1 || axes.length > 3) throw new RangeError(`table: ${axes.length} axes`)
    this.axes = axes.map((nodes) => new Axis(nodes))
    this.strides = this.axes.map((_, at) =>
      this.axes.slice(at + 1).reduce((product, { size }) => product * size, 1),
    )
    this.size = this.axes.reduce((product, { size }) => product * size, 1)
    this.counts = new Float64Array(this.size)
    this.known = new Float64Array(this.size)
    for (const cell of this.leafCells()) this.known[cell] = 1
    for (const { at, count } of leaves) this.fill(at, count)
    this.addUp(this.counts)
    this.addUp(this.known)
  }

  /** @param positions one for each axis */
  cellAt(positions: readonly number[]): number {
    let cell = 0
    for (let axis = 0; axis < positions.length; axis++)
      cell += (positions[axis] as number) * (this.strides[axis] as number)
    return cell
  }

  /** @param at an id for each axis. @throws RangeError for an id that is not there */
  cellOf(at: readonly string[]): number {
    return this.cellAt(this.axes.map((axis, i) => axis.positionOf(at[i] ?? '')))
  }

  idsOf(cell: number): string[] {
    return this.positionsOf(cell).map((position, i) => this.axes[i]?.ids[position] as string)
  }

  isSensitive(cell: number): boolean {
    return this.positionsOf(cell).some((position, i) => this.axes[i]?.isSensitive[position])
  }

  positionsOf(cell: number): number[] {
    return this.axes.map(({ size }, axis) => Math.floor(cell / (this.strides[axis] as number)) % size)
  }

  private fill(at: readonly string[], count: number | undefined): void {
    const positions = this.axes.map((axis, i) => axis.positionOf(at[i] ?? ''))
    if (!positions.every((position, i) => this.axes[i]?.isLeaf(position)))
      throw new RangeError(`table: ${at.join(' ')} is a total`)
    if (count !== undefined && !(Number.isSafeInteger(count) && count >= 0))
      throw new RangeError(`table: ${at.join(' ')} counts ${count}`)
    const cell = this.cellAt(positions)
    this.counts[cell] = (this.counts[cell] as number) + (count ?? 0)
    this.known[cell] = count === undefined ? 0 : 1
  }

  private *leafCells(): Generator<number> {
    let cells = [0]
    for (const [axis, { leaves }] of this.axes.entries())
      cells = cells.flatMap((cell) => leaves.map((leaf) => cell + leaf * (this.strides[axis] as number)))
    yield* cells
  }

  /** Each axis in turn: what lies deeper comes later in it, so that one pass backwards adds everything to its parent. */
  private addUp(values: Float64Array): void {
    for (const [i, { size, parents }] of this.axes.entries()) {
      const stride = this.strides[i] as number
      for (let cell = this.size - 1; cell >= 0; cell--) {
        const position = Math.floor(cell / stride) % size
        const parent = parents[position] as number
        if (parent < 0) continue
        const above = cell - (position - parent) * stride
        values[above] = (values[above] as number) + (values[cell] as number)
      }
    }
  }
}
