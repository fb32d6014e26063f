import { type Annealing, anneal } from './annealing.js'

/** A street to be laid out: where it lies about, and how many tiles it takes. */
export interface Block {
  readonly code: string
  readonly x: number
  readonly y: number
  readonly tiles: number
}

export interface Spot {
  readonly x: number
  readonly y: number
}

export interface Layout {
  readonly spots: ReadonlyMap<string, readonly Spot[]>
  /** Of the neighbouring pairs, the share that touch by an edge or a corner. */
  readonly touching: number
}

const empty = -1
/** What is wanted, weighed against each other by trial on Longgang. */
const weights = { anchor: 1, compact: 0.6, apart: 40, corner: 8, intruding: 1.5, broken: 150 }

/**
 * Lays blocks of tiles on a grid: each in one piece and about where it lies, neighbours touching, others not.
 * @param pairs codes of neighbours
 */
export function layOut(
  blocks: readonly Block[],
  pairs: readonly (readonly [string, string])[],
  scale: number,
  annealing: Annealing,
): Layout {
  const margin = 2
  const width = Math.ceil(Math.max(...blocks.map(({ x }) => x)) * scale) + 2 * margin + 1
  const height = Math.ceil(Math.max(...blocks.map(({ y }) => y)) * scale) + 2 * margin + 1
  const cells = new Int8Array(width * height).fill(empty)
  const target = blocks.map(({ x, y }) => ({ x: x * scale + margin, y: y * scale + margin }))
  const isPair = pairMatrix(blocks, pairs)
  const spotOf = (cell: number): Spot => ({ x: cell % width, y: Math.floor(cell / width) })
  const far = (cell: number, { x, y }: Spot) => (spotOf(cell).x - x) ** 2 + (spotOf(cell).y - y) ** 2

  for (const [block, { tiles }] of blocks.entries()) {
    const nearest = [...cells.keys()]
      .filter((cell) => cells[cell] === empty)
      .sort((a, b) => far(a, target[block] as Spot) - far(b, target[block] as Spot) || a - b)
    for (const cell of nearest.slice(0, tiles)) cells[cell] = block
  }

  const beside = (cell: number, withCorners: boolean): number[] => {
    const { x, y } = spotOf(cell)
    const found: number[] = []
    for (const [dx, dy] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
      [1, 1],
      [1, -1],
      [-1, 1],
      [-1, -1],
    ] as const) {
      if ((dx && dy && !withCorners) || x + dx < 0 || x + dx >= width || y + dy < 0 || y + dy >= height)
        continue
      found.push(cell + dx + dy * width)
    }
    return found
  }
  const edges = Array.from(cells, (_, cell) => beside(cell, false))
  const around = Array.from(cells, (_, cell) => beside(cell, true))

  const touchesOf = (near: readonly (readonly number[])[]): Int16Array => {
    const touches = new Int16Array(blocks.length ** 2)
    for (let cell = 0; cell < cells.length; cell++) {
      const mine = cells[cell] as number
      if (mine === empty) continue
      for (const other of near[cell] as number[]) {
        const theirs = cells[other] as number
        if (theirs > mine)
          touches[mine * blocks.length + theirs] = (touches[mine * blocks.length + theirs] ?? 0) + 1
      }
    }
    return touches
  }

  const energy = (): number => {
    const byEdge = touchesOf(edges)
    const byCorner = touchesOf(around)
    let sum = 0
    for (const [at, wanted] of isPair.entries()) {
      if (wanted && !byEdge[at]) sum += byCorner[at] ? weights.corner : weights.apart
      if (!wanted) sum += weights.intruding * (byEdge[at] ?? 0)
    }
    for (let cell = 0; cell < cells.length; cell++) {
      const mine = cells[cell] as number
      if (mine === empty) continue
      sum += weights.anchor * Math.sqrt(far(cell, target[mine] as Spot))
      for (const other of edges[cell] as number[]) if (cells[other] !== mine) sum += weights.compact
    }
    return sum + weights.broken * (piecesOf(cells, edges) - blocks.length)
  }

  const { random } = annealing
  const propose = (): (() => void) => {
    const a = Math.floor(random() * cells.length)
    const near = around[a] as number[]
    const b =
      random() < 0.6
        ? (near[Math.floor(random() * near.length)] as number)
        : Math.floor(random() * cells.length)
    const exchange = () => {
      const kept = cells[a] as number
      cells[a] = cells[b] as number
      cells[b] = kept
    }
    exchange()
    return exchange
  }
  const keep = () => {
    const copy = cells.slice()
    return () => cells.set(copy)
  }
  anneal(annealing, energy, propose, keep)

  const touches = touchesOf(around)
  const wanted = [...isPair.keys()].filter((at) => isPair[at])
  const left = Math.min(
    ...[...cells.keys()].filter((cell) => cells[cell] !== empty).map((cell) => spotOf(cell).x),
  )
  const top = Math.min(
    ...[...cells.keys()].filter((cell) => cells[cell] !== empty).map((cell) => spotOf(cell).y),
  )
  const spots = new Map<string, Spot[]>(blocks.map(({ code }) => [code, []]))
  for (const [cell, block] of cells.entries()) {
    if (block === empty) continue
    const { x, y } = spotOf(cell)
    spots.get(blocks[block]?.code ?? '')?.push({ x: x - left, y: y - top })
  }
  return { spots, touching: wanted.filter((at) => touches[at]).length / wanted.length }
}

/** By the positions of two blocks, the smaller first. */
function pairMatrix(blocks: readonly Block[], pairs: readonly (readonly [string, string])[]): boolean[] {
  const at = new Map(blocks.map(({ code }, index) => [code, index]))
  const isPair = Array.from({ length: blocks.length ** 2 }, () => false)
  for (const [a, b] of pairs) {
    const [first = 0, second = 0] = [at.get(a) ?? 0, at.get(b) ?? 0].sort((x, y) => x - y)
    isPair[first * blocks.length + second] = true
  }
  return isPair
}

function piecesOf(cells: Int8Array, edges: readonly (readonly number[])[]): number {
  const seen = new Uint8Array(cells.length)
  let pieces = 0
  for (let start = 0; start < cells.length; start++) {
    if (seen[start] || cells[start] === empty) continue
    pieces++
    const open = [start]
    seen[start] = 1
    for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
      for (const next of edges[cell] as number[]) {
        if (seen[next] || cells[next] !== cells[start]) continue
        seen[next] = 1
        open.push(next)
      }
    }
  }
  return pieces
}
