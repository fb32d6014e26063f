import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.js'
import { createKeyRing, type KeyRing, newKey, readKeys } from './privacy/index.js'

/**
 * The keys with which personal data is encrypted: those of the configuration, or else those of the file `keys` in the
 * data folder, which is made at the first start and readable by its owner alone.
 * @throws RangeError for keys that are none
 */
export function openKeys({ keys, data }: Pick<Config, 'keys' | 'data'>): KeyRing {
  return createKeyRing(readKeys(keys ?? ownKeys(data)))
}

function ownKeys(data: string): string {
  const file = join(data, 'keys')
  if (!existsSync(file)) makeKeys(data, file)
  return readFileSync(file, 'utf8')
}

/** The file comes to be whole: another process that starts at the same time finds all of it, or makes it itself. */
function makeKeys(data: string, file: string): void {
  const whole = `${file}.${process.pid}`
  mkdirSync(data, { recursive: true, mode: 0o700 })
  writeFileSync(whole, `${newKey('k1')}\n`, { mode: 0o600 })
  try {
    linkSync(whole, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(whole)
  }
}
