import type { Condition } from '../store/index.js'

/** Any of the values; plain equality for one, which an index answers in order. */
export function anyOf(values: readonly string[]): Condition {
  const [only] = values
  return only !== undefined && values.length === 1 ? only : { $in: values }
}

/** The given conditions or filters, those that are not asked for left out. */
export function given<V>(entries: Readonly<Record<string, V | undefined>>): Record<string, V> {
  return Object.fromEntries(
    Object.entries(entries).filter((entry): entry is [string, V] => entry[1] !== undefined),
  )
}
