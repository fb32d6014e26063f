import type Database from 'libsql'
import type { SearchCollection } from './port.js'

/** Which entries a filling has given, so that those that were there before and are not given can go. */
export interface GivenEntries {
  note(ids: readonly string[]): void
  /** Ids of the collection that were there when the filling began and were not given. */
  others(): string[]
}

/** Kept in memory as numbers, some 15 bytes an entry; on this connection only, one filling at a time. */
export function givenEntries(db: Database.Database, { name }: SearchCollection): GivenEntries {
  createGivenTable(db)
  db.exec('DELETE FROM temp.search_given')
  const add = db.prepare(`
    INSERT OR IGNORE INTO temp.search_given (entry)
    SELECT entry FROM search_entry WHERE collection = ? AND id IN (SELECT value FROM json_each(?))`)
  const [row] = db.prepare('SELECT coalesce(max(entry), 0) AS newest FROM search_entry').all() as {
    newest: number
  }[]
  // Whatever comes later has a larger number.
  const newest = row?.newest ?? 0
  return {
    note: (ids) => {
      add.run(name, JSON.stringify(ids))
    },
    others() {
      const rows = db
        .prepare(
          `SELECT id FROM search_entry
          WHERE collection = ? AND entry <= ? AND entry NOT IN (SELECT entry FROM temp.search_given)`,
        )
        .all(name, newest) as { id: string }[]
      return rows.map(({ id }) => id)
    },
  }
}

export function createGivenTable(db: Database.Database): void {
  db.exec('CREATE TEMP TABLE IF NOT EXISTS search_given (entry INTEGER PRIMARY KEY)')
}
