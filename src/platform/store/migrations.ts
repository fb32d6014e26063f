import type { Collection, Stored } from './port.js'
import type { Connection } from './sqlite-connection.js'

/** One step forward of the file's layout. Runs before tables and indexes are made what the collections say. */
export interface Migration {
  /** The layout's number after it, counted from 1 without gaps. */
  readonly version: number
  readonly name: string
  readonly up: (db: Connection, collections: readonly Collection<Stored>[]) => void
}

export const migrations: readonly Migration[] = [
  {
    version: 1,
    name: 'the revision beside the document, and array elements in side tables',
    // The side tables themselves are made and filled by applySchema, as for any newly declared array path.
    up: (db, collections) => {
      for (const { name } of collections) {
        const columns = db.all('SELECT name FROM pragma_table_info(?)', [name]).map(([column]) => column)
        if (!columns.length || columns.includes('revision')) continue
        db.execute(`ALTER TABLE "${name}" RENAME TO "${name}_before"`)
        db.execute(`CREATE TABLE "${name}"
          (id TEXT NOT NULL PRIMARY KEY, revision INTEGER NOT NULL, doc TEXT NOT NULL)`)
        db.execute(
          `INSERT INTO "${name}" SELECT id, doc ->> '$.revision', doc FROM "${name}_before" ORDER BY id`,
        )
        db.execute(`DROP TABLE "${name}_before"`)
      }
    },
  },
]

/** Brings the file to the newest version inside the caller's transaction; RangeError when it is newer than that. */
export function migrate(
  db: Connection,
  collections: readonly Collection<Stored>[],
  steps: readonly Migration[],
): void {
  const current = Number(db.pragma('user_version'))
  const newest = steps.at(-1)?.version ?? 0
  if (current > newest)
    throw new RangeError(
      `the file has layout ${current} and this program knows ${newest}: start a newer version of the program`,
    )
  for (const { version, up } of steps.filter((step) => step.version > current)) {
    up(db, collections)
    db.pragma(`user_version = ${version}`)
  }
}
