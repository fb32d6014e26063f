import type { Connection } from 'mongoose'
import { Unavailable } from '../errors.js'
import { connect } from './mongo-connection.js'
import { translated } from './mongo-errors.js'
import { mongoHealth } from './mongo-health.js'
import { createCollections, createMissing, dropSurplus } from './mongo-indexes.js'
import { layoutVersion, type MongoMigration, migrateMongo, mongoMigrations } from './mongo-migrations.js'
import { type Models, modelsOf } from './mongo-models.js'
import { type Run, timed } from './mongo-operation.js'
import { inTransaction } from './mongo-transaction.js'
import { MongoWriter } from './mongo-writer.js'
import type { Collection, DocumentStore, Stored, StoreHealth, Transaction } from './port.js'
import { scanned } from './scan.js'
import type { SlowLog } from './slow-log.js'
import { TransactionScope } from './transaction-scope.js'

export interface MongoStoreOptions {
  /** mongodb:// or mongodb+srv://; without a database in it, `duijie` is used. */
  readonly url: string
  readonly collections: readonly Collection<Stored>[]
  readonly logSlow?: SlowLog | undefined
  /** Only tests give their own. */
  readonly migrations?: readonly MongoMigration[]
}

/**
 * Connects, brings the database to this program's layout and makes collections and indexes that are not there yet.
 * @throws Unavailable when the server cannot be reached; RangeError when a newer program wrote the data, for an address
 * that cannot be read, and for a server without transactions
 */
export async function openMongoStore({
  url,
  collections,
  logSlow,
  migrations = mongoMigrations,
}: MongoStoreOptions): Promise<DocumentStore> {
  const connection = await connect(url)
  try {
    const models = modelsOf(connection, collections)
    const db = connection.getClient().db(connection.name)
    await migrateMongo(db, collections, migrations)
    await createCollections(db, [...models.values()])
    await Promise.all([...models.values()].map((model) => createMissing(model)))
    return new Store(connection, models, collections, logSlow)
  } catch (error) {
    await connection.close()
    throw translated(error)
  }
}

/** Whether this program has ever kept anything there. @throws as `openMongoStore` does */
export async function holdsMongoData(url: string): Promise<boolean> {
  const connection = await connect(url)
  try {
    return (await layoutVersion(connection.getClient().db(connection.name))) !== undefined
  } finally {
    await connection.close()
  }
}

class Store extends MongoWriter implements DocumentStore {
  readonly #connection: Connection
  readonly #models: Models
  readonly #collections: readonly Collection<Stored>[]
  readonly #logSlow: SlowLog | undefined
  readonly #scope = new TransactionScope()
  readonly #underWay = new Set<Promise<unknown>>()
  #closing: Promise<void> | undefined

  constructor(
    connection: Connection,
    models: Models,
    collections: readonly Collection<Stored>[],
    logSlow: SlowLog | undefined,
  ) {
    const read: Run = (operation, work) => this.#tracked(() => timed(logSlow, operation, () => work({})))
    const write: Run = (operation, work) => {
      this.#scope.assertOutside()
      return read(operation, work)
    }
    super(models, read, async (...asked) => write(...asked))
    this.#connection = connection
    this.#models = models
    this.#collections = collections
    this.#logSlow = logSlow
  }

  /** One document is whole or not there by itself; several need a transaction to be. */
  override async insertMany<T extends Stored>(
    collection: Collection<T>,
    documents: readonly T[],
  ): Promise<void> {
    if (documents.length <= 1) return super.insertMany(collection, documents)
    await this.transaction((tx) => tx.insertMany(collection, documents))
  }

  override async replaceMany<T extends Stored>(
    collection: Collection<T>,
    documents: readonly T[],
  ): Promise<T[]> {
    return this.transaction((tx) => tx.replaceMany(collection, documents))
  }

  override async removeMany<T extends Stored>(
    collection: Collection<T>,
    documents: readonly Stored[],
  ): Promise<void> {
    await this.transaction((tx) => tx.removeMany(collection, documents))
  }

  async transaction<R>(work: (tx: Transaction) => Promise<R>): Promise<R> {
    this.#scope.assertOutside()
    return this.#tracked(() =>
      inTransaction(this.#connection, this.#logSlow, (attempt) =>
        this.#scope.run(() => work(new MongoWriter(this.#models, attempt.run, attempt.run))),
      ),
    )
  }

  scan<T extends Stored>(collection: Collection<T>, batchSize?: number): AsyncGenerator<T[], void> {
    return scanned(this, collection, batchSize)
  }

  async health({ deep = false }: { readonly deep?: boolean } = {}): Promise<StoreHealth> {
    return this.#tracked(() => mongoHealth(this.#connection, this.#collections, this.#models, deep))
  }

  async applyIndexes(): Promise<string[]> {
    return this.#tracked(async () => {
      const changes: string[] = []
      for (const model of this.#models.values()) {
        changes.push(...(await createMissing(model)).map((name) => `+ ${name}`))
        changes.push(...(await dropSurplus(model)).map((name) => `- ${name}`))
      }
      return changes
    })
  }

  close(): Promise<void> {
    this.#closing ??= Promise.allSettled(this.#underWay).then(() => this.#connection.close())
    return this.#closing
  }

  /** Refused once the store is closed, waited for by `close`, and with its errors translated. */
  async #tracked<R>(work: () => Promise<R>): Promise<R> {
    if (this.#closing) throw new Unavailable('mongodb', { cause: new Error('the store is closed') })
    const running = work()
    this.#underWay.add(running)
    try {
      return await running
    } catch (error) {
      throw translated(error)
    } finally {
      this.#underWay.delete(running)
    }
  }
}
