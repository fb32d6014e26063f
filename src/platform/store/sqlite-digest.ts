import { createHash } from 'node:crypto'
import type { Connection } from './sqlite-connection.js'

/** What tells two states of a collection apart. */
export interface CollectionDigest {
  readonly name: string
  readonly documents: number
  /** SHA-256, in hex, of every document's stored JSON and a line end, in the order of their ids. */
  readonly sha256: string
}

const batch = 1_000

/** One digest for each collection in the file, whether this program knows it or not, by name. */
export function digests(db: Connection): CollectionDigest[] {
  // Every table of documents has these three columns; neither side tables nor the search index have them.
  const tables = db.all(`
    SELECT name FROM sqlite_master
    WHERE type = 'table'
      AND (SELECT count(*) FROM pragma_table_info(sqlite_master.name) WHERE name IN ('id', 'revision', 'doc')) = 3
    ORDER BY name`)
  return tables.map(([name]) => digestOf(db, String(name)))
}

function digestOf(db: Connection, name: string): CollectionDigest {
  const hash = createHash('sha256')
  let documents = 0
  let after = ''
  for (;;) {
    const rows = db.all(`SELECT id, doc FROM "${name}" WHERE id > ? ORDER BY id LIMIT ${batch}`, [after])
    for (const [, doc] of rows) hash.update(`${doc}\n`)
    documents += rows.length
    const last = rows.at(-1)
    if (!last || rows.length < batch) return { name, documents, sha256: hash.digest('hex') }
    after = String(last[0])
  }
}
