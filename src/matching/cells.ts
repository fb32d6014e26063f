import type { Address, Arena } from './arena.js'
import { type CandidateTable, profileAt, type Slot } from './candidate-table.js'
import { EnvelopeMaker, meritAt } from './envelope.js'
import type { Comparison } from './features.js'
import { wordsAt } from './profile.js'

/** So many candidates share an envelope, and so many envelopes a wider one: a power of two, so that counting them is a shift. */
const fanOutBits = 2
export const fanOut = 1 << fanOutBits

/** Candidates of one region with kindred services, and over them a tree of envelopes. */
export interface Cell {
  /** How many they were when its row was made. */
  count: number
  /**
   * Where each of them lies, like beside like; then of each a brief; then the envelopes: one around every `fanOut` briefs,
   * one around every `fanOut` of those, up to one around all. 0 when there are none.
   */
  row: Address
  /** Where the envelope around all begins. */
  top: Address
  /** How many steps it is down from the one around all to a candidate. */
  depth: number
  /** Those that came since the rows were made. */
  fresh: Slot[] | undefined
  /** Whether one went since. */
  thinned: boolean
}

export const emptyCell = (): Cell => ({
  count: 0,
  row: 0,
  top: 0,
  depth: 0,
  fresh: undefined,
  thinned: false,
})

/** In the place of a candidate that went. */
const gone = 0

interface Sorted {
  readonly address: Address
  readonly kind: number
  readonly merit: number
  readonly id: string
}

/**
 * Keeps the rows of cells. They are made when a cell is looked into after a change, and depend on nothing but what is
 * in it, so that the order of arrival never shows.
 */
export class Cells<C extends { readonly id: string }> {
  private readonly maker: EnvelopeMaker

  constructor(
    private readonly table: CandidateTable<C>,
    private readonly rows: Arena,
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
      const row = this.rows.view(cell.row)
      row[row.indexOf(this.table.row(slot))] = gone
      cell.thinned = true
    }
  }

  /** Makes the rows anew if something changed. */
  settle(cell: Cell): void {
    if (cell.fresh || cell.thinned) this.rebuild(cell)
  }

  private rebuild(cell: Cell): void {
    const fresh = cell.fresh?.map((slot) => this.table.row(slot)) ?? []
    const sorted = this.inOrder([...this.remaining(cell), ...fresh])
    if (cell.row) this.rows.drop(cell.row)
    Object.assign(cell, emptyCell())
    if (sorted.length) this.layOut(cell, sorted)
  }

  private remaining({ row, count }: Cell): Uint32Array {
    return row
      ? this.rows.data.subarray(row, row + count).filter((address) => address !== gone)
      : new Uint32Array()
  }

  /** Alike by kind, then by merit; ids at last. */
  private inOrder(addresses: readonly Address[]): Address[] {
    const { data } = this.rows
    const sorted = addresses.map((address): Sorted => {
      const { id } = this.table.item(data[address] as Slot)
      return {
        address,
        kind: kindOf(data, address + profileAt),
        merit: data[address + meritAt] as number,
        id,
      }
    })
    sorted.sort((a, b) => a.kind - b.kind || b.merit - a.merit || (a.id < b.id ? -1 : 1))
    return sorted.map(({ address }) => address)
  }

  private layOut(cell: Cell, candidates: readonly Address[]): void {
    const row = [...candidates]
    let begins = candidates.map((address) => this.putBrief(row, address))
    begins = this.putAround(row, begins, (brief) => this.take(row[brief] as Address))
    for (cell.depth = 1; begins.length > 1; cell.depth++)
      begins = this.putAround(row, begins, (envelope) => this.maker.addEnvelope(row, envelope))
    cell.count = candidates.length
    cell.row = this.rows.put(row)
    cell.top = cell.row + (begins[0] as number)
  }

  /** Where the candidate lies, its merit and its tags: beside its likes, where it is quickly reached. */
  private putBrief(row: number[], address: Address): number {
    const { data } = this.rows
    const end = wordsAt(data, address + profileAt)
    const begin = row.push(address) - 1
    for (let i = address + meritAt; i < end; i++) row.push(data[i] as number)
    return begin
  }

  private take(address: Address): void {
    const { data } = this.rows
    const end = address + this.rows.lengthOf(address)
    this.maker.add(data, address + profileAt, end, data[address + meritAt] as number)
  }

  /** Puts envelopes around what begins there. @param take takes one in @returns where they begin */
  private putAround(row: number[], begins: readonly number[], take: (begin: number) => void): number[] {
    const wider: number[] = []
    for (let from = 0; from < begins.length; from += fanOut) {
      const some = begins.slice(from, from + fanOut)
      for (const begin of some) take(begin)
      wider.push(row.length)
      this.maker.finish(row, aroundThose(row.length - (some[0] as number), some.length))
    }
    return wider
  }
}

/** What an envelope is around: so many, and so far before it begins the first of them. */
const aroundThose = (before: number, count: number): number => (before << countBits) | count
const countBits = fanOutBits + 1
export const countIn = (around: number): number => around & ((1 << countBits) - 1)
export const distanceIn = (around: number): number => around >>> countBits

/** Those with like kinds have like envelopes: the first service and how sure it is, the second, for whom. */
function kindOf(data: Uint32Array, start: number): number {
  const services = data[start] as number
  const first = services ? (data[start + 1] as number) : 0
  const second = services > 1 ? (data[start + 2] as number) >>> 8 : 0
  const group = data[start + 1 + services] ? (data[start + 2 + services] as number) >>> 8 : 0
  const sureness = (255 - (first & 255)) >>> 4
  return (((first >>> 8) * 16 + sureness) * 4_096 + second) * 4_096 + group
}
