import type { Model } from 'mongoose'
import { fromKept, type Kept } from './mongo-documents.js'
import { type MongoFilter, mongoFilter } from './mongo-filter.js'
import type { Models } from './mongo-models.js'
import type { Run } from './mongo-operation.js'
import { stretchesOf, type TallyResult, tallyPipeline, tallyRow } from './mongo-query.js'
import type { Collection, Filter, FindOptions, Path, RawDocument, Reader, Stored, TallyRow } from './port.js'
import { checkedIds, inOrderOf } from './query-checks.js'

/** Lean reads only: a Mongoose document costs more than the answer of the server. */
export class MongoReader implements Reader {
  constructor(
    private readonly models: Models,
    protected readonly read: Run,
  ) {}

  async get<T extends Stored>(collection: Collection<T>, id: string): Promise<T | undefined> {
    const kept = await this.read({ name: 'get', collection: collection.name }, (within) =>
      this.model(collection).findOne({ _id: id }, null, within).lean<Kept>().exec(),
    )
    return kept ? fromKept(kept) : undefined
  }

  async getRaw<T extends Stored>(collection: Collection<T>, id: string): Promise<RawDocument | undefined> {
    const document = await this.get(collection, id)
    return document && { revision: document.revision, json: JSON.stringify(document) }
  }

  async getMany<T extends Stored>(collection: Collection<T>, ids: readonly string[]): Promise<T[]> {
    const filter = { _id: { $in: [...new Set(checkedIds(ids))] } }
    const found = await this.read({ name: 'getMany', collection: collection.name }, (within) =>
      this.model(collection).find(filter, null, within).lean<Kept[]>().exec(),
    )
    return inOrderOf(
      ids,
      found.map((kept) => fromKept<T>(kept)),
    )
  }

  async find<T extends Stored>(
    collection: Collection<T>,
    filter: Filter,
    options: FindOptions = {},
  ): Promise<T[]> {
    const { stretches, limit } = stretchesOf(collection, filter, options)
    const found: Kept[] = []
    for (const stretch of stretches) {
      if (found.length === limit) break
      found.push(...(await this.#stretch(collection, stretch.filter, stretch.sort, limit - found.length)))
    }
    return found.map((kept) => fromKept<T>(kept))
  }

  #stretch(
    collection: Collection<Stored>,
    filter: MongoFilter,
    sort: Record<string, 1 | -1>,
    limit: number,
  ): Promise<Kept[]> {
    return this.read({ name: 'find', collection: collection.name, filter }, (within) =>
      this.model(collection)
        // One batch: a page has a limit, and asking again costs a round trip.
        .find(filter, null, { ...within, sort, limit, batchSize: limit })
        .lean<Kept[]>()
        .exec(),
    )
  }

  async count<T extends Stored>(collection: Collection<T>, filter: Filter): Promise<number> {
    const asked = mongoFilter(collection, filter)
    // Without a filter the engine would read every document rather than the index of the ids.
    const hint = Object.keys(asked).length ? {} : { hint: '_id_' }
    return this.read({ name: 'count', collection: collection.name, filter: asked }, (within) =>
      this.model(collection)
        .countDocuments(asked, { ...within, ...hint })
        .exec(),
    )
  }

  async tally<T extends Stored>(
    collection: Collection<T>,
    filter: Filter,
    groupBy: readonly Path[],
    sums: readonly Path[] = [],
  ): Promise<TallyRow[]> {
    const pipeline = tallyPipeline(collection, filter, groupBy, sums)
    const rows = await this.read({ name: 'tally', collection: collection.name }, (within) =>
      this.model(collection).aggregate<TallyResult>(pipeline, within).exec(),
    )
    return rows.map((row) => tallyRow(row, groupBy, sums))
  }

  /** @throws RangeError for a collection that the store was not opened with */
  protected model({ name }: Collection<Stored>): Model<Kept> {
    const model = this.models.get(name)
    if (!model) throw new RangeError(`the store was opened without ${name}`)
    return model
  }
}
