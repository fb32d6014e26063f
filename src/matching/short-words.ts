/** Of UTF-16 units. */
export const shortest = 2
export const longest = 4

/** Units one and two, three and four, length, number: an entry lies in one line of the processor's memory. */
const width = 4
const lengthAt = 2
const numberAt = 3

/**
 * Numbers of words of two to four units. Their characters stand in the table itself, so that looking for one takes one step out
 * of the cache; a map takes five or more, to its buckets, its entries and their texts.
 */
export class ShortWords {
  /** An open table, never more than half full; a length of 0 says that an entry is free. */
  private table = new Int32Array(width * 1024)
  private count = 0

  /** @param word that is not there yet, of `shortest` to `longest` units */
  add(word: string, number: number): void {
    if (++this.count * 2 * width > this.table.length) this.widen()
    this.put(unitsOf(word, 0), unitsOf(word, 2), word.length, number)
  }

  /** @returns undefined for a word that was not added */
  get(word: string): number | undefined {
    const { table } = this
    const place = this.placeOf(unitsOf(word, 0), unitsOf(word, 2), word.length)
    return table[place + lengthAt] === 0 ? undefined : table[place + numberAt]
  }

  private put(first: number, second: number, length: number, number: number): void {
    this.table.set([first, second, length, number], this.placeOf(first, second, length))
  }

  /** Where a word stands, or the free place for it. */
  private placeOf(first: number, second: number, length: number): number {
    const { table } = this
    const last = table.length - 1
    let place = (hashOf(first, second) * width) & last
    while (table[place + lengthAt] !== 0) {
      if (table[place] === first && table[place + 1] === second && table[place + lengthAt] === length) break
      place = (place + width) & last
    }
    return place
  }

  private widen(): void {
    const { table } = this
    this.table = new Int32Array(table.length * 2)
    for (let at = 0; at < table.length; at += width) {
      if (table[at + lengthAt] === 0) continue
      const [first, second, length, number] = table.subarray(at, at + width) as unknown as number[]
      this.put(first as number, second as number, length as number, number as number)
    }
  }
}

/** Two units as one number; 0 for those beyond the word's end. */
function unitsOf(word: string, at: number): number {
  const first = at < word.length ? word.charCodeAt(at) : 0
  return at + 1 < word.length ? first | (word.charCodeAt(at + 1) << 16) : first
}

/** Below 2^26, so that it can be multiplied by the width and stay a whole number of 32 bits. */
function hashOf(first: number, second: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)
  return (mixed ^ (mixed >>> 15)) & 0x3ffffff
}
