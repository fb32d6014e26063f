import { Unavailable } from '../errors.js'
import { type Migration, migrate, migrations } from './migrations.js'
import type {
  Collection,
  DocumentStore,
  Filter,
  FindOptions,
  Stored,
  StoreHealth,
  Transaction,
} from './port.js'
import { createPrivateFile } from './private-file.js'
import { Queue } from './queue.js'
import { scanned } from './scan.js'
import type { SlowLog } from './slow-log.js'
import { Connection, type ConnectionOptions } from './sqlite-connection.js'
import { sqliteHealth } from './sqlite-health.js'
import { pageStatements } from './sqlite-query.js'
import { SqliteReader } from './sqlite-reader.js'
import { applySchema } from './sqlite-schema.js'
import { SqliteTransaction } from './sqlite-writer.js'
import { TransactionScope } from './transaction-scope.js'

export interface SqliteStoreOptions {
  /** The file; it and its folder are made when missing, readable by its owner only. */
  readonly path: string
  readonly collections: readonly Collection<Stored>[]
  readonly logSlow?: SlowLog | undefined
  /** Told the text of every statement, without its values. */
  readonly onStatement?: (sql: string) => void
  /** Milliseconds to wait for another process that writes; default 5,000. */
  readonly busyTimeout?: number
  /** Only tests give their own. */
  readonly migrations?: readonly Migration[]
}

export interface QueryPlanRow {
  readonly id: number
  readonly parent: number
  readonly detail: string
}

export interface SqliteStore extends DocumentStore {
  /** How `find` would run: the engine's EXPLAIN QUERY PLAN of each statement, one after the other. */
  explain<T extends Stored>(
    collection: Collection<T>,
    filter: Filter,
    options?: FindOptions,
  ): Promise<QueryPlanRow[]>
}

/**
 * Opens the file, brings it to this program's layout and makes its tables and indexes what `collections` say.
 * Throws Unavailable when it cannot be opened, RangeError when a newer program wrote it.
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<SqliteStore> {
  const { path, collections, busyTimeout = 5000, onStatement, logSlow } = options
  const shared: ConnectionOptions = { path, busyTimeout, onStatement, logSlow }
  createPrivateFile(path)
  const writer = openWriter(shared)
  try {
    inTransaction(writer, () => {
      migrate(writer, collections, options.migrations ?? migrations)
      applySchema(writer, collections)
    })
    const reader = new Connection(shared)
    reader.pragma('query_only = ON')
    return new Store(writer, reader, collections)
  } catch (error) {
    writer.close()
    throw error
  }
}

function openWriter(options: ConnectionOptions): Connection {
  // The connection sets its busy timeout first: the switch to WAL must wait for others too.
  const db = new Connection(options)
  try {
    const mode = db.pragma('journal_mode = WAL')
    if (mode !== 'wal') throw new Unavailable('sqlite', { cause: new Error(`journal mode ${mode}, not wal`) })
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    // The ends of indexes that an import changes again and again stay in memory, and go from the log to the file a quarter as often.
    db.pragma('cache_size = -16384')
    db.pragma('wal_autocheckpoint = 4096')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function inTransaction(db: Connection, work: () => void): void {
  db.execute('BEGIN IMMEDIATE')
  try {
    work()
    db.execute('COMMIT')
  } catch (error) {
    rollBack(db)
    throw error
  }
}

/** Some failures, as of a full disk, have rolled back already. */
function rollBack(db: Connection): void {
  if (db.inTransaction) db.execute('ROLLBACK')
}

/** Reads on a connection of its own, which never sees what the writer has not committed and never waits for it. */
class Store extends SqliteReader implements SqliteStore {
  readonly #writer: Connection
  readonly #reader: Connection
  readonly #collections: readonly Collection<Stored>[]
  readonly #queue = new Queue()
  readonly #scope = new TransactionScope()
  #closing: Promise<void> | undefined

  constructor(writer: Connection, reader: Connection, collections: readonly Collection<Stored>[]) {
    super(() => {
      this.#assertOpen()
      return reader
    })
    this.#writer = writer
    this.#reader = reader
    this.#collections = collections
  }

  async insert<T extends Stored>(collection: Collection<T>, document: T): Promise<void> {
    await this.transaction((tx) => tx.insert(collection, document))
  }

  async insertMany<T extends Stored>(collection: Collection<T>, documents: readonly T[]): Promise<void> {
    await this.transaction((tx) => tx.insertMany(collection, documents))
  }

  async replace<T extends Stored>(collection: Collection<T>, document: T, expected: number): Promise<T> {
    return this.transaction((tx) => tx.replace(collection, document, expected))
  }

  async replaceMany<T extends Stored>(collection: Collection<T>, documents: readonly T[]): Promise<T[]> {
    return this.transaction((tx) => tx.replaceMany(collection, documents))
  }

  async remove<T extends Stored>(collection: Collection<T>, id: string, expected: number): Promise<void> {
    await this.transaction((tx) => tx.remove(collection, id, expected))
  }

  async removeMany<T extends Stored>(collection: Collection<T>, documents: readonly Stored[]): Promise<void> {
    await this.transaction((tx) => tx.removeMany(collection, documents))
  }

  async transaction<R>(work: (tx: Transaction) => Promise<R>): Promise<R> {
    this.#assertOpen()
    this.#scope.assertOutside()
    return this.#queue.run(() => this.#transact(work))
  }

  async #transact<R>(work: (tx: Transaction) => Promise<R>): Promise<R> {
    const db = this.#writer
    const tx = new SqliteTransaction(db)
    db.execute('BEGIN IMMEDIATE')
    try {
      const result = await this.#scope.run(() => work(tx))
      tx.assertUsable()
      db.execute('COMMIT')
      return result
    } catch (error) {
      rollBack(db)
      throw error
    } finally {
      tx.end()
    }
  }

  scan<T extends Stored>(collection: Collection<T>, batchSize?: number): AsyncGenerator<T[], void> {
    return scanned(this, collection, batchSize)
  }

  async health({ deep = false }: { readonly deep?: boolean } = {}): Promise<StoreHealth> {
    return sqliteHealth(this.connection(), this.#collections, deep)
  }

  /** Nothing is left to do: opening the file has done it. */
  async applyIndexes(): Promise<string[]> {
    this.#assertOpen()
    return []
  }

  async explain<T extends Stored>(
    collection: Collection<T>,
    filter: Filter,
    options: FindOptions = {},
  ): Promise<QueryPlanRow[]> {
    return pageStatements(collection, filter, options).flatMap(({ text, values }) =>
      this.connection()
        .all(`EXPLAIN QUERY PLAN ${text}`, [...values, options.limit ?? 100])
        .map(([id, parent, , detail]) => ({
          id: Number(id),
          parent: Number(parent),
          detail: String(detail),
        })),
    )
  }

  close(): Promise<void> {
    this.#closing ??= this.#queue.run(() => {
      this.#reader.close()
      this.#writer.pragma('wal_checkpoint(TRUNCATE)')
      this.#writer.close()
    })
    return this.#closing
  }

  #assertOpen(): void {
    if (this.#closing) throw new Unavailable('sqlite', { cause: new Error('the store is closed') })
  }
}
