/** One place on an axis of a table of counts: a region, a category, a month. */
export interface AxisNode {
  readonly id: string
  /** Missing for the axis's only root, the total. */
  readonly parent?: string
  /** Counts of it, and of all below it, are counts of a sensitive group. */
  readonly isSensitive?: boolean
}

/** A plus or minus node of a move, by its position in the axis. */
export interface Leg {
  readonly nodes: readonly number[]
  /** So many of `nodes`, from the first, grow where the others shrink. */
  readonly plus: number
}

/** The tree along one side of a table, its nodes in an order in which all that lies below one follows it directly. */
export class Axis {
  readonly ids: readonly string[]
  readonly isSensitive: readonly boolean[]
  /** Positions of the nodes that have none below them. */
  readonly leaves: readonly number[]
  readonly parents: readonly number[]
  private readonly ends: number[] = []
  private readonly positions = new Map<string, number>()
  private readonly leavesBelow: readonly (readonly number[])[]
  private readonly chains: readonly (readonly number[])[]

  /** @throws RangeError unless the nodes make one tree, each id once */
  constructor(nodes: readonly AxisNode[]) {
    const below = new Map<string | undefined, AxisNode[]>()
    for (const node of nodes) below.set(node.parent, [...(below.get(node.parent) ?? []), node])
    const roots = below.get(undefined) ?? []
    const [root] = roots
    if (!root || roots.length > 1) throw new RangeError(`axis: ${roots.length} roots`)
    const ordered: AxisNode[] = []
    const parents: number[] = []
    const isSensitive: boolean[] = []
    const walk = (node: AxisNode, parent: number): void => {
      if (this.positions.has(node.id)) throw new RangeError(`axis: ${node.id} stands twice`)
      const position = ordered.push(node) - 1
      this.positions.set(node.id, position)
      parents.push(parent)
      isSensitive.push(node.isSensitive === true || (isSensitive[parent] ?? false))
      for (const child of below.get(node.id) ?? []) walk(child, position)
      this.ends[position] = ordered.length
    }
    walk(root, -1)
    if (ordered.length < nodes.length) throw new RangeError('axis: some nodes hang on no root')
    this.ids = ordered.map(({ id }) => id)
    this.isSensitive = isSensitive
    this.parents = parents
    this.leaves = ordered.flatMap((_, position) => (this.isLeaf(position) ? [position] : []))
    this.leavesBelow = parents.map((_, position) => this.leaves.filter((leaf) => this.holds(position, leaf)))
    this.chains = parents.map((_, position) => this.chainOf(position))
  }

  get size(): number {
    return this.ids.length
  }

  /** @throws RangeError for an id that is not there */
  positionOf(id: string): number {
    const position = this.positions.get(id)
    if (position === undefined) throw new RangeError(`axis: no ${id}`)
    return position
  }

  isLeaf(position: number): boolean {
    return this.ends[position] === position + 1
  }

  holds(position: number, other: number): boolean {
    return other >= position && other < (this.ends[position] as number)
  }

  childrenOf(position: number): number[] {
    const children: number[] = []
    for (let at = position + 1; at < (this.ends[position] as number); at = this.ends[at] as number)
      children.push(at)
    return children
  }

  leavesOf(position: number): readonly number[] {
    return this.leavesBelow[position] as readonly number[]
  }

  /** All sums that change when something moves from leaf `to` to leaf `from`; the sums of both stay as they are. */
  between(from: number, to: number): Leg {
    const plus = this.chain(from).filter((position) => !this.holds(position, to))
    return {
      nodes: [...plus, ...this.chain(to).filter((position) => !this.holds(position, from))],
      plus: plus.length,
    }
  }

  /** All sums that grow with a leaf. */
  above(leaf: number): Leg {
    const nodes = this.chain(leaf)
    return { nodes, plus: nodes.length }
  }

  private chain(position: number): readonly number[] {
    return this.chains[position] as readonly number[]
  }

  private chainOf(position: number): number[] {
    const chain: number[] = []
    for (let at = position; at >= 0; at = this.parents[at] as number) chain.push(at)
    return chain
  }
}
