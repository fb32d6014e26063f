import { randomUUID } from 'node:crypto'
import { Conflict, NotFound } from '../errors.js'
import { type Kept, toKept } from './mongo-documents.js'
import type { Models } from './mongo-models.js'
import type { Run } from './mongo-operation.js'
import { MongoReader } from './mongo-reader.js'
import type { Collection, Stored, Transaction } from './port.js'
import { checkedIds } from './query-checks.js'
import { assertKeepable } from './shape.js'

/** Each write is one command of the server. */
export class MongoWriter extends MongoReader implements Transaction {
  constructor(
    models: Models,
    read: Run,
    protected readonly write: Run,
  ) {
    super(models, read)
  }

  async insert<T extends Stored>(collection: Collection<T>, document: T): Promise<void> {
    await this.insertMany(collection, [document])
  }

  async insertMany<T extends Stored>(collection: Collection<T>, documents: readonly T[]): Promise<void> {
    const kept = documents.map((document) => {
      assertKeepable(collection, document)
      return toKept(collection, document)
    })
    if (!kept.length) return
    // `lean`: the documents were checked above against what the schema is made from, at a fraction of the cost.
    await this.write({ name: 'insert', collection: collection.name }, (within) =>
      this.model(collection).insertMany(kept, { lean: true, ...within }),
    )
  }

  async replace<T extends Stored>(collection: Collection<T>, document: T, expected: number): Promise<T> {
    const next = { ...document, revision: expected + 1 }
    assertKeepable(collection, next)
    const { matchedCount } = await this.write({ name: 'replace', collection: collection.name }, (within) =>
      this.#kept(collection).replaceOne(
        { _id: next.id, revision: expected },
        toKept(collection, next),
        within,
      ),
    )
    if (!matchedCount) throw await this.#refused(collection, document.id)
    return next
  }

  async replaceMany<T extends Stored>(collection: Collection<T>, documents: readonly T[]): Promise<T[]> {
    if (!documents.length) return []
    const next = documents.map((document) => ({ ...document, revision: document.revision + 1 }))
    for (const document of next) assertKeepable(collection, document)
    await this.#assertAt(collection, documents)
    const operations = next.map((document) => ({
      replaceOne: {
        filter: { _id: document.id, revision: document.revision - 1 },
        replacement: toKept(collection, document),
      },
    }))
    const { matchedCount } = await this.write(
      { name: 'replaceMany', collection: collection.name },
      (within) => this.#kept(collection).bulkWrite(operations, within),
    )
    // All were at their revisions just now, in this very transaction.
    if (matchedCount < next.length) throw new Conflict('revision.stale', `${collection.name}: one id twice`)
    return next
  }

  async remove<T extends Stored>(collection: Collection<T>, id: string, expected: number): Promise<void> {
    const { deletedCount } = await this.write({ name: 'remove', collection: collection.name }, (within) =>
      this.model(collection).deleteOne({ _id: id, revision: expected }, within).exec(),
    )
    if (!deletedCount) throw await this.#refused(collection, id)
  }

  async removeMany<T extends Stored>(collection: Collection<T>, documents: readonly Stored[]): Promise<void> {
    if (!documents.length) return
    await this.#assertAt(collection, documents)
    const ids = documents.map(({ id }) => id)
    await this.write({ name: 'removeMany', collection: collection.name }, (within) =>
      this.model(collection)
        .deleteMany({ _id: { $in: ids } }, within)
        .exec(),
    )
  }

  async lock<T extends Stored>(collection: Collection<T>, ids: readonly string[]): Promise<T[]> {
    const filter = { _id: { $in: [...new Set(checkedIds(ids))] } }
    // A write of a value that is new each time: MongoDB takes one that changes nothing for no write at all.
    await this.write({ name: 'lock', collection: collection.name }, (within) =>
      this.model(collection)
        .updateMany(filter, { $set: { _lock: randomUUID() } }, within)
        .exec(),
    )
    return this.getMany(collection, ids)
  }

  /** The driver's collection: a model would make Mongoose documents first, and put their keys in another order. */
  #kept(collection: Collection<Stored>) {
    return this.model(collection).db.collection<Kept>(collection.name)
  }

  /**
   * That documents are there, at the revisions that they bear. What is changed afterwards is written by another
   * transaction, and the server refuses this one.
   */
  async #assertAt(collection: Collection<Stored>, documents: readonly Stored[]): Promise<void> {
    const ids = documents.map(({ id }) => id)
    const found = await this.read({ name: 'revisions', collection: collection.name }, (within) =>
      this.model(collection)
        .find({ _id: { $in: ids } }, { revision: 1 }, within)
        .lean<Kept[]>()
        .exec(),
    )
    const revisions = new Map(found.map(({ _id, revision }) => [_id, revision]))
    for (const { id, revision } of documents) {
      if (revisions.get(id) !== revision) throw refused(collection, id, revisions.has(id))
    }
  }

  async #refused(collection: Collection<Stored>, id: string): Promise<Conflict | NotFound> {
    const found = await this.read({ name: 'revision', collection: collection.name }, (within) =>
      this.model(collection).findOne({ _id: id }, { revision: 1 }, within).lean<Kept>().exec(),
    )
    return refused(collection, id, found !== null)
  }
}

function refused({ name }: Collection<Stored>, id: string, isThere: boolean): Conflict | NotFound {
  return isThere ? new Conflict('revision.stale', `${name} ${id}`) : new NotFound(name, id)
}
