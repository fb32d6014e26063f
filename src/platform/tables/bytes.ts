import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { Invalid } from '../errors.js'

/** The bytes of a file, of which the first can be looked at before they are read. */
export interface Bytes {
  /** Up to 4 KB, fewer only when there are no more. */
  readonly beginning: Buffer
  readonly all: AsyncIterable<Buffer>
}

const enoughToSniff = 4096

/** @param path `-` is standard input. @throws Invalid naming the path when it cannot be read */
export async function openBytes(path: string): Promise<Bytes> {
  if (path === '-') return sniffed(path, process.stdin)
  try {
    if ((await stat(path)).isDirectory()) throw unreadable(path, 'table.folder')
  } catch (error) {
    throw asUnreadable(path, error)
  }
  return sniffed(path, createReadStream(path))
}

export function unreadable(path: string, code: string, params = {}): Invalid {
  return new Invalid([{ field: path, code, params }])
}

async function sniffed(path: string, stream: Readable): Promise<Bytes> {
  const chunks = stream[Symbol.asyncIterator]()
  const first: Buffer[] = []
  let size = 0
  try {
    while (size < enoughToSniff) {
      const next = await chunks.next()
      if (next.done) break
      first.push(next.value)
      size += next.value.length
    }
  } catch (error) {
    throw asUnreadable(path, error)
  }
  const beginning = Buffer.concat(first)
  return { beginning, all: following(path, beginning, chunks, stream) }
}

async function* following(
  path: string,
  beginning: Buffer,
  rest: AsyncIterator<Buffer>,
  stream: Readable,
): AsyncIterable<Buffer> {
  try {
    if (beginning.length) yield beginning
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  } catch (error) {
    throw asUnreadable(path, error)
  } finally {
    stream.destroy()
  }
}

const causes: Readonly<Record<string, string>> = {
  ENOENT: 'table.missing',
  ENOTDIR: 'table.missing',
  EACCES: 'table.forbidden',
  EPERM: 'table.forbidden',
  EISDIR: 'table.folder',
}

function asUnreadable(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || error instanceof Invalid) return error
  const known = causes[String(error.code)]
  return known ? unreadable(path, known) : unreadable(path, 'table.unreadable', { cause: String(error.code) })
}
