import type { Writable } from 'node:stream'
import type { Column, TableWriter } from './model.js'
import { finish, put } from './write-text.js'

/** One JSON object a line, its keys in the order of the columns; empty cells are left out, lists stay lists. */
export async function writeJsonl(
  out: Writable,
  columns: readonly Column[],
  options: { close: boolean },
): Promise<TableWriter> {
  return {
    write: (row) => {
      const filled = columns.flatMap(({ key }) => (row[key] === undefined ? [] : [[key, row[key]] as const]))
      return put(out, `${JSON.stringify(Object.fromEntries(filled))}\n`)
    },
    end: () => finish(out, options),
  }
}
