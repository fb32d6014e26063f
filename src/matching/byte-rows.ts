/** So many rows are added in one go. */
const atOnce = 4

/** Weighted sums of rows of signed bytes: a quarter of the memory of 32-bit floats, and of the time to fetch them. */
export class ByteRows {
  /** Of the sum at hand: where the next rows to add begin, and their weights. */
  private readonly taken = new Int32Array(64)
  private readonly scales = new Float64Array(64)
  private count = 0

  /**
   * @param bytes row by row
   * @param sum what rows are added to, as wide as a row
   */
  constructor(
    private readonly bytes: Int8Array,
    readonly sum: Float64Array,
  ) {}

  /** A row that the next `finish` adds at the latest, times `scale`. */
  take(row: number, scale: number): void {
    const { taken } = this
    taken[this.count] = row * this.sum.length
    this.scales[this.count++] = scale
    if (this.count === taken.length) this.finish()
  }

  /** Adds the rows that were taken to the sum, in their order. */
  finish(): void {
    const { scales } = this
    while (this.count % atOnce) scales[this.count++] = 0
    for (let i = 0; i < this.count; i += atOnce) this.addFour(i)
    this.count = 0
  }

  /** Four rows at once, so that the sum is fetched and stored a quarter as often; it is formed in their order all the same. */
  private addFour(i: number): void {
    const { sum, bytes, taken, scales } = this
    const a = taken[i] as number
    const b = taken[i + 1] as number
    const c = taken[i + 2] as number
    const d = taken[i + 3] as number
    const p = scales[i] as number
    const q = scales[i + 1] as number
    const r = scales[i + 2] as number
    const s = scales[i + 3] as number
    const { length } = sum
    for (let at = 0; at < length; at++) {
      sum[at] =
        (sum[at] as number) +
        (bytes[a + at] as number) * p +
        (bytes[b + at] as number) * q +
        (bytes[c + at] as number) * r +
        (bytes[d + at] as number) * s
    }
  }
}
