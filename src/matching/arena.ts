import { Memory, mostPages, sizeOfNumber, sizeOfPage } from './wasm.js'

/** Where a row begins. 0 is nowhere. */
export type Address = number

const entriesOfPage = sizeOfPage / sizeOfNumber

/**
 * Many rows of 32-bit numbers in one memory, in reach of WebAssembly. A row of its own buffer each would take a hundred
 * bytes beside its content. A row has one entry before it, its length. Freed rows are used again for rows of about their
 * length. The memory grows in its place, and is a shared one so that views of it stay good when it does.
 */
export class Arena {
  readonly memory = new Memory({ initial: 1, maximum: mostPages, shared: true })
  private entries = new Uint32Array(this.memory.buffer)
  private used = 0
  private readonly free = new Map<number, Address[]>()

  /** What the rows lie in; another view when a row was put since. */
  get data(): Uint32Array {
    return this.entries
  }

  /** Copies a row in. */
  put(row: readonly number[]): Address {
    const address = this.make(row.length)
    const { data } = this
    for (let i = 0; i < row.length; i++) data[address + i] = row[i] as number
    return address
  }

  /** A row that is still to be written. */
  make(length: number): Address {
    const address = this.take(roomFor(length))
    this.data[address - 1] = length
    return address
  }

  drop(address: Address): void {
    const room = roomFor(this.lengthOf(address))
    const freed = this.free.get(room)
    if (freed) freed.push(address)
    else this.free.set(room, [address])
  }

  lengthOf(address: Address): number {
    return this.entries[address - 1] as number
  }

  /** The row itself, not a copy: good until it is dropped. */
  view(address: Address): Uint32Array {
    return this.entries.subarray(address, address + this.lengthOf(address))
  }

  private take(room: number): Address {
    const freed = this.free.get(room)?.pop()
    if (freed !== undefined) return freed
    const address = this.used + 1
    this.used += room + 1
    if (this.used > this.entries.length) this.grow()
    return address
  }

  /** By an eighth at least: what is not written to takes no memory. */
  private grow(): void {
    const { length } = this.entries
    const missing = Math.max(this.used - length, length / 8)
    this.memory.grow(Math.ceil(missing / entriesOfPage))
    this.entries = new Uint32Array(this.memory.buffer)
  }
}

/** Steps of an eighth at most, so that a freed row soon fits another; exact below 16. */
function roomFor(length: number): number {
  if (length <= 16) return Math.max(1, length)
  const step = 1 << (28 - Math.clz32(length))
  return Math.ceil(length / step) * step
}
