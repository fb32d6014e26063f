import type { Actor } from '../platform/actor.js'
import type { ImportedRow, ImportOptions, ImportRow } from '../platform/records/index.js'
import type { CellProblem } from '../platform/tables/index.js'
import type { ReadSheet } from './sheet.js'

/** What a person should look at in a row that can be imported. */
export interface Warning extends CellProblem {
  /** The need that it may be a duplicate of. */
  readonly need?: string
}

/** A row of a sheet that somebody sent, and what an import would do with it. */
export interface JudgedRow {
  readonly line: number
  /** By header, of the columns that mean something. */
  readonly cells: Readonly<Record<string, string>>
  /** `known`: it was imported before, and is left as it is now. */
  readonly outcome: 'new' | 'known' | 'refused'
  /** Of the record, where it is known. */
  readonly id?: string
  /** Where it is refused, everything that is wrong with it, each cell once. */
  readonly problems: readonly CellProblem[]
  readonly warnings: readonly Warning[]
  /** What is to be written. */
  readonly row?: ImportRow
}

export interface JudgedSheet {
  /** Headers that mean something, in the order of the file, then columns that it lacks and should have. */
  readonly columns: readonly string[]
  /** Headers that mean nothing here, at most 50. */
  readonly ignored: readonly string[]
  readonly rows: readonly JudgedRow[]
}

/** A row that may be imported, as the kind of its records may warn of it. */
export interface GoodRow {
  readonly line: number
  readonly fields: Readonly<Record<string, unknown>>
}

/** One kind of record whose sheets people may send. */
export interface SheetKind<F extends string> {
  readonly name: string
  /** As somebody's sheets are read. */
  sheetFor(actor: Actor): Promise<ReadSheet<F>>
  /** What goes without saying, for whoever sends the sheet. */
  takenForGranted(actor: Actor): Readonly<Record<string, unknown>>
  importMany(rows: readonly ImportRow[], actor: Actor, options: ImportOptions): Promise<ImportedRow[]>
  /** What to look at, by line; `column` is the field that it is about. */
  warn(rows: readonly GoodRow[], actor: Actor): Promise<ReadonlyMap<number, readonly Warning[]>>
}

/** How far an import has come. */
export interface ImportProgress {
  readonly done: number
  readonly total: number
}

export interface ImportResult {
  readonly made: readonly { readonly line: number; readonly id: string }[]
  /** Rows that were imported before. */
  readonly known: number
  readonly refused: readonly JudgedRow[]
}

export const countsOf = (rows: readonly JudgedRow[]) => ({
  rows: rows.length,
  new: rows.filter(({ outcome }) => outcome === 'new').length,
  known: rows.filter(({ outcome }) => outcome === 'known').length,
  refused: rows.filter(({ outcome }) => outcome === 'refused').length,
})
