import { checkedPath, isScalar } from './paths.js'
import type { Collection, Condition, Filter, FindOptions, Path, Scalar, Sort, Stored } from './port.js'
import { isInsideArray } from './shape.js'

/** What every adapter refuses with RangeError before it asks its engine: a query that is not of the shapes in port.ts. */

const operators: ReadonlySet<string> = new Set(['$in', '$ne', '$exists', '$gt', '$gte', '$lt', '$lte'])

/** The filters under `$and` or `$or`. */
export function branchesOf(key: string, filters: unknown): readonly Filter[] {
  if (!Array.isArray(filters) || !filters.length) throw new RangeError(`${key} needs one filter or more`)
  return filters
}

/** What a filter says of a path: a plain value, or operators that the port knows. */
export function checkedCondition(
  collection: Collection<Stored>,
  path: Path,
  condition: Filter[Path],
): Condition {
  if (condition === undefined || Array.isArray(condition)) throw new RangeError(`${path}: not a condition`)
  // Arrays are gone; what TypeScript cannot see of a readonly array.
  const one = condition as Condition
  if (one === null || typeof one !== 'object') return one
  const names = Object.keys(one)
  if (!names.length || names.some((name) => !operators.has(name)))
    throw new RangeError(`${path}: unknown condition ${names.join(', ')}`)
  if (one.$exists !== undefined && isInsideArray(collection, path))
    throw new RangeError(`${path} lies in an array: no $exists there`)
  return one
}

/** A value to compare with. In an array of objects "it is missing" has no one meaning. */
export function checkedScalar(collection: Collection<Stored>, path: Path, value: unknown): Scalar {
  if (!isScalar(value)) throw new RangeError(`${path}: not a plain value`)
  if (value === null && isInsideArray(collection, path))
    throw new RangeError(`${path} lies in an array: no null there`)
  return value
}

/** A path to sort or to group by. */
export function checkedOrderPath(collection: Collection<Stored>, path: Path): Path {
  if (collection.arrays.includes(path)) throw new RangeError(`${path} is an array: no order, no groups`)
  return checkedPath(path)
}

/** Sort and limit of a page, with their defaults. */
export function checkedPage(
  collection: Collection<Stored>,
  { sort = { field: 'id', direction: 'asc' }, limit = 100 }: FindOptions,
): { sort: Sort; limit: number } {
  if (!Number.isInteger(limit) || limit < 1 || limit > 10_000) throw new RangeError(`limit: ${limit}`)
  checkedOrderPath(collection, sort.field)
  return { sort, limit }
}

/** The ids of `getMany` and `lock`. */
export function checkedIds(ids: readonly string[]): readonly string[] {
  if (ids.length > 10_000) throw new RangeError(`ids: ${ids.length}`)
  return ids
}

/** Documents in the order of `ids`, each as often as it is named; those that are not there left out. */
export function inOrderOf<T extends Stored>(ids: readonly string[], found: readonly T[]): T[] {
  const byId = new Map(found.map((document) => [document.id, document]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
