import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { Invalid } from '../errors.js'
import { migrations } from './migrations.js'
import { Connection } from './sqlite-connection.js'
import { type CollectionDigest, digests } from './sqlite-digest.js'
import { engineCode } from './sqlite-errors.js'
import { damage } from './sqlite-health.js'

const busyTimeout = 5_000

/**
 * Writes a whole, compact copy of the file `from` to `to`, while other processes read and write `from`. The copy is what
 * was committed at one moment. It has its name only when it is complete, examined and on disk; its owner alone may read it.
 * @returns what the copy holds
 * @throws Invalid when something is there already, or `from` is missing, damaged, no store, or of a newer program
 */
export function copySqlite(from: string, to: string): readonly CollectionDigest[] {
  if (!existsSync(from)) throw refused(from, 'file.missing')
  if (existsSync(to)) throw refused(to, 'file.taken')
  const part = `${to}.part`
  reserve(part)
  try {
    withConnection(from, (db) => db.run('VACUUM INTO ?', [part]))
    const held = examine(part, from)
    flush(part)
    if (existsSync(to)) throw refused(to, 'file.taken')
    renameSync(part, to)
    flushFolderOf(to)
    return held
  } catch (error) {
    rmSync(part, { force: true })
    throw explained(error, from)
  }
}

/** Keeps a second copy to the same name out. */
function reserve(part: string): void {
  try {
    closeSync(openSync(part, 'wx', 0o600))
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? refused(part, 'file.taken') : error
  }
}

/** Whether this program could open `path`, and what it holds; `from` is what people are told about. */
function examine(path: string, from: string): readonly CollectionDigest[] {
  return withConnection(path, (db) => {
    const [problem] = damage(db)
    if (problem) throw refused(from, 'store.damaged', { problem })
    const layout = Number(db.pragma('user_version'))
    const known = migrations.at(-1)?.version ?? 0
    if (layout > known) throw refused(from, 'store.newer', { layout, known })
    const held = digests(db)
    if (!held.length) throw refused(from, 'store.foreign')
    return held
  })
}

/** What the engine cannot read is the file's fault. */
function explained(error: unknown, from: string): unknown {
  const code = engineCode(error)
  if (code === 'SQLITE_NOTADB') return refused(from, 'store.foreign')
  return code === 'SQLITE_CORRUPT' ? refused(from, 'store.damaged', { problem: code }) : error
}

function withConnection<R>(path: string, work: (db: Connection) => R): R {
  const db = new Connection({ path, busyTimeout })
  try {
    return work(db)
  } finally {
    db.close()
  }
}

function flush(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Without it a power cut can take a new name back. */
export function flushFolderOf(path: string): void {
  const folder = openSync(dirname(path), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

export function refused(
  field: string,
  code: string,
  params: Readonly<Record<string, string | number>> = {},
): Invalid {
  return new Invalid([{ field, code, params }])
}
