import { addRowsModule, rowsAtOnce } from './row-sums-code.js'
import { Instance, Memory, sizeOfPage } from './wasm.js'

type AddRows = (sums: number, end: number, places: number, scales: number, groups: number) => void

let compiled: object | undefined

/**
 * Weighted sums of the rows of a table, by the SIMD instructions that WebAssembly has everywhere in the same way: a
 * quarter of the time that JavaScript takes, and the same numbers to the last bit.
 */
export class RowSums {
  /** The sums, from what they are set to before. */
  readonly sums: Float64Array
  private readonly places: Int32Array
  private readonly scales: Float64Array
  private readonly addRows: AddRows
  /** Entries from one row to the next: two are added at once. */
  private readonly stride: number
  private readonly firstRow: number
  private count = 0

  /**
   * @param parts of the table, each of whole rows one after another; they are copied
   * @param most rows that one sum has at most
   */
  constructor(
    parts: readonly Float32Array[],
    private readonly width: number,
    most: number,
  ) {
    const rows = parts.reduce((sum, { length }) => sum + length / width, 0)
    const room = roundedUp(most, rowsAtOnce)
    this.stride = roundedUp(width, 2)
    const sumsAt = 8 * room
    const placesAt = sumsAt + 8 * this.stride
    this.firstRow = placesAt + 4 * room
    const memory = new Memory({ initial: Math.ceil((this.firstRow + 4 * rows * this.stride) / sizeOfPage) })
    this.scales = new Float64Array(memory.buffer, 0, room)
    this.sums = new Float64Array(memory.buffer, sumsAt, width)
    this.places = new Int32Array(memory.buffer, placesAt, room)
    this.copy(parts, new Float32Array(memory.buffer, this.firstRow))
    compiled ??= addRowsModule()
    this.addRows = new Instance(compiled, { host: { memory } }).exports.addRows as AddRows
  }

  /** A row that the next `finish` adds, times `scale`. */
  take(row: number, scale: number): void {
    this.places[this.count] = this.firstRow + 4 * this.stride * row
    this.scales[this.count++] = scale
  }

  /** Adds the rows that were taken to the sums, in their order. */
  finish(): void {
    if (!this.count) return
    while (this.count % rowsAtOnce) this.take(0, 0)
    const { sums, places, scales } = this
    const end = sums.byteOffset + 8 * this.stride
    this.addRows(sums.byteOffset, end, places.byteOffset, scales.byteOffset, this.count / rowsAtOnce)
    this.count = 0
  }

  private copy(parts: readonly Float32Array[], table: Float32Array): void {
    let row = 0
    for (const part of parts) {
      for (let at = 0; at < part.length; at += this.width)
        table.set(part.subarray(at, at + this.width), this.stride * row++)
    }
  }
}

const roundedUp = (count: number, step: number): number => Math.ceil(count / step) * step
