import { existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { Connection } from './sqlite-connection.js'
import { copySqlite, flushFolderOf, refused } from './sqlite-copy.js'
import type { CollectionDigest } from './sqlite-digest.js'
import { engineCode } from './sqlite-errors.js'

/**
 * Puts a copy of `from` in the place of the store's file `path`, which no process may have open. The old file is kept
 * beside it as `.before`. A crash leaves the old file or the new one in place, never neither.
 * @param replace whether a file may be there already
 * @returns what the restored file holds
 * @throws Invalid when a file is there and may not be replaced, is in use, or an older `.before` is there; and as copySqlite
 */
export function restoreSqlite(from: string, path: string, replace: boolean): readonly CollectionDigest[] {
  const before = `${path}.before`
  if (existsSync(path) && !replace) throw refused(path, 'store.present')
  if (existsSync(path) && existsSync(before)) throw refused(before, 'file.taken')
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const fresh = `${path}.restored`
  const held = copySqlite(from, fresh)
  try {
    if (existsSync(path)) keepUnused(path, before)
    keepLogs(path, before)
    renameSync(fresh, path)
  } catch (error) {
    rmSync(fresh, { force: true })
    throw error
  }
  flushFolderOf(path)
  return held
}

/** Gives the old file its second name, if nobody has it open. */
function keepUnused(path: string, before: string): void {
  const old = new Connection({ path, busyTimeout: 0 })
  try {
    leaveWal(old, path)
    linkSync(path, before)
  } finally {
    old.close()
  }
}

/** Logs are there only beside a file that was damaged or taken away; the new file would be read with them. */
function keepLogs(path: string, before: string): void {
  for (const log of ['-wal', '-shm']) if (existsSync(path + log)) renameSync(path + log, before + log)
}

/**
 * A process that has the file open in WAL mode holds a lock as long as it does, so leaving that mode fails; where it
 * succeeds, the log is worked into the one file.
 */
function leaveWal(db: Connection, path: string): void {
  try {
    db.pragma('journal_mode = DELETE')
  } catch (error) {
    const code = engineCode(error)
    if (code === 'SQLITE_BUSY') throw refused(path, 'store.inUse')
    // What is damaged is what people replace.
    if (code !== 'SQLITE_NOTADB' && code !== 'SQLITE_CORRUPT') throw error
  }
}
