import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.js'
import { Invalid } from './platform/errors.js'

/** @throws Invalid when there is no data yet */
export function existingStorePath({ data }: Config): string {
  const path = storePath(data)
  if (!existsSync(path)) throw new Invalid([{ field: data, code: 'data.missing' }])
  return path
}

/** Where the files of service records lie, with either store. */
export function attachmentFolder(data: string): string {
  return join(data, 'attachments')
}

/** The file of the embedded store. */
export function storePath(data: string): string {
  return join(data, 'duijie.sqlite')
}
