import type { Collection, IndexSpec, Path, Stored } from './port.js'

/**
 * Declares a collection. `name` becomes the table or model, so it is lower case letters and underscores.
 * Every path that a query filters or sorts on must lead an index or be named in `arrays`.
 */
export function defineCollection<T extends Stored>(spec: {
  name: string
  indexes?: readonly IndexSpec[]
  arrays?: readonly Path[]
}): Collection<T> {
  if (!/^[a-z][a-z_]*$/.test(spec.name)) throw new RangeError(`collection name: ${spec.name}`)
  return Object.freeze({ name: spec.name, indexes: spec.indexes ?? [], arrays: spec.arrays ?? [] })
}
