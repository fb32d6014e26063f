import { sieveBit } from './envelope.js'
import { rarityIn, wordsAt } from './profile.js'

/** A need's telling words laid out for quick look-up in packed profiles; set to one need after the other. */
export class WordQuery {
  private readonly slots = new Int16Array(512)
  private readonly keys: number[] = []
  private readonly weights: number[] = []
  private total = 3

  /** Asks for the words of a packed profile; at most 256 of them. */
  of(packed: Uint32Array): this {
    this.slots.fill(-1)
    this.keys.length = 0
    this.weights.length = 0
    this.total = 3
    const end = Math.min(packed.length, wordsAt(packed, 0) + 256)
    for (let i = wordsAt(packed, 0); i < end; i++) {
      const key = (packed[i] as number) >>> 8
      const rarity = rarityIn(packed[i] as number)
      let slot = key & 511
      while ((this.slots[slot] as number) >= 0) slot = (slot + 1) & 511
      this.slots[slot] = this.keys.push(key) - 1
      this.weights.push(rarity)
      this.total += rarity
    }
    return this
  }

  /** The most that any profile can share. */
  get most(): number {
    return 1 - 3 / this.total
  }

  /**
   * The most that any of the profiles shares from which a sieve was made.
   * @param data where the sieve lies, from `start` on
   */
  mostWithin(data: Uint32Array, start: number): number {
    let sum = 0
    for (let i = 0; i < this.keys.length; i++) {
      const bit = sieveBit(this.keys[i] as number)
      if (((data[start + (bit >>> 5)] as number) >>> (bit & 31)) & 1) sum += this.weights[i] as number
    }
    return sum / this.total
  }

  /**
   * Share of the rarity of all its words that stands in a packed profile, in [0, 1); a few words never reach 1.
   * @param data where the profile lies, from `start` to `end`
   */
  overlap(data: Uint32Array, start: number, end: number): number {
    let sum = 0
    for (let i = wordsAt(data, start); i < end; i++) {
      const key = (data[i] as number) >>> 8
      let slot = key & 511
      for (let index = this.slots[slot] as number; index >= 0; index = this.slots[slot] as number) {
        if (this.keys[index] === key) {
          sum += this.weights[index] as number
          break
        }
        slot = (slot + 1) & 511
      }
    }
    return sum / this.total
  }
}
