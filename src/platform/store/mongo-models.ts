import { type Connection, type Model, Schema, SchemaType } from 'mongoose'
import type { Kept } from './mongo-documents.js'
import { indexesOf } from './mongo-indexes.js'
import type { Collection, Stored } from './port.js'
import { type DocumentShape, misfitIn, type ValueShape } from './shape.js'

/** The models of a connection, by name of the collection. */
export type Models = ReadonlyMap<string, Model<Kept>>

interface ExactOptions {
  readonly shape: ValueShape
}

/**
 * A value that is taken as it is or not at all. Mongoose's own types would make 1 of "1" and of true, on the way in and
 * in filters, where the port says that comparisons match values of their own type only.
 */
class Exact extends SchemaType {
  static schemaName = 'Exact'
  readonly #shape: ValueShape

  constructor(path: string, options: ExactOptions) {
    super(path, options, 'Exact')
    this.#shape = options.shape
  }

  override cast(value: unknown): unknown {
    const wrong = misfitIn(value, this.#shape, this.path)
    if (wrong) throw new RangeError(wrong)
    return value
  }

  castForQuery(_operator: unknown, value: unknown): unknown {
    return value
  }
}

// Mongoose finds types by name in this table, its own and others' alike.
Object.assign(Schema.Types, { Exact })

/** Makes the model of each collection; nothing is sent to the server. */
export function modelsOf(connection: Connection, collections: readonly Collection<Stored>[]): Models {
  return new Map(
    collections.map((collection) => [
      collection.name,
      connection.model<Kept>(collection.name, schemaOf(collection), collection.name),
    ]),
  )
}

/** Typed and strict; made for lean reads: no version key, no defaults, nothing left out for being empty. */
function schemaOf(collection: Collection<Stored>): Schema<Kept> {
  const { shape } = collection
  const definition = {
    _id: { type: Exact, shape: 'string' },
    revision: { type: Exact, shape: 'number' },
    _lock: { type: Exact, shape: 'string' },
    _expires: { type: Exact, shape: 'any' },
    ...definitionOf(shape),
  }
  const schema = new Schema<Kept>(definition as object, {
    strict: 'throw',
    strictQuery: 'throw',
    minimize: false,
    versionKey: false,
    id: false,
    autoIndex: false,
    autoCreate: false,
    // No name of a path can clash with a method of documents, for none are made.
    suppressReservedKeysWarning: true,
  })
  for (const { key, options } of indexesOf(collection)) schema.index(key, options)
  return schema
}

/** Objects become nested paths, so that filters below them are checked; arrays are one value each. */
function definitionOf(shape: DocumentShape): Record<string, object> {
  return Object.fromEntries(
    Object.entries(shape).map(([field, inner]) => [
      field,
      typeof inner === 'object' && !Array.isArray(inner)
        ? definitionOf(inner as DocumentShape)
        : { type: Exact, shape: inner },
    ]),
  )
}
