/** A buffer has 4 MB at most; the first are smaller, since many a matcher holds little. */
const chunkBits = 20
const largest = 1 << chunkBits
const smallest = 1 << 10

/** Where a row begins: number of its buffer and place in it. 0 is nowhere. */
export type Address = number

/**
 * Many rows of 32-bit numbers in a few large buffers. A row of its own buffer each would take a hundred bytes beside
 * its content. A row has one entry before it, its length. Freed rows are used again for rows of about their length.
 */
export class Arena {
  private readonly chunks: Uint32Array[] = []
  /** The shared buffer that is being filled, and how far it is. */
  private filling = -1
  private used = 0
  private readonly free = new Map<number, Address[]>()

  /** Copies a row in. */
  put(row: Uint32Array | readonly number[], length = row.length): Address {
    const address = this.take(roomFor(length))
    const data = this.dataOf(address)
    const at = this.placeOf(address)
    data[at - 1] = length
    for (let i = 0; i < length; i++) data[at + i] = row[i] as number
    return address
  }

  drop(address: Address): void {
    const room = roomFor(this.lengthOf(address))
    const freed = this.free.get(room)
    if (freed) freed.push(address)
    else this.free.set(room, [address])
  }

  /** The buffer that a row lies in. */
  dataOf(address: Address): Uint32Array {
    return this.chunks[address >>> chunkBits] as Uint32Array
  }

  /** Where in its buffer a row begins. */
  placeOf(address: Address): number {
    return address & (largest - 1)
  }

  lengthOf(address: Address): number {
    return this.dataOf(address)[this.placeOf(address) - 1] as number
  }

  /** The row itself, not a copy: good until it is dropped. */
  view(address: Address): Uint32Array {
    const at = this.placeOf(address)
    return this.dataOf(address).subarray(at, at + this.lengthOf(address))
  }

  private take(room: number): Address {
    const freed = this.free.get(room)?.pop()
    if (freed !== undefined) return freed
    // A row longer than a buffer gets one of its own: only where a row begins must be within reach of an address.
    if (room >= largest) return this.addressIn(this.chunks.push(new Uint32Array(room + 1)) - 1, 1)
    if (this.used + room >= (this.chunks[this.filling]?.length ?? 0)) this.open(room + 1)
    this.used += room + 1
    return this.addressIn(this.filling, this.used - room)
  }

  private open(atLeast: number): void {
    const doubled = 2 * (this.chunks[this.filling]?.length ?? smallest / 2)
    const size = Math.min(largest, Math.max(doubled, atLeast))
    this.filling = this.chunks.push(new Uint32Array(size)) - 1
    this.used = 0
  }

  private addressIn(chunk: number, at: number): Address {
    return ((chunk << chunkBits) | at) >>> 0
  }
}

/** Steps of an eighth at most, so that a freed row soon fits another; exact below 16. */
function roomFor(length: number): number {
  if (length <= 16) return Math.max(1, length)
  const step = 1 << (28 - Math.clz32(length))
  return Math.ceil(length / step) * step
}
