import { createWriteStream } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { CellValue, Row } from 'exceljs'
import { Invalid } from '../errors.js'
import { type Bytes, unreadable } from './bytes.js'
import { cellsOf, headersOf, mostColumns } from './cells.js'
import type { TableRow } from './model.js'
import { bareWorkbook, Oversized } from './xlsx-parts.js'
import { openWorkbook } from './xlsx-workbook.js'

/**
 * Rows of the first sheet that has any, read as a stream; only the workbook's distinct texts are held. Dates become ISO
 * days, formulas their results.
 * @param path where the bytes are; `-` when they come from elsewhere and go to a temporary file first
 * @throws Invalid when the file is not a whole workbook
 */
export async function* readXlsx(path: string, bytes: Bytes): AsyncIterable<TableRow> {
  if (path !== '-') {
    yield* sheetRows(path, path)
    return
  }
  const folder = await mkdtemp(join(tmpdir(), 'duijie-'))
  try {
    const copy = join(folder, 'stdin.xlsx')
    await pipeline(Readable.from(bytes.all), createWriteStream(copy, { mode: 0o600 }))
    yield* sheetRows(path, copy)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/**
 * As `readXlsx`, from a workbook in memory, which may be hostile.
 * @param limit bytes of its parts once they are inflated
 * @throws Invalid naming `name`: `table.unpacked` when it comes to more, `table.damaged`
 */
export async function* readXlsxBytes(name: string, archive: Buffer, limit: number): AsyncIterable<TableRow> {
  const bare = bareWorkbook(archive, limit)
  try {
    // What is wrong with the archive shows before its first piece.
    const { value } = await bare.next()
    const pieces = async function* () {
      if (value) yield value
      yield* bare
    }
    yield* rowsIn(name, await openWorkbook(Readable.from(pieces())))
  } catch (error) {
    if (error instanceof Invalid) throw error
    throw unreadable(name, error instanceof Oversized ? 'table.unpacked' : 'table.damaged')
  }
}

async function* sheetRows(name: string, file: string): AsyncIterable<TableRow> {
  // The reader waits for ever for the rest of a workbook that was cut off.
  if (!(await hasEnd(file))) throw unreadable(name, 'table.damaged')
  yield* rowsIn(name, await openWorkbook(file))
}

async function* rowsIn(name: string, sheets: AsyncIterable<AsyncIterable<Row>>): AsyncIterable<TableRow> {
  const rows = firstFilled(name, sheets)
  for (;;) {
    let next: IteratorResult<TableRow>
    try {
      next = await rows.next()
    } catch (error) {
      throw error instanceof Invalid ? error : unreadable(name, 'table.damaged')
    }
    if (next.done) {
      if (next.value === 0) throw unreadable(name, 'table.damaged')
      return
    }
    yield next.value
  }
}

/** Returns how many sheets there were: a ZIP without any is no workbook. */
async function* firstFilled(
  name: string,
  sheets: AsyncIterable<AsyncIterable<Row>>,
): AsyncGenerator<TableRow, number> {
  let count = 0
  let headers: string[] | undefined
  for await (const sheet of sheets) {
    count++
    // Passed over and not left: only at the end does the reader remove its temporary files.
    if (headers) continue
    for await (const row of sheet) {
      const read = rowOf(name, row, headers)
      if (Array.isArray(read)) headers = read
      else if (read) yield read
    }
  }
  return count
}

function rowOf(name: string, row: Row, headers: string[] | undefined): string[] | TableRow | undefined {
  const cells: string[] = []
  let last = 0
  row.eachCell((_, column) => {
    last = column
  })
  if (!headers && last > mostColumns) throw unreadable(name, 'table.wide', { limit: mostColumns })
  const count = Math.min(last, mostColumns + 1)
  for (let column = 1; column <= count; column++) {
    const value = row.getCell(column).value
    const failed = errorIn(value)
    if (failed !== undefined && headers) {
      const problem = {
        column: headers[column - 1] ?? `#${column}`,
        code: 'row.formula',
        params: { value: failed },
      }
      return { line: row.number, problem }
    }
    cells.push(textOf(value))
  }
  if (cells.every((cell) => cell.trim() === '')) return undefined
  return headers ? cellsOf(row.number, headers, cells) : headersOf(name, cells)
}

function errorIn(value: CellValue): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if ('error' in value) return String(value.error)
  if ('formula' in value && Number.isNaN(value.result)) return '#'
  return undefined
}

function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  if (typeof value !== 'object') return unescaped(String(value))
  if ('richText' in value) return unescaped(value.richText.map((run) => run.text ?? '').join(''))
  if ('result' in value) return textOf(value.result as CellValue)
  if ('text' in value) return textOf(value.text)
  return ''
}

/** Excel writes characters that XML cannot hold as _x000D_. */
function unescaped(text: string): string {
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, '\n')
}

/** Whether the file ends as a ZIP archive does: with a directory, after which only a comment may stand. */
async function hasEnd(file: string): Promise<boolean> {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    const length = Math.min(size, 65_557)
    const { buffer } = await handle.read(Buffer.alloc(length), 0, length, size - length)
    return buffer.includes(Buffer.from('PK\x05\x06', 'latin1'))
  } finally {
    await handle.close()
  }
}
