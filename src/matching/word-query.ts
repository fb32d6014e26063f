import { sieveBit } from './envelope.js'
import { rarityIn, wordsAt } from './profile.js'
import { sizeOfNumber } from './wasm.js'

/** Of one need. */
export const mostWords = 256
/** Numbers that say where in a sieve a word is and what it adds. */
export const wordLength = 3

/** A need's telling words laid out for quick look-up in packed profiles; set to one need after the other. */
export class WordQuery {
  private readonly slots = new Int16Array(512)
  private readonly keys = new Int32Array(mostWords)
  private readonly weights = new Float64Array(mostWords)
  private readonly found = new Uint8Array(mostWords)
  private count = 0
  private total = 3

  /** Asks for the words of a packed profile; at most 256 of them. */
  of(packed: Uint32Array): this {
    this.slots.fill(-1)
    this.total = 3
    const first = wordsAt(packed, 0)
    this.count = Math.min(packed.length - first, mostWords)
    for (let i = 0; i < this.count; i++) {
      const key = (packed[first + i] as number) >>> 8
      const rarity = rarityIn(packed[first + i] as number)
      let slot = key & 511
      while ((this.slots[slot] as number) >= 0) slot = (slot + 1) & 511
      this.slots[slot] = i
      this.keys[i] = key
      this.weights[i] = rarity
      this.total += rarity
    }
    return this
  }

  /** The most that any profile can share. */
  get most(): number {
    return 1 - 3 / this.total
  }

  /**
   * Writes `wordLength` numbers for each word from `place` on: in which entry of a sieve it is, in bytes, at which bit of
   * that, and what it adds.
   * @param wholes, fractions the same place
   * @param scale what the share of 1 adds
   * @returns how many words there are
   */
  layInto(wholes: Uint32Array, fractions: Float32Array, place: number, scale: number): number {
    for (let i = 0; i < this.count; i++) {
      const at = place + wordLength * i
      const bit = sieveBit(this.keys[i] as number)
      wholes[at] = sizeOfNumber * (bit >>> 5)
      wholes[at + 1] = bit & 31
      fractions[at + 2] = ((this.weights[i] as number) * scale) / this.total
    }
    return this.count
  }

  /**
   * Share of the rarity of all its words that stands in a packed profile, in [0, 1); a few words never reach 1.
   * @param data where the profile lies, from `start` to `end`
   */
  overlap(data: Uint32Array, start: number, end: number): number {
    let sum = 0
    for (let i = wordsAt(data, start); i < end; i++) {
      const place = this.placeOf((data[i] as number) >>> 8)
      if (place >= 0) sum += this.weights[place] as number
    }
    return sum / this.total
  }

  /** Which of its words stand in a packed profile, by their places: good until the next is asked for. */
  within(packed: Uint32Array): Readonly<Uint8Array> {
    const { found } = this
    found.fill(0)
    for (let i = wordsAt(packed, 0); i < packed.length; i++) {
      const place = this.placeOf((packed[i] as number) >>> 8)
      if (place >= 0) found[place] = 1
    }
    return found
  }

  /** Which of its words has a key; below 0, none. */
  private placeOf(key: number): number {
    let slot = key & 511
    let place = this.slots[slot] as number
    while (place >= 0 && this.keys[place] !== key) {
      slot = (slot + 1) & 511
      place = this.slots[slot] as number
    }
    return place
  }
}
