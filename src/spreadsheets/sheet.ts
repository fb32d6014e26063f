import type { Recorded } from '../platform/records/index.js'
import type { Column, HeaderNames, Value } from '../platform/tables/index.js'
import type { References } from './references.js'
import type { RowReader } from './row-reader.js'

/** How rows of a spreadsheet become drafts of one kind of record. */
export interface ReadSheet<F extends string> {
  readonly headers: HeaderNames<F | 'id'>
  /** What we write above the columns ourselves. */
  readonly columns: readonly Column[]
  /** The fields of a draft; what is wrong goes to the reader's problems. */
  toFields(row: RowReader<F>, references: References): Record<string, unknown>
  /**
   * The column that holds what the service complains about, by the beginning of its field path; of several, the first that
   * the file has.
   */
  readonly columnOf: Readonly<Record<string, F | readonly F[]>>
}

/** How one kind of record stands in a spreadsheet, both ways: importing an export again changes nothing. */
export interface Sheet<T extends Recorded, F extends string> extends ReadSheet<F> {
  /** The fields for a record that is there: those that an import sets only at first stay as they are. */
  settled(fields: Record<string, unknown>, before: T): Record<string, unknown>
  toRow(record: T): Record<string, Value>
}
