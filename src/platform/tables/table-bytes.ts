import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Column, Value } from './model.js'
import { writeCsv } from './write-csv.js'
import { writeXlsx } from './write-xlsx.js'

const writers = { csv: writeCsv, xlsx: writeXlsx }

/** A small table as a file's bytes, to be sent; guarded as `openTableWriter` guards it. */
export async function tableBytes(
  format: keyof typeof writers,
  columns: readonly Column[],
  rows: Iterable<Readonly<Record<string, Value>>>,
): Promise<Buffer> {
  const out = new PassThrough()
  const [bytes] = await Promise.all([buffer(out), writeAll()])
  return bytes

  async function writeAll(): Promise<void> {
    const writer = await writers[format](out, columns, { close: true })
    for (const row of rows) await writer.write(row)
    await writer.end()
  }
}
