import type { FieldError } from '../platform/errors.js'
import {
  type CellProblem,
  createHeaderReader,
  type HeaderReader,
  type RecognisedRow,
  type Row,
} from '../platform/tables/index.js'
import type { References } from './references.js'
import { RowReader } from './row-reader.js'
import type { ReadSheet } from './sheet.js'

/** One row as the fields of a draft, and every cell that could not be read. */
export interface SheetRow<F extends string> {
  readonly externalId: string | undefined
  /** What its cells hold, by what their headers mean. */
  readonly cells: RecognisedRow<F | 'id'>
  readonly fields: Readonly<Record<string, unknown>>
  readonly problems: readonly CellProblem[]
}

/** Reads the rows of one file as drafts of one kind of record, and tells in which column of it something is wrong. */
export class SheetReader<F extends string> {
  private readonly headers: HeaderReader<F | 'id'>

  constructor(
    private readonly sheet: ReadSheet<F>,
    private readonly references: References,
  ) {
    this.headers = createHeaderReader<F | 'id'>(sheet.headers)
  }

  read(row: Row): SheetRow<F> {
    const cells: RecognisedRow<F | 'id'> = this.headers.read(row)
    const { id, externalId = id } = cells as RecognisedRow<'id' | 'externalId'>
    const headerOf = (field: string): string => this.headers.headerIn(row, field) ?? this.headerOf(field)
    const reader = new RowReader<F>(cells, headerOf)
    const fields = this.sheet.toFields(reader, this.references)
    return { externalId, cells, fields, problems: reader.problems }
  }

  /** The header of the file for a field, or what we write above it ourselves where the file has no such column. */
  readonly headerOf = (field: string): string =>
    this.headers.foundAs(field) ?? this.sheet.columns.find(({ key }) => key === field)?.header ?? field

  /** A complaint of a service about the draft, as one about the column that the value came from. */
  located({ field, code, params = {} }: FieldError): CellProblem & { readonly column: string } {
    const columns = this.columnsFor(field)
    const found = columns.find((column) => this.headers.foundAs(column) !== undefined)
    const ours = columns.find((column) => this.sheet.columns.some(({ key }) => key === column))
    return { column: this.headerOf(found ?? ours ?? field), code, params }
  }

  /** The cells of a row that mean something, by their headers; empty ones are left out. */
  recognisedCells({ cells }: Row): Record<string, string> {
    const entries = this.recognised.map((header) => [header, cells[header] ?? ''] as const)
    return Object.fromEntries(entries.filter(([, cell]) => cell !== ''))
  }

  get recognised(): readonly string[] {
    return this.headers.recognised
  }

  get unrecognised(): readonly string[] {
    return this.headers.unrecognised
  }

  /** `track.creditCode` came from the column of the credit code, `track.kind` from that of the track. */
  private columnsFor(path: string): readonly string[] {
    const { columnOf } = this.sheet
    const parts = path.split(/[.[]/)
    for (let length = parts.length; length > 0; length--) {
      const columns = columnOf[parts.slice(0, length).join('.')]
      if (columns) return typeof columns === 'string' ? [columns] : columns
    }
    return [path]
  }
}
