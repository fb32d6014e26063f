import type { Address, Arena } from './arena.js'
import { meritEntry } from './envelope.js'

/** A candidate's number while it is held; numbers of those that went are given again. */
export type Slot = number

/** Where in the row of a candidate its packed profile begins: after its slot and its merit. */
export const profileAt = 2

/** Candidates with their packed profiles and merits, by number. */
export class CandidateTable<C> {
  private readonly items: (C | undefined)[] = []
  private readonly free: Slot[] = []
  private addresses = new Uint32Array(16)

  constructor(private readonly rows: Arena) {}

  add(item: C, packed: Uint32Array, merit: number): Slot {
    const slot = this.free.pop() ?? this.items.length
    if (slot >= this.addresses.length) this.grow()
    this.items[slot] = item
    const address = this.rows.make(profileAt + packed.length)
    this.rows.data[address] = slot
    this.rows.data[address + 1] = meritEntry(merit)
    this.rows.data.set(packed, address + profileAt)
    this.addresses[slot] = address
    return slot
  }

  remove(slot: Slot): void {
    this.rows.drop(this.row(slot))
    this.items[slot] = undefined
    this.free.push(slot)
  }

  item(slot: Slot): C {
    return this.items[slot] as C
  }

  /** Where its slot, its merit and its packed profile lie. */
  row(slot: Slot): Address {
    return this.addresses[slot] as Address
  }

  /** The packed profile itself: good until the candidate goes. */
  packed(slot: Slot): Uint32Array {
    const row = this.row(slot)
    return this.rows.data.subarray(row + profileAt, row + this.rows.lengthOf(row))
  }

  private grow(): void {
    const addresses = new Uint32Array(2 * this.addresses.length)
    addresses.set(this.addresses)
    this.addresses = addresses
  }
}
