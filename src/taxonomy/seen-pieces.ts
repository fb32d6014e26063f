/** Says that a piece was not seen. */
export const nowhere = -1

/**
 * Where in one text after the other pieces of expressions were seen. Of a hundred expressions whose last piece a text holds,
 * ninety have the piece before it nowhere near: that must cost no more than a look into an array.
 */
export class SeenPieces {
  /** Index of each piece's latest place; good only where that place says it is this piece's, so nothing need be wiped. */
  private readonly latest: Int32Array
  private readonly pieces: number[] = []
  private readonly ends: number[] = []
  private readonly earlier: number[] = []
  private count = 0

  /** @param pieces how many there are: they are numbered from 0 */
  constructor(pieces: number) {
    this.latest = new Int32Array(pieces)
  }

  clear(): void {
    this.count = 0
  }

  /** @param end where it ends, not before any end that was added of this piece */
  add(piece: number, end: number): void {
    this.earlier[this.count] = this.latestOf(piece)
    this.pieces[this.count] = piece
    this.ends[this.count] = end
    this.latest[piece] = this.count++
  }

  /** Its latest place, or `nowhere`. */
  latestOf(piece: number): number {
    const place = this.latest[piece] as number
    return place < this.count && this.pieces[place] === piece ? place : nowhere
  }

  /** The same piece's place before this one, or `nowhere`. */
  earlierThan(place: number): number {
    return this.earlier[place] as number
  }

  endOf(place: number): number {
    return this.ends[place] as number
  }
}
