import { MongoClient } from 'mongodb'
import type { Collection, DocumentStore, Stored } from '../../../src/platform/store/index.js'
import { type MongoStoreOptions, openMongoStore } from '../../../src/platform/store/mongo-store.js'
import { mongoUrl, onCleanup } from '../../setup.js'

let count = 0

/** The address of a database of its own, which is dropped after the test. */
export function temporaryDatabase(): string {
  const url = databaseUrl(`duijie_test_${process.pid}_${++count}`)
  // A failing hook would end the whole run; a database that stays is only untidy.
  onCleanup(() => dropDatabase(url).catch((error) => console.warn(`not dropped: ${url}: ${error}`)))
  return url
}

/** The server's address with another database in it. */
export function databaseUrl(name: string): string {
  if (!mongoUrl) throw new Error('MONGO_URL is not set')
  return mongoUrl.replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)\/?[^?]*/, `$1/${name}`)
}

export async function dropDatabase(url: string): Promise<void> {
  await withDatabase(url, (db) => db.dropDatabase())
}

/** What the driver sees in a database. */
export async function withDatabase<R>(
  url: string,
  work: (db: ReturnType<MongoClient['db']>) => Promise<R>,
): Promise<R> {
  // Bounded, for a transaction that somebody left open would hold up the drop for ever.
  const client = await MongoClient.connect(url, { socketTimeoutMS: 30_000 })
  try {
    return await work(client.db())
  } finally {
    await client.close()
  }
}

/** Opens a store on `url`, by default an empty one, and closes it after the test. */
export async function openTemporaryMongo(
  collections: readonly Collection<Stored>[],
  url = temporaryDatabase(),
  options: Partial<MongoStoreOptions> = {},
): Promise<DocumentStore> {
  const store = await openMongoStore({ ...options, url, collections: collections.map(withoutExpiry) })
  onCleanup(() => store.close())
  return store
}

/** Tests stop their clocks in the past, where the server's own clock would take away what was just written. */
function withoutExpiry(collection: Collection<Stored>): Collection<Stored> {
  return { ...collection, indexes: collection.indexes.map(({ expires: _, ...index }) => index) }
}
