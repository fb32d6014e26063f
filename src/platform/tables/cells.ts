import { unreadable } from './bytes.js'
import type { TableRow } from './model.js'

/** No sheet that people fill in has a tenth of it; a hostile one costs time for each. */
export const mostColumns = 1_000

/**
 * Headers as keys: trimmed; a repeated one gets its number, an empty one is `#` and the number of the column.
 * @throws Invalid `table.wide`, naming the table
 */
export function headersOf(table: string, cells: readonly string[]): string[] {
  if (cells.length > mostColumns) throw unreadable(table, 'table.wide', { limit: mostColumns })
  const seen = new Map<string, number>()
  return cells.map((cell, index) => {
    const header = cell.replace(/\s+/g, ' ').trim() || `#${index + 1}`
    const times = (seen.get(header) ?? 0) + 1
    seen.set(header, times)
    return times === 1 ? header : `${header} (${times})`
  })
}

/** A row from cells in the order of the headers. Cells beyond the headers must be empty. */
export function cellsOf(line: number, headers: readonly string[], cells: readonly string[]): TableRow {
  const found = cells.findLastIndex((cell) => cell.trim() !== '') + 1
  if (found > headers.length) {
    return { line, problem: { code: 'row.extraCells', params: { found, expected: headers.length } } }
  }
  const pairs = headers.flatMap((header, index) => {
    const cell = (cells[index] ?? '').trim()
    // A nameless column is only there when something stands in it: Excel writes many that are empty.
    return header.startsWith('#') && cell === '' ? [] : [[header, cell] as const]
  })
  const broken = pairs.find(([, cell]) => cell.includes('\ufffd'))
  if (broken) return { line, problem: { column: broken[0], code: 'row.bytes' } }
  return { line, cells: Object.fromEntries(pairs) }
}
