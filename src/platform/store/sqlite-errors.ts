import Database from 'libsql'
import { Conflict, Unavailable } from '../errors.js'

const away = /^SQLITE_(BUSY|LOCKED|IOERR|FULL|CORRUPT|NOTADB|CANTOPEN|READONLY|NOMEM|PROTOCOL)/

/** What callers are told of an error of the engine: Conflict or Unavailable with the cause; other errors unchanged. */
export function translated(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  if (error.code === 'SQLITE_CONSTRAINT_PRIMARYKEY') return taken('id', error)
  if (error.code === 'SQLITE_CONSTRAINT_UNIQUE') return taken(keyOf(error.message), error)
  return away.test(error.code) ? new Unavailable('sqlite', { cause: error }) : error
}

/** The engine's own code in an Unavailable, as `SQLITE_BUSY`; undefined in any other error. */
export function engineCode(error: unknown): string | undefined {
  return error instanceof Unavailable && error.cause instanceof Database.SqliteError
    ? error.cause.code
    : undefined
}

function taken(field: string, cause: Error): Conflict {
  return new Conflict('key.taken', field, field, { cause })
}

/** Indexes are named `unique:<collection>:<paths>` (sqlite-schema.ts), so that the engine's message names the key. */
function keyOf(message: string): string {
  return /'unique:[a-z_]+:([^']+)'/.exec(message)?.[1] ?? 'id'
}
