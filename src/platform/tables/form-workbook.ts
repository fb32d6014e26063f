import type { Worksheet } from 'exceljs'

/** A column of a table that people are to fill in. */
export interface FormColumn {
  readonly header: string
  /** What stands in it, in the first row and for whoever reads the instructions. */
  readonly example?: string | number
  readonly help: string
  /** What may be chosen; anything else is refused, unless several may be written. */
  readonly options?: readonly string[]
  readonly takesSeveral?: boolean
  /** In characters; default 16. */
  readonly width?: number
}

export interface Form {
  /** Names of its sheets: to fill in, to read, and where what may be chosen is kept, out of sight. */
  readonly names: { readonly fill: string; readonly read: string; readonly options: string }
  /** Above the two columns of the instructions. */
  readonly readHeaders: readonly [string, string]
  readonly columns: readonly FormColumn[]
  /** Rows that may be filled in. */
  readonly rows: number
}

/** An empty table to fill in, as XLSX: with an example, choices for cells that have them, and instructions. No macros. */
export async function formWorkbook({ names, readHeaders, columns, rows }: Form): Promise<Buffer> {
  const { default: exceljs } = await import('exceljs')
  const book = new exceljs.Workbook()
  const fill = book.addWorksheet(names.fill, { views: [{ state: 'frozen', ySplit: 1 }] })
  const read = book.addWorksheet(names.read)
  const options = book.addWorksheet(names.options, { state: 'hidden' })
  fill.columns = columns.map(({ header, width = 16 }) => ({ header, width }))
  fill.addRow(columns.map(({ example }) => example ?? ''))
  read.columns = readHeaders.map((header, at) => ({ header, width: at ? 90 : 24 }))
  read.addRows(columns.map(({ header, help }) => [header, help]))
  for (const [at, column] of columns.entries()) addChoices(fill, options, column, at + 1, rows)
  for (const sheet of [fill, read]) sheet.getRow(1).font = { bold: true }
  fill.getRow(2).font = { italic: true, color: { argb: 'FF6B7280' } }
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** By a range of cells: written into the cell itself a list ends after 255 characters. */
function addChoices(
  fill: Worksheet,
  kept: Worksheet,
  { options, takesSeveral = false }: FormColumn,
  at: number,
  rows: number,
): void {
  if (!options?.length) return
  kept.getColumn(at).values = [...options]
  const letter = fill.getColumn(at).letter
  const choices = `'${kept.name}'!$${letter}$1:$${letter}$${options.length}`
  fill.dataValidations.add(`${letter}2:${letter}${rows + 1}`, {
    type: 'list',
    allowBlank: true,
    formulae: [choices],
    showErrorMessage: !takesSeveral,
  })
}
