import type { Writable } from 'node:stream'
import { flatCell } from './flat-cell.js'
import type { Column, TableWriter, Value } from './model.js'
import { finish, put } from './write-text.js'

/**
 * CSV by RFC 4180 in UTF-8 with a BOM, without which Excel in China reads it as GBK. A text that begins with = + - @ or
 * a tab gets an apostrophe before it, so that a spreadsheet program never runs it as a formula; the reader takes the
 * apostrophe away again. Numbers stay numbers.
 */
export async function writeCsv(
  out: Writable,
  columns: readonly Column[],
  options: { close: boolean },
): Promise<TableWriter> {
  await put(out, `\ufeff${csvLine(columns.map(({ key, header }) => header ?? key))}`)
  return {
    write: (row) => put(out, csvLine(columns.map(({ key }) => row[key]))),
    end: () => finish(out, options),
  }
}

function csvLine(values: readonly Value[]): string {
  return `${values.map(quoted).join(',')}\r\n`
}

function quoted(value: Value): string {
  const cell = flatCell(value)
  if (cell === undefined) return ''
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell)
  const text = guarded(cell)
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function guarded(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
