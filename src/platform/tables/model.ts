/** One line of a table: its cells by header, as texts; '' where a cell is empty. */
export interface Row {
  /** Where it begins in the file; 1 is the first line, which holds the headers of a CSV or XLSX. */
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

/** What is wrong with a line or a cell; `tableMessages` has the texts of the codes. */
export interface CellProblem {
  /** The header, where one cell is to blame. */
  readonly column?: string
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
}

/** A line that cannot be read. It is a value and not a throw: one bad line never stops the others. */
export interface BadRow {
  readonly line: number
  readonly problem: CellProblem
}

export type TableRow = Row | BadRow

export const tableFormats = ['csv', 'jsonl', 'xlsx'] as const
export type TableFormat = (typeof tableFormats)[number]

/** What a cell is written from; a missing one is left empty. */
export type Cell = string | number | boolean | undefined

/** Lists and objects stay what they are in JSONL; elsewhere a list is one cell, and an object is its JSON. */
export type Value = Cell | readonly string[] | { readonly [key: string]: unknown }

export interface Column {
  readonly key: string
  /** What stands above it in CSV and XLSX; the key when missing. JSONL always has the key. */
  readonly header?: string
}

/** Takes rows one by one; awaiting `write` keeps memory bounded. */
export interface TableWriter {
  write(row: Readonly<Record<string, Value>>): Promise<void>
  /** Nothing is at its place before this. */
  end(): Promise<void>
}

/** A writer to a file, which can be given up. */
export interface FileWriter extends TableWriter {
  /** Leaves nothing behind; only before `end`. */
  discard(): Promise<void>
}
