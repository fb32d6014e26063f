import type { Address, Arena } from './arena.js'
import type { Bound } from './bounds.js'
import { fanOut } from './cells.js'
import type { Comparison } from './features.js'
import { needBoundModule } from './need-bound-code.js'
import { groupRowsAt, NeedTables, rowLength, tables, tablesLength } from './need-tables.js'
import type { Weights } from './score.js'
import { Instance, sizeOfNumber } from './wasm.js'
import type { WordQuery } from './word-query.js'

let compiled: object | undefined

/**
 * How high offerings can score for one need, by the SIMD instructions of WebAssembly over tables of all services and
 * groups. Made once and set to one need after the other, since the tables are large.
 */
export class NeedBound implements Bound {
  readonly begins: Uint32Array
  readonly bounds: Float32Array
  readonly envelopes: Bound['envelopes']
  readonly briefs: Bound['briefs']
  private readonly tables: NeedTables

  /**
   * @param words is set to each need as well
   * @param rows what is bounded lies there, and so do the tables
   */
  constructor(
    by: Comparison,
    weights: Weights,
    private readonly words: WordQuery,
    rows: Arena,
  ) {
    const length = tablesLength(by)
    const address = rowLength * Math.ceil(rows.make(length + rowLength) / rowLength)
    const fractions = new Float32Array(rows.memory.buffer, sizeOfNumber * address, length)
    const wholes = new Uint32Array(rows.memory.buffer, sizeOfNumber * address, length)
    this.begins = wholes.subarray(tables.begins, tables.begins + fanOut)
    this.bounds = fractions.subarray(tables.bounds, tables.bounds + fanOut)
    this.tables = new NeedTables(by, weights, fractions, wholes)
    const { exports } = instanceOver(rows, address, by)
    this.envelopes = exports.boundEnvelopes as Bound['envelopes']
    this.briefs = exports.boundBriefs as Bound['briefs']
  }

  goBy(weights: Weights): void {
    this.tables.goBy(weights)
  }

  /** @param packed the need's profile */
  of(packed: Uint32Array): this {
    this.tables.of(packed, this.words.of(packed))
    return this
  }
}

function instanceOver({ memory }: Arena, address: Address, by: Comparison) {
  compiled ??= needBoundModule()
  const groupRows = sizeOfNumber * (address + groupRowsAt(by))
  return new Instance(compiled, {
    host: { memory, tables: sizeOfNumber * address, groupRows, everybody: by.everybody },
  })
}
