import { createWriteStream, type WriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { extname } from 'node:path'
import { unreadable } from './bytes.js'
import type { Column, FileWriter, TableFormat } from './model.js'
import { writeCsv } from './write-csv.js'
import { writeJsonl } from './write-jsonl.js'
import { writeXlsx } from './write-xlsx.js'

const byExtension: Readonly<Record<string, TableFormat>> = {
  '.xlsx': 'xlsx',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
}

const writers = { csv: writeCsv, jsonl: writeJsonl, xlsx: writeXlsx }

/** The format that a path's ending asks for; CSV when it says nothing. */
export function formatOf(path: string): TableFormat {
  return byExtension[extname(path).toLowerCase()] ?? 'csv'
}

export interface WriteOptions {
  /** A path or `-`, standard output. A file appears whole or not at all, readable by its owner only. */
  readonly to: string
  readonly format: TableFormat
  readonly columns: readonly Column[]
}

/** @throws Invalid naming the path when it cannot be written */
export async function openTableWriter({ to, format, columns }: WriteOptions): Promise<FileWriter> {
  if (to === '-') {
    const writer = await writers[format](process.stdout, columns, { close: false })
    return { ...writer, discard: async () => {} }
  }
  const partial = `${to}.part`
  const file = await openFile(to, partial)
  const writer = await writers[format](file, columns, { close: true })
  return {
    write: (row) => writer.write(row),
    async discard() {
      file.destroy()
      await rm(partial, { force: true })
    },
    async end() {
      await writer.end()
      await rename(partial, to).catch(async (error: NodeJS.ErrnoException) => {
        await rm(partial, { force: true })
        throw unreadable(to, 'table.unwritable', { cause: String(error.code) })
      })
    },
  }
}

function openFile(to: string, partial: string): Promise<WriteStream> {
  return new Promise((resolve, reject) => {
    const file = createWriteStream(partial, { mode: 0o600 })
    file.once('open', () => resolve(file))
    file.once('error', (error: NodeJS.ErrnoException) =>
      reject(unreadable(to, 'table.unwritable', { cause: String(error.code) })),
    )
  })
}
