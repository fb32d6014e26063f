import type { Collection, Stored, StoreHealth } from './port.js'
import type { Connection } from './sqlite-connection.js'
import { arrayTable } from './sqlite-schema.js'

/** @param deep also reads every page: about a second per gigabyte, during which the event loop stands still */
export function sqliteHealth(
  db: Connection,
  collections: readonly Collection<Stored>[],
  deep: boolean,
): StoreHealth {
  return {
    engine: 'sqlite',
    version: String(db.get('SELECT sqlite_version()')?.[0]),
    schemaVersion: Number(db.pragma('user_version')),
    problems: deep ? [...damage(db), ...strayElements(db, collections)] : [],
  }
}

/** What is wrong with the file itself. */
export function damage(db: Connection): string[] {
  const integrity = db.all('PRAGMA integrity_check').map(([line]) => String(line))
  const keys = db.all('PRAGMA foreign_key_check').map((row) => `foreign key: ${row.join(' ')}`)
  return [...integrity.filter((line) => line !== 'ok'), ...keys]
}

function strayElements(db: Connection, collections: readonly Collection<Stored>[]): string[] {
  return collections.flatMap((collection) =>
    collection.arrays.flatMap((path) => {
      const table = arrayTable(collection, path)
      const row = db.get(
        `SELECT count(*) FROM ${table} WHERE id NOT IN (SELECT id FROM "${collection.name}")`,
      )
      return Number(row?.[0]) ? [`${table}: ${row?.[0]} elements of documents that are not there`] : []
    }),
  )
}
