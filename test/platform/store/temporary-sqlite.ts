import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Collection, Stored } from '../../../src/platform/store/index.js'
import {
  openSqliteStore,
  type SqliteStore,
  type SqliteStoreOptions,
} from '../../../src/platform/store/index.js'
import { onCleanup } from '../../setup.js'

/** A path in a folder of its own, which goes after the test. */
export function temporaryPath(name = 'store.db'): string {
  const folder = mkdtempSync(join(tmpdir(), 'duijie-'))
  onCleanup(() => rmSync(folder, { recursive: true }))
  return join(folder, name)
}

/** Opens a store on `path`, by default an empty one, and closes it after the test. */
export async function openTemporarySqlite(
  collections: readonly Collection<Stored>[],
  path = temporaryPath(),
  options: Partial<SqliteStoreOptions> = {},
): Promise<SqliteStore> {
  const store = await openSqliteStore({ ...options, path, collections })
  onCleanup(() => store.close())
  return store
}
