import { WordTree } from '../platform/text/index.js'
import { nowhere, SeenPieces } from './seen-pieces.js'

/** How many characters may stand in a gap. */
const widestGap = 8
const sentenceEnd = /[。!?！？\n]/

/** One expression found in a text, from `start` to `end` (UTF-16 offsets, end exclusive). */
export interface Found {
  /** By its number. */
  readonly expression: number
  readonly start: number
  readonly end: number
}

/** An expression that ends with a piece. */
interface Closing {
  readonly expression: number
  /** The piece before the last, `nowhere` for an expression of one piece. */
  readonly before: number
}

/**
 * Finds all of many expressions in a text: characters that stand together, or several such pieces with up to eight characters
 * of one sentence between them. A piece's number is its node in a tree of all pieces.
 */
export class Expressions {
  private readonly tree = new WordTree()
  private readonly lengths: number[] = []
  /** The pieces of each expression. */
  private readonly pieces: number[][] = []
  private readonly closings = new Map<number, Closing[]>()
  private readonly continuing = new Set<number>()
  private readonly seen = new SeenPieces()
  /** Made when it is first asked for, of what was added until then. */
  private layout: Layout | undefined

  /** The number of a new expression: 0, 1, ... @param pieces one or more, none empty */
  add(pieces: readonly string[]): number {
    this.layout = undefined
    const nodes = pieces.map((piece) => this.pieceFor(piece))
    const expression = this.pieces.push(nodes) - 1
    for (const piece of nodes.slice(0, -1)) this.continuing.add(piece)
    const last = nodes.at(-1) as number
    const closings = this.closings.get(last) ?? []
    closings.push({ expression, before: nodes.at(-2) ?? nowhere })
    this.closings.set(last, closings)
    return expression
  }

  /** Those in a normalised text, in order of their last piece's beginning. */
  find(text: string): Found[] {
    const { tree, seen } = this
    this.layout ??= new Layout(tree.size, this.closings, this.continuing)
    const { closingsFrom, continues } = this.layout
    const found: Found[] = []
    seen.clear()
    for (let start = 0; start < text.length; start++) {
      let node = tree.first(text.charCodeAt(start))
      for (let end = start + 1; node; end++) {
        const from = closingsFrom[node] as number
        const to = closingsFrom[node + 1] as number
        if (from < to) this.close(text, from, to, start, end, found)
        if (continues[node]) seen.add(node, start, end - start)
        node = end < text.length ? tree.next(node, text.charCodeAt(end)) : 0
      }
    }
    return found
  }

  /** Takes those of some closings whose last piece stands from `start` to `end` and the others before it. */
  private close(text: string, from: number, to: number, start: number, end: number, found: Found[]): void {
    const { expressions, before } = this.layout as Layout
    for (let i = from; i < to; i++) {
      const piece = before[i] as number
      if (piece !== nowhere && !this.seen.may(piece)) continue
      const expression = expressions[i] as number
      const pieces = this.pieces[expression] as readonly number[]
      const begins = this.beginning(text, pieces, pieces.length - 1, start)
      if (begins !== nowhere) found.push({ expression, start: begins, end })
    }
  }

  /** Where an expression begins whose piece `last` stands at `start`; `nowhere` when the pieces before it do not. */
  private beginning(text: string, pieces: readonly number[], last: number, start: number): number {
    if (last === 0) return start
    const { seen } = this
    const before = pieces[last - 1] as number
    const least = start - widestGap
    for (
      let place = seen.lastOf(before, least);
      place !== nowhere;
      place = seen.lastOf(before, least, place)
    ) {
      const end = seen.endOf(place)
      if (end > start) continue
      if (sentenceEnd.test(text.slice(end, start))) return nowhere
      const from = this.beginning(text, pieces, last - 1, end - (this.lengths[before] as number))
      if (from !== nowhere) return from
    }
    return nowhere
  }

  private pieceFor(characters: string): number {
    const node = this.tree.add(characters)
    this.lengths[node] = characters.length
    return node
  }
}

/** What ends and goes on at each node of the tree, in flat arrays: a text meets thirty nodes, each far from the other. */
class Layout {
  /** Where the closings of each node begin; those of the next begin where they end. */
  readonly closingsFrom: Int32Array
  readonly expressions: Int32Array
  readonly before: Int32Array
  /** 1 for pieces that something follows in any expression. */
  readonly continues: Uint8Array

  constructor(
    nodes: number,
    closings: ReadonlyMap<number, readonly Closing[]>,
    continuing: ReadonlySet<number>,
  ) {
    const inOrder = Array.from({ length: nodes + 1 }, (_, node) => closings.get(node) ?? [])
    const all = inOrder.flat()
    this.expressions = Int32Array.from(all, ({ expression }) => expression)
    this.before = Int32Array.from(all, ({ before }) => before)
    this.closingsFrom = new Int32Array(nodes + 2)
    for (const [node, { length }] of inOrder.entries())
      this.closingsFrom[node + 1] = (this.closingsFrom[node] as number) + length
    this.continues = Uint8Array.from({ length: nodes + 1 }, (_, node) => (continuing.has(node) ? 1 : 0))
  }
}
