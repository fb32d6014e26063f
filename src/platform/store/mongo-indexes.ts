import type { Model, mongo } from 'mongoose'
import { expiryPath, fieldOf, type Kept } from './mongo-documents.js'
import { checkedPath } from './paths.js'
import type { Collection, IndexSpec, Path, Stored } from './port.js'
import { shapeAt } from './shape.js'

export interface MongoIndex {
  readonly key: Record<string, 1>
  readonly options: {
    readonly name: string
    readonly unique?: boolean
    readonly partialFilterExpression?: Record<string, object>
    readonly expireAfterSeconds?: number
  }
}

/** Names of indexes that this program makes; whatever else lies on a collection belongs to others. */
const ourName = /^(index|unique|expires):[a-z_]+:[\w.,]+$/

/** The indexes that a collection declares. Their names say all that they are, so that equal names mean equal indexes. */
export function indexesOf(collection: Collection<Stored>): MongoIndex[] {
  const arrays = collection.arrays.map((path): IndexSpec => ({ fields: [path] }))
  const specs = [...collection.indexes, ...arrays].map((spec) => indexOf(collection, spec))
  const expires = expiryPath(collection)
  return expires === undefined ? specs : [...specs, expiryIndex(collection, expires)]
}

function indexOf(collection: Collection<Stored>, { fields, unique }: IndexSpec): MongoIndex {
  if (!fields.length) throw new RangeError(`an index of ${collection.name} has no fields`)
  const name = `${unique ? 'unique' : 'index'}:${collection.name}:${fields.join(',')}`
  if (unique)
    return {
      key: keyOf(fields),
      options: { name, unique, partialFilterExpression: presence(collection, fields) },
    }
  // Ends in the id, so that a page's order and its starting place come from the index alone.
  return { key: keyOf(fields.includes('id') ? fields : [...fields, 'id']), options: { name } }
}

function expiryIndex({ name }: Collection<Stored>, path: Path): MongoIndex {
  return { key: { _expires: 1 }, options: { name: `expires:${name}:${path}`, expireAfterSeconds: 0 } }
}

function keyOf(fields: readonly Path[]): Record<string, 1> {
  return Object.fromEntries(fields.map((path) => [fieldOf(checkedPath(path)), 1 as const]))
}

/**
 * Holds where every path is there and not null. By comparison and not by `$type`, for MongoDB uses a partial index only
 * where it can tell that the query keeps within it, which it cannot for types (MongoDB manual, Partial Indexes).
 */
function presence(collection: Collection<Stored>, fields: readonly Path[]): Record<string, object> {
  return Object.fromEntries(
    fields.map((path) => {
      const shape = shapeAt(collection, path)
      if (shape === 'string') return [path, { $gte: '' }]
      if (shape === 'number') return [path, { $gte: Number.NEGATIVE_INFINITY }]
      throw new RangeError(`${collection.name}: a unique key of texts or numbers, not ${path}`)
    }),
  )
}

/** How the indexes on a collection differ from those that its model declares. */
export interface IndexDifference {
  readonly missing: readonly MongoIndex[]
  /** Names of ours that are declared no more. */
  readonly surplus: readonly string[]
}

export async function indexDifference(model: Model<Kept>): Promise<IndexDifference> {
  const present = (await model.collection.listIndexes().toArray()).map(({ name }) => String(name))
  const declared = model.schema.indexes().map(([key, options]) => ({ key, options }) as unknown as MongoIndex)
  const names = new Set(declared.map(({ options }) => options.name))
  return {
    missing: declared.filter(({ options }) => !present.includes(options.name)),
    surplus: present.filter((name) => ourName.test(name) && !names.has(name)),
  }
}

/** Makes the collections that are not there, for listing the indexes of such a one is an error. */
export async function createCollections(db: mongo.Db, models: readonly Model<Kept>[]): Promise<void> {
  const present = await db.listCollections({}, { nameOnly: true }).toArray()
  const names = new Set(present.map(({ name }) => name))
  await Promise.all(
    models
      .map((model) => model.collection.name)
      .filter((name) => !names.has(name))
      .map((name) => db.createCollection(name).catch(ignoreExisting)),
  )
}

/** Another process that starts was faster. */
function ignoreExisting(error: unknown): void {
  const namespaceExists = 48
  if (!(error instanceof Error && 'code' in error && error.code === namespaceExists)) throw error
}

/** Makes what is declared and not there, in one command; returns the names. */
export async function createMissing(model: Model<Kept>): Promise<string[]> {
  const { missing } = await indexDifference(model)
  if (!missing.length) return []
  return model.collection.createIndexes(missing.map(({ key, options }) => ({ key, ...options })))
}

/** Drops those of ours that are declared no more; returns their names. */
export async function dropSurplus(model: Model<Kept>): Promise<readonly string[]> {
  const { surplus } = await indexDifference(model)
  for (const name of surplus) await model.collection.dropIndex(name)
  return surplus
}
