import { cursorAfter, type FindOptions, type Scalar, type Sort, type Stored } from '../store/index.js'

/**
 * Pages that were found with the same options, as one page in the same order. What a page needs lies in the first
 * `limit` of each, so none of them need be longer.
 */
export function merged<T extends Stored>(pages: readonly T[][], options: FindOptions): T[] {
  const [only = [], ...others] = pages
  if (!others.length) return only
  const { sort = { field: 'id', direction: 'asc' }, limit = 100 } = options
  return pages.flat().sort(inOrder(sort)).slice(0, limit)
}

/** As the stores order: by the sort's path, nothing before all else, then by id, both in its direction. */
function inOrder(sort: Sort): (a: Stored, b: Stored) => number {
  const sign = sort.direction === 'asc' ? 1 : -1
  return (a, b) => {
    const [one, other] = [cursorAfter(a, sort), cursorAfter(b, sort)]
    return sign * (compare(one.value, other.value) || compare(one.id, other.id))
  }
}

function compare(a: Scalar, b: Scalar): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? -1 : 1
  return a < b ? -1 : 1
}
