import Database from 'libsql'
import { Unavailable } from '../errors.js'
import type { SlowLog } from './slow-log.js'
import { translated } from './sqlite-errors.js'

export type SqlValue = string | number | null
export type SqlRow = readonly SqlValue[]

/** What every connection of a store shares. */
export interface ConnectionOptions {
  readonly path: string
  /** Milliseconds to wait for another process that writes; the event loop stands still meanwhile. */
  readonly busyTimeout: number
  /** Told the text of every statement before it runs. */
  readonly onStatement?: ((sql: string) => void) | undefined
  readonly logSlow?: SlowLog | undefined
}

/** Prepared statements kept per connection; the oldest goes when one more comes. */
export const statementLimit = 256

/** One connection: prepares each text once, gives rows as arrays, and translates the engine's errors. */
export class Connection {
  readonly #options: ConnectionOptions
  readonly #db: Database.Database
  readonly #statements = new Map<string, Database.Statement>()

  constructor(options: ConnectionOptions) {
    this.#options = options
    try {
      this.#db = new Database(options.path)
    } catch (error) {
      // libsql reports a file that cannot be opened as a plain Error.
      throw new Unavailable('sqlite', { cause: error })
    }
    this.pragma(`busy_timeout = ${options.busyTimeout}`)
  }

  get(sql: string, ...values: SqlRow): SqlRow | undefined {
    return this.#timed(sql, () => this.#prepared(sql).get(values)) as SqlRow | undefined
  }

  all(sql: string, values: SqlRow = []): SqlRow[] {
    return this.#timed(sql, () => this.#prepared(sql).all(values)) as SqlRow[]
  }

  /** Returns how many rows changed. */
  run(sql: string, values: SqlRow = []): number {
    return this.#timed(sql, () => this.#prepared(sql).run(values)).changes
  }

  /**
   * For statements without values or rows. Not cached: a prepared BEGIN that failed as busy stays half done in libsql
   * 0.5, and every later COMMIT of the connection fails (tursodatabase/libsql-client-ts#352).
   */
  execute(sql: string): void {
    this.#timed(sql, () => this.#db.exec(sql))
  }

  /** The first row's first value. Through `all`, because libsql 0.5 leaves a pragma that `exec` ran unfinished. */
  pragma(text: string): SqlValue {
    return this.all(`PRAGMA ${text}`)[0]?.[0] ?? null
  }

  get inTransaction(): boolean {
    return this.#db.inTransaction
  }

  get statementCount(): number {
    return this.#statements.size
  }

  close(): void {
    this.#statements.clear()
    this.#db.close()
  }

  #prepared(sql: string): Database.Statement {
    const known = this.#statements.get(sql)
    if (known) return known
    const statement = this.#db.prepare(sql)
    if (statement.reader) statement.raw(true)
    if (this.#statements.size >= statementLimit) {
      const [oldest = ''] = this.#statements.keys()
      this.#statements.delete(oldest)
    }
    this.#statements.set(sql, statement)
    return statement
  }

  #timed<R>(sql: string, work: () => R): R {
    this.#options.onStatement?.(sql)
    const { logSlow } = this.#options
    const start = logSlow ? performance.now() : 0
    try {
      return work()
    } catch (error) {
      throw translated(error)
    } finally {
      const took = logSlow ? performance.now() - start : 0
      if (logSlow && took >= logSlow.above) logSlow.log(sql, took)
    }
  }
}
