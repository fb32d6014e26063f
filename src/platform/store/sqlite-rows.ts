import type { Connection, SqlRow } from './sqlite-connection.js'

/**
 * Inserts rows of `width` values by statements of 64 rows, the rest by halves of that, so that seven prepared texts
 * serve any number. A third of the time of a statement per row; json_each was slower than both (100,000 rows).
 * @param table quoted, as SQL has it
 */
export function insertRows(db: Connection, table: string, width: number, rows: readonly SqlRow[]): void {
  const row = `(${Array(width).fill('?').join(', ')})`
  let size = 64
  for (let start = 0; start < rows.length; start += size) {
    while (size > rows.length - start) size /= 2
    const values = Array(size).fill(row).join(', ')
    db.run(`INSERT INTO ${table} VALUES ${values}`, rows.slice(start, start + size).flat())
  }
}

/** `?, ?, …`: as many as `values`, rounded up to a power of two so that few texts serve lists of any length. */
export function placeholders<V>(values: readonly V[]): { sql: string; values: V[] } {
  const last = values.at(-1)
  const size = 2 ** Math.ceil(Math.log2(Math.max(values.length, 1)))
  const padding = last === undefined ? [] : Array<V>(size - values.length).fill(last)
  const padded = [...values, ...padding]
  return { sql: padded.map(() => '?').join(', '), values: padded }
}
