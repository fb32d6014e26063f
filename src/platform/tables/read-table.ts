import { extname } from 'node:path'
import { Readable } from 'node:stream'
import { openBytes, unreadable } from './bytes.js'
import { decodeText } from './decode.js'
import type { TableFormat, TableRow } from './model.js'
import { readCsv } from './read-csv.js'
import { readJsonl } from './read-jsonl.js'
import { readXlsx, readXlsxBytes } from './read-xlsx.js'

const byExtension: Readonly<Record<string, TableFormat>> = {
  '.csv': 'csv',
  '.xlsx': 'xlsx',
  '.tsv': 'csv',
  '.txt': 'csv',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.json': 'jsonl',
}

/**
 * Reads a table row by row, however large, in bounded memory: CSV, JSONL or XLSX in the encodings that `decodeText`
 * knows. A row that cannot be read comes as a BadRow; empty rows are passed over; cells are trimmed.
 * @param path `-` reads standard input
 * @param format only needed where neither bytes nor name tell
 * @throws Invalid with one error, its `field` the path, when the file as a whole cannot be read
 */
export async function* readTable(path: string, format?: TableFormat): AsyncIterable<TableRow> {
  const bytes = await openBytes(path)
  const found = formatOf(path, bytes.beginning, format ?? byExtension[extname(path).toLowerCase()])
  if (found === 'xlsx') yield* readXlsx(path, bytes)
  else yield* readText(path, found, bytes.all)
}

/** A table that somebody sent. */
export interface SentTable {
  /** As its sender calls it, e.g. `needs.xlsx`. */
  readonly name: string
  readonly bytes: Buffer
}

/** As far as a table is read that somebody sent, all > 0. */
export interface TableLimits {
  readonly rows: number
  /** Bytes of a workbook once it is inflated. */
  readonly unpacked: number
}

/**
 * As `readTable`, from memory, whatever the table is made of.
 * @throws Invalid with one error, its `field` `file`; also for one with more rows
 */
export async function readSentTable({ name, bytes }: SentTable, limits: TableLimits): Promise<TableRow[]> {
  const field = 'file'
  const format = formatOf(field, bytes, byExtension[extname(name).toLowerCase()])
  const rows =
    format === 'xlsx'
      ? readXlsxBytes(field, bytes, limits.unpacked)
      : readText(field, format, Readable.from([bytes]))
  const all: TableRow[] = []
  for await (const row of rows) {
    if (all.length === limits.rows) throw unreadable(field, 'table.long', { limit: limits.rows })
    all.push(row)
  }
  return all
}

/** @throws Invalid for bytes that are no table, or not the one that is expected */
function formatOf(path: string, beginning: Buffer, expected: TableFormat | undefined): TableFormat {
  if (beginning.length === 0) throw unreadable(path, 'table.empty')
  if (beginning.subarray(0, 4).toString('hex') === 'd0cf11e0') throw unreadable(path, 'table.oldExcel')
  if (beginning.subarray(0, 4).toString('latin1') === 'PK\x03\x04') return 'xlsx'
  if (expected === 'xlsx') throw unreadable(path, 'table.damaged')
  return expected ?? sniffedFormat(beginning)
}

function readText(path: string, format: TableFormat, bytes: AsyncIterable<Buffer>): AsyncIterable<TableRow> {
  const text = decodeText(bytes)
  return format === 'jsonl' ? readJsonl(path, text) : readCsv(path, text)
}

function sniffedFormat(beginning: Buffer): TableFormat {
  return /^(?:\xef\xbb\xbf)?\s*[{[]/.test(beginning.toString('latin1')) ? 'jsonl' : 'csv'
}
