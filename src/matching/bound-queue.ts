import type { Address } from './arena.js'

/** Envelopes still to be opened, the one with the highest bound first: a binary heap that allocates nothing. */
export class BoundQueue {
  /** Of the one that was taken last, as what follows. */
  bound = 0
  envelope: Address = 0
  /** How many levels it is above candidates. */
  level = 0
  /** The place of its region in the search. */
  region = 0

  private readonly bounds: number[] = []
  private readonly envelopes: Address[] = []
  private readonly levels: number[] = []
  private readonly regions: number[] = []
  /** Numbers of entries: the first has the highest bound, and each none lower than the two below it. */
  private readonly heap: number[] = []
  private entries = 0
  private size = 0

  clear(): void {
    this.entries = 0
    this.size = 0
  }

  push(bound: number, envelope: Address, level: number, region: number): void {
    const entry = this.entries++
    this.bounds[entry] = bound
    this.envelopes[entry] = envelope
    this.levels[entry] = level
    this.regions[entry] = region
    let at = this.size++
    while (at > 0) {
      const above = (at - 1) >> 1
      const other = this.heap[above] as number
      if ((this.bounds[other] as number) >= bound) break
      this.heap[at] = other
      at = above
    }
    this.heap[at] = entry
  }

  /** Whether there was one; it then stands in the fields above. */
  take(): boolean {
    if (!this.size) return false
    const entry = this.heap[0] as number
    this.bound = this.bounds[entry] as number
    this.envelope = this.envelopes[entry] as Address
    this.level = this.levels[entry] as number
    this.region = this.regions[entry] as number
    this.sink(this.heap[--this.size] as number)
    return true
  }

  /** Lets an entry take its place from the top. */
  private sink(entry: number): void {
    const bound = this.bounds[entry] as number
    let at = 0
    for (;;) {
      let below = 2 * at + 1
      if (below >= this.size) break
      if (below + 1 < this.size && this.boundAt(below + 1) > this.boundAt(below)) below++
      if (this.boundAt(below) <= bound) break
      this.heap[at] = this.heap[below] as number
      at = below
    }
    this.heap[at] = entry
  }

  private boundAt(place: number): number {
    return this.bounds[this.heap[place] as number] as number
  }
}
