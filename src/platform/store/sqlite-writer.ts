import { Conflict, NotFound } from '../errors.js'
import type { Collection, Stored, Transaction } from './port.js'
import { assertKeepable } from './shape.js'
import type { Connection } from './sqlite-connection.js'
import { SqliteReader } from './sqlite-reader.js'
import { insertRows } from './sqlite-rows.js'
import { arrayTable, arrayValues, insertArrayRows } from './sqlite-schema.js'

/** Reads and writes inside one transaction, which others begin and end. */
export class SqliteTransaction extends SqliteReader implements Transaction {
  readonly #db: Connection
  #ended = false
  #doomed: unknown

  constructor(db: Connection) {
    super(() => {
      this.assertUsable()
      return db
    })
    this.#db = db
  }

  /** Throws what doomed the transaction, or Error when it is over. */
  assertUsable(): void {
    if (this.#doomed !== undefined) throw this.#doomed
    if (this.#ended) throw new Error('this transaction has ended: use its writer only until its work returns')
  }

  end(): void {
    this.#ended = true
  }

  async insert<T extends Stored>(collection: Collection<T>, document: T): Promise<void> {
    await this.insertMany(collection, [document])
  }

  async insertMany<T extends Stored>(collection: Collection<T>, documents: readonly T[]): Promise<void> {
    for (const document of documents) assertKeepable(collection, document)
    const rows = documents.map((document) => [document.id, document.revision, JSON.stringify(document)])
    this.#write((db) => {
      insertRows(db, `"${collection.name}"`, 3, rows)
      for (const path of collection.arrays) insertArrayRows(db, collection, path, documents)
    })
  }

  async replace<T extends Stored>(collection: Collection<T>, document: T, expected: number): Promise<T> {
    return this.#replace(collection, document, expected)
  }

  async replaceMany<T extends Stored>(collection: Collection<T>, documents: readonly T[]): Promise<T[]> {
    return documents.map((document) => this.#replace(collection, document, document.revision))
  }

  #replace<T extends Stored>(collection: Collection<T>, document: T, expected: number): T {
    const next = { ...document, revision: expected + 1 }
    assertKeepable(collection, next)
    const before = this.#arraysOf(collection, document.id)
    const changed = this.#write((db) =>
      db.run(`UPDATE "${collection.name}" SET revision = ?, doc = ? WHERE id = ? AND revision = ?`, [
        next.revision,
        JSON.stringify(next),
        next.id,
        expected,
      ]),
    )
    if (!changed) throw this.#refused(collection, document.id)
    this.#replaceArrays(collection, before, next)
    return next
  }

  async remove<T extends Stored>(collection: Collection<T>, id: string, expected: number): Promise<void> {
    await this.removeMany(collection, [{ id, revision: expected }])
  }

  async removeMany<T extends Stored>(collection: Collection<T>, documents: readonly Stored[]): Promise<void> {
    for (const { id, revision } of documents) this.#remove(collection, id, revision)
  }

  #remove(collection: Collection<Stored>, id: string, expected: number): void {
    const before = this.#arraysOf(collection, id)
    const changed = this.#write((db) =>
      db.run(`DELETE FROM "${collection.name}" WHERE id = ? AND revision = ?`, [id, expected]),
    )
    if (!changed) throw this.#refused(collection, id)
    this.#replaceArrays(collection, before, undefined)
  }

  /** Nothing to do but read: there is no other writer until this transaction ends. */
  lock<T extends Stored>(collection: Collection<T>, ids: readonly string[]): Promise<T[]> {
    return this.getMany(collection, ids)
  }

  /** A refused write may have done half its work, so nothing but the end of the transaction may follow it. */
  #write<R>(work: (db: Connection) => R): R {
    this.assertUsable()
    try {
      return work(this.#db)
    } catch (error) {
      this.#doomed = error
      throw error
    }
  }

  #refused(collection: Collection<Stored>, id: string): Conflict | NotFound {
    const row = this.connection().get(`SELECT revision FROM "${collection.name}" WHERE id = ?`, id)
    return row
      ? new Conflict('revision.stale', `${collection.name} ${id}`)
      : new NotFound(collection.name, id)
  }

  /** The stored document where its array elements are needed to find their rows: side tables have no index on id. */
  #arraysOf(collection: Collection<Stored>, id: string): Stored | undefined {
    if (!collection.arrays.length) return undefined
    const row = this.connection().get(`SELECT doc FROM "${collection.name}" WHERE id = ?`, id)
    return row && JSON.parse(String(row[0]))
  }

  #replaceArrays(
    collection: Collection<Stored>,
    before: Stored | undefined,
    after: Stored | undefined,
  ): void {
    if (!before) return
    this.#write((db) => {
      for (const path of collection.arrays) {
        const table = arrayTable(collection, path)
        const old = arrayValues(before, path)
        const fresh = after ? arrayValues(after, path) : new Set<string | number>()
        for (const value of old)
          if (!fresh.has(value)) db.run(`DELETE FROM ${table} WHERE value = ? AND id = ?`, [value, before.id])
        const added = [...fresh].filter((value) => !old.has(value)).map((value) => [value, before.id])
        insertRows(db, table, 2, added)
      }
    })
  }
}
