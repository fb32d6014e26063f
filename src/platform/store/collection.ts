import { checkedPath } from './paths.js'
import type { Collection, IndexSpec, Path, Stored } from './port.js'
import type { DocumentShape, Shape } from './shape.js'

/**
 * Declares a collection. `name` becomes the table or model, so it is lower case letters and underscores.
 * Every path that a query filters or sorts on must lead an index or be named in `arrays`.
 */
export function defineCollection<T extends Stored>(spec: {
  name: string
  shape: Shape<T>
  indexes?: readonly IndexSpec[]
  arrays?: readonly Path[]
}): Collection<T> {
  const { name, indexes = [], arrays = [] } = spec
  if (!/^[a-z][a-z_]*$/.test(name)) throw new RangeError(`collection name: ${name}`)
  for (const { fields, expires } of indexes) {
    if (expires && fields.length !== 1) throw new RangeError(`${name}: an index that expires has one path`)
  }
  // The mapped type says more than the adapters need, and says it in a form that they cannot read.
  const shape = spec.shape as DocumentShape
  for (const field of Object.keys(shape)) checkedPath(field)
  return Object.freeze({ name, indexes, arrays, shape })
}
