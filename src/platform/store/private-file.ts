import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { Unavailable } from '../errors.js'

/** Makes a file and its folder where they are missing, for their owner only. @throws Unavailable */
export function createPrivateFile(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600))
  } catch (error) {
    throw new Unavailable('sqlite', { cause: error })
  }
}
