import type { Collection, DocumentStore, Stored } from './port.js'
import type { SlowLog } from './slow-log.js'
import { openSqliteStore } from './sqlite-store.js'

export interface OpenStoreOptions {
  /** Where MongoDB is; undefined: the file. */
  readonly mongoUrl: string | undefined
  /** The file of the embedded engine. */
  readonly path: string
  readonly collections: readonly Collection<Stored>[]
  readonly logSlow?: SlowLog | undefined
}

/** Opens the engine that is configured. Mongoose is loaded only where it is asked for: most starts need not wait for it. */
export async function openStore({ mongoUrl, path, ...shared }: OpenStoreOptions): Promise<DocumentStore> {
  if (mongoUrl !== undefined) {
    const { openMongoStore } = await import('./mongo-store.js')
    return openMongoStore({ url: mongoUrl, ...shared })
  }
  return openSqliteStore({ path, ...shared })
}

/** Whether a store was ever opened at this address of MongoDB; makes none. @throws Unavailable */
export async function holdsData(mongoUrl: string): Promise<boolean> {
  const { holdsMongoData } = await import('./mongo-store.js')
  return holdsMongoData(mongoUrl)
}
