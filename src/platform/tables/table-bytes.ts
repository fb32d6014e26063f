import { PassThrough, type Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Column, TableWriter, Value } from './model.js'
import { writeCsv } from './write-csv.js'
import { writeXlsx } from './write-xlsx.js'

const writers = { csv: writeCsv, xlsx: writeXlsx }

/** What is sent to people, who open it with a spreadsheet program. */
export type SentFormat = keyof typeof writers

/** One line of a table that is sent, by the keys of its columns. */
export type SentRow = Readonly<Record<string, Value>>

/** Writes a table to whatever takes bytes, at its pace, and ends it; guarded as `openTableWriter` guards it. */
export function sentTable(
  format: SentFormat,
  out: Writable,
  columns: readonly Column[],
): Promise<TableWriter> {
  return writers[format](out, columns, { close: true })
}

/** A small table as a file's bytes, to be sent. */
export async function tableBytes(
  format: SentFormat,
  columns: readonly Column[],
  rows: Iterable<SentRow>,
): Promise<Buffer> {
  const out = new PassThrough()
  const [bytes] = await Promise.all([buffer(out), writeAll()])
  return bytes

  async function writeAll(): Promise<void> {
    const writer = await sentTable(format, out, columns)
    for (const row of rows) await writer.write(row)
    await writer.end()
  }
}
