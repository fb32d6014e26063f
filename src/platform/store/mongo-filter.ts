import { fieldOf } from './mongo-documents.js'
import { checkedPath } from './paths.js'
import type { Collection, Condition, Filter, Path, Scalar, Stored } from './port.js'
import { branchesOf, checkedCondition, checkedScalar } from './query-checks.js'

/** A filter in MongoDB's own words. */
export type MongoFilter = Record<string, unknown>

const operators = ['$in', '$ne', '$gt', '$gte', '$lt', '$lte'] as const

/** The port's filters are a subset of MongoDB's, so that only checks and the id are left to do. */
export function mongoFilter(collection: Collection<Stored>, filter: Filter): MongoFilter {
  return allOf(
    Object.entries(filter).map(([key, value]) =>
      key === '$and' || key === '$or'
        ? { [key]: branchesOf(key, value).map((branch) => mongoFilter(collection, branch)) }
        : {
            [fieldOf(checkedPath(key))]: conditionOf(
              collection,
              key,
              checkedCondition(collection, key, value),
            ),
          },
    ),
  )
}

function conditionOf(collection: Collection<Stored>, path: Path, condition: Condition): MongoFilter {
  const scalar = (value: unknown): Scalar => checkedScalar(collection, path, value)
  if (condition === null || typeof condition !== 'object') return { $eq: scalar(condition) }
  const parts: MongoFilter = {}
  for (const operator of operators) {
    const value = condition[operator]
    if (value !== undefined) parts[operator] = Array.isArray(value) ? value.map(scalar) : scalar(value)
  }
  return condition.$exists === undefined ? parts : { ...parts, $exists: condition.$exists }
}

export function allOf(parts: readonly MongoFilter[]): MongoFilter {
  const [only] = parts
  if (!only) return {}
  return parts.length === 1 ? only : { $and: parts }
}
