import type { Cursor, Path, Scalar, Sort, Stored } from './port.js'

const pattern = /^[A-Za-z][A-Za-z0-9_]*(\.[A-Za-z][A-Za-z0-9_]*)*$/

/** Returns the path itself; throws RangeError when it is none. SQL is built from nothing else that callers give. */
export function checkedPath(path: Path): Path {
  if (!pattern.test(path)) throw new RangeError(`not a path: ${JSON.stringify(path)}`)
  return path
}

/** Every value found at `path`, arrays opened; empty when it is missing. */
export function valuesAt(document: object, path: Path): unknown[] {
  return path
    .split('.')
    .reduce<unknown[]>((found, key) => found.flatMap((value) => step(value, key)), [document])
}

function step(value: unknown, key: string): unknown[] {
  if (value === null || typeof value !== 'object') return []
  if (Array.isArray(value)) return value.flatMap((element) => step(element, key))
  if (!Object.hasOwn(value, key)) return []
  const inner = (value as Readonly<Record<string, unknown>>)[key]
  return Array.isArray(inner) ? inner : [inner]
}

/** The cursor that continues after `document` in a list ordered by `sort`. */
export function cursorAfter(document: Stored, sort: Sort): Cursor {
  const [value = null] = valuesAt(document, sort.field)
  return { value: isScalar(value) ? value : null, id: document.id }
}

export function isScalar(value: unknown): value is Scalar {
  return (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value))
  )
}
