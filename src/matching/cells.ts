import { type Address, Arena } from './arena.js'
import type { CandidateTable, Slot } from './candidate-table.js'
import { EnvelopeMaker } from './envelope.js'
import type { Comparison } from './features.js'

/** So many candidates share an envelope, and so many envelopes a wider one: a power of two, so that counting them is a shift. */
const fanOutBits = 2
export const fanOut = 1 << fanOutBits

/** Candidates of one region with kindred services, and over them a tree of envelopes. */
export interface Cell {
  /** How many they were when the rows were made. */
  count: number
  /** The row of slots, like beside like; 0 when there are none. */
  slots: Address
  /** The row of envelopes: one around every `fanOut` candidates, one around every `fanOut` of those, up to one around all. */
  envelopes: Address
  /** The row of where each of them begins in its row. */
  begins: Address
  /** How many steps it is down from the one around all to a candidate. */
  depth: number
  /** Those that came since the rows were made. */
  fresh: Slot[] | undefined
  /** Whether one went since. */
  thinned: boolean
}

export const emptyCell = (): Cell => ({
  count: 0,
  slots: 0,
  envelopes: 0,
  begins: 0,
  depth: 0,
  fresh: undefined,
  thinned: false,
})

/** In a row of slots: one that went. */
const gone = 0xffffffff

interface Sorted {
  readonly slot: Slot
  readonly kind: number
  readonly merit: number
  readonly id: string
}

/**
 * Keeps the rows of cells. They are made when a cell is looked into after a change, and depend on nothing but what is
 * in it, so that the order of arrival never shows.
 */
export class Cells<C extends { readonly id: string }> {
  private readonly rows = new Arena()
  private readonly maker: EnvelopeMaker

  constructor(
    private readonly table: CandidateTable<C>,
    by: Comparison,
  ) {
    this.maker = new EnvelopeMaker(by)
  }

  add(cell: Cell, slot: Slot): void {
    if (cell.fresh) cell.fresh.push(slot)
    else cell.fresh = [slot]
  }

  remove(cell: Cell, slot: Slot): void {
    const at = cell.fresh?.indexOf(slot) ?? -1
    if (at >= 0) cell.fresh?.splice(at, 1)
    else {
      const row = this.rows.view(cell.slots)
      row[row.indexOf(slot)] = gone
      cell.thinned = true
    }
  }

  /** Makes the rows anew if something changed. */
  settle(cell: Cell): void {
    if (cell.fresh || cell.thinned) this.rebuild(cell)
  }

  slot({ slots }: Cell, at: number): Slot {
    return this.rows.dataOf(slots)[this.rows.placeOf(slots) + at] as Slot
  }

  /** The buffer with the envelopes of a settled cell that has any. */
  envelopes({ envelopes }: Cell): Uint32Array {
    return this.rows.dataOf(envelopes)
  }

  /**
   * Where an envelope begins in that buffer.
   * @param level 1 for those around candidates, `depth` for the one around all
   */
  envelope(cell: Cell, level: number, number: number): number {
    let before = 0
    for (let below = 1; below < level; below++) before += countOf(cell, below)
    const begins = this.rows.dataOf(cell.begins)
    const begin = begins[this.rows.placeOf(cell.begins) + before + number] as number
    return this.rows.placeOf(cell.envelopes) + begin
  }

  private rebuild(cell: Cell): void {
    const slots = this.inOrder([...this.remaining(cell), ...(cell.fresh ?? [])])
    if (cell.slots) for (const row of [cell.slots, cell.envelopes, cell.begins]) this.rows.drop(row)
    Object.assign(cell, emptyCell())
    if (!slots.length) return
    cell.count = slots.length
    cell.slots = this.rows.put(slots)
    this.envelop(cell, slots)
  }

  private remaining({ slots }: Cell): Uint32Array {
    return slots ? this.rows.view(slots).filter((slot) => slot !== gone) : new Uint32Array()
  }

  /** Alike by kind, then by merit; ids at last. */
  private inOrder(slots: readonly Slot[]): Slot[] {
    const { table } = this
    const sorted = slots.map((slot): Sorted => {
      const kind = kindOf(table.data(slot), table.start(slot))
      return { slot, kind, merit: table.merit(slot), id: table.item(slot).id }
    })
    sorted.sort((a, b) => a.kind - b.kind || b.merit - a.merit || (a.id < b.id ? -1 : 1))
    return sorted.map(({ slot }) => slot)
  }

  private envelop(cell: Cell, slots: readonly Slot[]): void {
    const { table, maker } = this
    const row: number[] = []
    const begins: number[] = []
    for (let from = 0; from < slots.length; from += fanOut) {
      begins.push(row.length)
      for (const slot of slots.slice(from, from + fanOut)) {
        const start = table.start(slot)
        maker.add(table.data(slot), start, start + table.length(slot), table.merit(slot))
      }
      maker.finish(row)
    }
    cell.depth = 1
    for (let first = 0; begins.length - first > 1; cell.depth++) {
      const end = begins.length
      for (let from = first; from < end; from += fanOut) {
        begins.push(row.length)
        for (const begin of begins.slice(from, Math.min(end, from + fanOut))) maker.addEnvelope(row, begin)
        maker.finish(row)
      }
      first = end
    }
    cell.envelopes = this.rows.put(row)
    cell.begins = this.rows.put(begins)
  }
}

/** How many envelopes a cell has at a level; at level 0, how many candidates. */
export function countOf({ count }: Cell, level: number): number {
  const bits = fanOutBits * level
  return (count + (1 << bits) - 1) >>> bits
}

/** Those with like kinds have like envelopes: the first service and how sure it is, the second, for whom. */
function kindOf(data: Uint32Array, start: number): number {
  const services = data[start] as number
  const first = services ? (data[start + 1] as number) : 0
  const second = services > 1 ? (data[start + 2] as number) >>> 8 : 0
  const group = data[start + 1 + services] ? (data[start + 2 + services] as number) >>> 8 : 0
  const sureness = (255 - (first & 255)) >>> 4
  return (((first >>> 8) * 16 + sureness) * 4_096 + second) * 4_096 + group
}
