import { type Address, Arena } from './arena.js'
import { BoundQueue } from './bound-queue.js'
import type { Bound } from './bounds.js'
import { CandidateTable, profileAt, type Slot } from './candidate-table.js'
import { type Cell, Cells, countIn, distanceIn, emptyCell } from './cells.js'
import type { Comparison } from './features.js'
import type { Packed } from './profile.js'

/** Something that can be found. */
export interface Candidate {
  readonly id: string
  /** Region codes it is bound to; undefined: none. */
  readonly regions: readonly string[] | undefined
  /** Whether it is found wherever one looks, beside its regions. */
  readonly everywhere: boolean
}

export interface Search {
  /** Region codes a candidate may be bound to, nearest first; undefined: any. */
  readonly regions: readonly string[] | undefined
  readonly bound: Bound
  /**
   * The most that a candidate's place and whatever else is neither text nor merit can add, in log-odds: for each of
   * `regions`, and last for those found everywhere, or for all where any region will do.
   */
  readonly beside: readonly number[]
}

/**
 * Looks at one candidate. Returns the log-odds that it takes from now on to be of any use.
 * @param data where its packed profile lies, from `start` to `end`
 * @param most how high it can score, in log-odds
 */
export type Look = (slot: Slot, data: Uint32Array, start: number, end: number, most: number) => number

/** No search looks at more candidates than this, however many there are. */
export const mostLooks = 4_096

/** Bounds and scores are sums in different orders of numbers with seven digits. */
export const rounding = 1e-4

/** Where those are filed that are found everywhere, and those that are bound to an empty list of regions. */
const everywhere = '*'
const nowhere = ''

/**
 * Finds the best among any number of candidates without looking at the rest. They are filed by region and by their
 * surest service in cells, and in a cell by likeness in blocks. Envelopes around cells and blocks tell how high
 * anything within can score at most. A search opens what promises most, cells first and then their blocks, and ends
 * when nothing that is left promises enough (branch and bound; block-max WAND: Ding and Suel, SIGIR 2011). It misses
 * nothing unless it ends at `mostLooks`.
 */
export class CandidateIndex<C extends Candidate> {
  /** Where profiles and envelopes lie. */
  readonly rows = new Arena()
  private readonly table = new CandidateTable<C>(this.rows)
  private readonly slots = new Map<string, Slot>()
  private readonly cells: Cells<C>
  private shelves: ReadonlyMap<string, Shelf> = new Map()
  private readonly queue = new BoundQueue()
  private readonly families: number

  constructor(by: Comparison) {
    this.cells = new Cells(this.table, this.rows, by)
    this.families = (by.services >>> familyBits) + 1
  }

  get size(): number {
    return this.slots.size
  }

  get(id: string): (C & Packed) | undefined {
    const slot = this.slots.get(id)
    return slot === undefined ? undefined : this.whole(slot)
  }

  /** A candidate that a search shows. */
  at(slot: Slot): C {
    return this.table.item(slot)
  }

  /** Its packed profile: good until it goes. */
  packed(slot: Slot): Uint32Array {
    return this.table.packed(slot)
  }

  ids(): Iterable<string> {
    return this.slots.keys()
  }

  *all(): Iterable<C & Packed> {
    for (const slot of this.slots.values()) yield this.whole(slot)
  }

  /**
   * Adds, or puts in the place of the one with the same id.
   * @param merit the most that it adds to the log-odds of its text by itself, whatever it is compared with
   */
  put(candidate: C, packed: Uint32Array, merit: number): void {
    this.remove(candidate.id)
    const slot = this.table.add(candidate, packed, merit)
    this.slots.set(candidate.id, slot)
    for (const cell of this.cellsOf(slot)) this.cells.add(cell, slot)
  }

  remove(id: string): void {
    const slot = this.slots.get(id)
    if (slot === undefined) return
    for (const cell of this.cellsOf(slot)) this.cells.remove(cell, slot)
    this.slots.delete(id)
    this.table.remove(slot)
  }

  clear(): void {
    for (const id of [...this.slots.keys()]) this.remove(id)
    this.settle()
    this.shelves = new Map()
  }

  /** Brings in order what came and went, so that no search has to. */
  settle(): void {
    for (const shelf of this.shelves.values()) for (const cell of shelf) this.cells.settle(cell)
  }

  /** Shows candidates, those that promise most first; one that is bound to several regions perhaps several times. */
  search(search: Search, look: Look): void {
    const { queue, rows } = this
    const { bound, beside } = search
    this.enqueue(search)
    let least = Number.NEGATIVE_INFINITY
    let left = mostLooks
    while (left > 0 && queue.take() && queue.bound > least - rounding) {
      const { envelope, level, region } = queue
      const around = rows.data[envelope] as number
      const first = envelope - distanceIn(around)
      const count = countIn(around)
      const more = beside[region] as number
      if (level > 1) {
        bound.envelopes(first, count)
        for (let i = 0; i < count; i++) {
          const most = (bound.bounds[i] as number) + more
          if (most > least - rounding) queue.push(most, bound.begins[i] as number, level - 1, region)
        }
      } else {
        bound.briefs(first, count)
        for (let i = 0; i < count && left > 0; i++, left--) {
          const most = (bound.bounds[i] as number) + more
          if (most > least - rounding) least = this.show(bound.begins[i] as number, most, look)
        }
      }
    }
  }

  /** Begins with the cells that can hold what is looked for. */
  private enqueue(search: Search): void {
    const { queue, cells } = this
    const { bound, beside } = search
    queue.clear()
    for (const [region, shelf] of this.shelvesFor(search)) {
      for (const cell of shelf) {
        cells.settle(cell)
        if (!cell.count) continue
        bound.envelopes(cell.top, 1)
        queue.push((bound.bounds[0] as number) + (beside[region] as number), cell.top, cell.depth, region)
      }
    }
  }

  private show(row: Address, most: number, look: Look): number {
    const { data } = this.rows
    return look(data[row] as Slot, data, row + profileAt, row + this.rows.lengthOf(row), most)
  }

  /** With the place of each in `beside`. */
  private shelvesFor({ regions, beside }: Search): [level: number, shelf: Shelf][] {
    if (!regions) return Array.from(this.shelves.values(), (shelf) => [beside.length - 1, shelf])
    return [...regions, everywhere].flatMap((region, level) => {
      const shelf = this.shelves.get(region)
      return shelf ? [[level, shelf] as [number, Shelf]] : []
    })
  }

  private whole(slot: Slot): C & Packed {
    return { ...this.table.item(slot), packed: this.table.packed(slot) }
  }

  private cellsOf(slot: Slot): Cell[] {
    const { data } = this.rows
    const start = this.table.row(slot) + profileAt
    const surest = data[start] ? (data[start + 1] as number) >>> 8 : 0
    return filedUnder(this.table.item(slot)).map((region) => {
      let shelf = this.shelves.get(region)
      if (!shelf) {
        shelf = Array.from({ length: this.families }, emptyCell)
        // In the order of their names, so that the order of arrival does not show.
        this.shelves = new Map(
          [...this.shelves, [region, shelf] as const].sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      }
      return shelf[surest >>> familyBits] as Cell
    })
  }
}

/** The cells of one region, by family. */
type Shelf = readonly Cell[]

/** Eight services that follow each other in the taxonomy: kindred ones, mostly. */
const familyBits = 3

function filedUnder({ regions = [], everywhere: free }: Candidate): string[] {
  const under = [...new Set(regions)]
  if (free) under.push(everywhere)
  return under.length ? under : [nowhere]
}
