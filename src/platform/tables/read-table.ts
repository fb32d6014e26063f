import { extname } from 'node:path'
import { openBytes, unreadable } from './bytes.js'
import { decodeText } from './decode.js'
import type { TableFormat, TableRow } from './model.js'
import { readCsv } from './read-csv.js'
import { readJsonl } from './read-jsonl.js'
import { readXlsx } from './read-xlsx.js'

const byExtension: Readonly<Record<string, TableFormat>> = {
  '.csv': 'csv',
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
  const { beginning } = bytes
  if (beginning.length === 0) throw unreadable(path, 'table.empty')
  if (beginning.subarray(0, 4).toString('hex') === 'd0cf11e0') throw unreadable(path, 'table.oldExcel')
  const isZip = beginning.subarray(0, 4).toString('latin1') === 'PK\x03\x04'
  if (!isZip && (format === 'xlsx' || extname(path).toLowerCase() === '.xlsx'))
    throw unreadable(path, 'table.damaged')
  if (isZip) yield* readXlsx(path, bytes)
  else if ((format ?? byExtension[extname(path).toLowerCase()] ?? sniffedFormat(beginning)) === 'jsonl')
    yield* readJsonl(path, decodeText(bytes.all))
  else yield* readCsv(decodeText(bytes.all))
}

function sniffedFormat(beginning: Buffer): TableFormat {
  return /^(?:\xef\xbb\xbf)?\s*[{[]/.test(beginning.toString('latin1')) ? 'jsonl' : 'csv'
}
