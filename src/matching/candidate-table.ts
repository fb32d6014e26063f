import { Arena } from './arena.js'

/** A candidate's number while it is held; numbers of those that went are given again. */
export type Slot = number

/** Candidates with their packed profiles and merits, by number. */
export class CandidateTable<C> {
  private readonly profiles = new Arena()
  private readonly items: (C | undefined)[] = []
  private readonly free: Slot[] = []
  private addresses = new Uint32Array(16)
  private merits = new Float64Array(16)

  add(item: C, packed: Uint32Array, merit: number): Slot {
    const slot = this.free.pop() ?? this.items.length
    if (slot >= this.merits.length) this.grow()
    this.items[slot] = item
    this.addresses[slot] = this.profiles.put(packed)
    this.merits[slot] = merit
    return slot
  }

  remove(slot: Slot): void {
    this.profiles.drop(this.addresses[slot] as number)
    this.items[slot] = undefined
    this.free.push(slot)
  }

  item(slot: Slot): C {
    return this.items[slot] as C
  }

  merit(slot: Slot): number {
    return this.merits[slot] as number
  }

  /** The buffer that holds the packed profile, from `start` on. */
  data(slot: Slot): Uint32Array {
    return this.profiles.dataOf(this.addresses[slot] as number)
  }

  start(slot: Slot): number {
    return this.profiles.placeOf(this.addresses[slot] as number)
  }

  length(slot: Slot): number {
    return this.profiles.lengthOf(this.addresses[slot] as number)
  }

  /** The packed profile itself: good until the candidate goes. */
  packed(slot: Slot): Uint32Array {
    return this.profiles.view(this.addresses[slot] as number)
  }

  private grow(): void {
    const size = this.merits.length * 2
    const [addresses, merits] = [new Uint32Array(size), new Float64Array(size)]
    addresses.set(this.addresses)
    merits.set(this.merits)
    this.addresses = addresses
    this.merits = merits
  }
}
