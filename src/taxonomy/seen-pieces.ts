import { hasBit, setBit } from '../platform/bits.js'

/** Says that a piece was not seen. */
export const nowhere = -1
/** Of the bits: a power of two. */
const entries = 64

/**
 * Where in one text after the other pieces of expressions were seen. Of a hundred expressions whose last piece a text holds,
 * ninety have the piece before it nowhere: a few bits that stay beside the processor say so.
 */
export class SeenPieces {
  private readonly bits = new Uint32Array(entries)
  /** In the order of their beginnings. */
  private readonly pieces: number[] = []
  private readonly ends: number[] = []
  private count = 0
  private longest = 0

  clear(): void {
    this.count = 0
    this.bits.fill(0)
  }

  /** @param start where it begins, not before the beginning of any that was added */
  add(piece: number, start: number, length: number): void {
    setBit(this.bits, bitOf(piece))
    this.pieces[this.count] = piece
    this.ends[this.count++] = start + length
    this.longest = Math.max(this.longest, length)
  }

  /** False where it was not seen; rarely, true of one that was not. */
  may(piece: number): boolean {
    return hasBit(this.bits, bitOf(piece))
  }

  /** Its latest place before a `place`, or `nowhere` when none of those ends at `least` or later. */
  lastOf(piece: number, least: number, place = this.count): number {
    const { pieces, ends, longest } = this
    for (let at = place - 1; at >= 0; at--) {
      const end = ends[at] as number
      // What began before it ends no more than the longest piece later.
      if (end + longest < least) return nowhere
      if (pieces[at] === piece) return end < least ? nowhere : at
    }
    return nowhere
  }

  endOf(place: number): number {
    return this.ends[place] as number
  }
}

const bitOf = (piece: number): number => piece & (32 * entries - 1)
