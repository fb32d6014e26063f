import type { Collection, Path, Stored } from './port.js'

/** What one place of a document holds. `scalar` is a text, number or boolean, `any` whatever JSON can hold. */
export type ValueShape =
  | 'string'
  | 'number'
  | 'boolean'
  | 'scalar'
  | 'any'
  | readonly [ValueShape]
  | DocumentShape

export interface DocumentShape {
  readonly [field: string]: ValueShape
}

/**
 * The shape of a T, spelt out beside it: a field that is missing, misspelt or of another type does not compile. `id` and
 * `revision` go without saying; optional fields and null need no mark; fields of all members of a union stand together.
 * Where the names of fields are data themselves, it is `any`.
 */
export type Shape<T extends Stored> = ShapeOf<Omit<T, keyof Stored>>

type ShapeOf<V> = unknown extends V
  ? 'any'
  : [V] extends [string]
    ? 'string'
    : [V] extends [number]
      ? 'number'
      : [V] extends [boolean]
        ? 'boolean'
        : [V] extends [string | number | boolean]
          ? 'scalar'
          : [V] extends [readonly (infer Element)[]]
            ? readonly [ShapeOf<NonNullable<Element>>]
            : string extends keyof V
              ? 'any'
              : { readonly [Key in KeysOf<V>]-?: ShapeOf<NonNullable<At<V, Key>>> }

type KeysOf<V> = V extends unknown ? keyof V : never
type At<V, Key> = V extends unknown ? (Key extends keyof V ? V[Key] : never) : never

/** The shape at `path`, arrays opened; undefined for a path that is not declared. */
export function shapeAt({ shape }: Collection<Stored>, path: Path): ValueShape | undefined {
  if (path === 'id') return 'string'
  if (path === 'revision') return 'number'
  return path.split('.').reduce<ValueShape | undefined>((at, field) => {
    const inner = elementOf(at)
    return typeof inner === 'object' && Object.hasOwn(inner, field)
      ? (inner as DocumentShape)[field]
      : undefined
  }, shape)
}

/** Whether an array lies on the way to `path`, so that it names a field of several objects. */
export function isInsideArray(collection: Collection<Stored>, path: Path): boolean {
  const above = path.split('.').slice(0, -1)
  return above.some((_, i) => Array.isArray(shapeAt(collection, above.slice(0, i + 1).join('.'))))
}

function elementOf(shape: ValueShape | undefined): ValueShape | undefined {
  return Array.isArray(shape) ? elementOf((shape as readonly [ValueShape])[0]) : shape
}

/** @throws RangeError for a document that cannot be kept as its collection says; the caller has a bug */
export function assertKeepable(collection: Collection<Stored>, document: Stored): void {
  const { id, revision } = document
  if (typeof id !== 'string' || !id) throw new RangeError(`id: ${JSON.stringify(id)}`)
  if (!Number.isInteger(revision) || revision < 1) throw new RangeError(`${id}: revision ${revision}`)
  const wrong = misfit(document, collection)
  if (wrong) throw new RangeError(`${collection.name} ${id}: ${wrong}`)
}

/** Where `document` is not of its collection's shape, e.g. `urgency.level: number, not string`; never a value. */
export function misfit(document: Stored, { shape }: Collection<Stored>): string | undefined {
  for (const field in document) {
    if (field === 'id' || field === 'revision') continue
    const wrong = misfitIn(document[field as keyof Stored], shape[field], field)
    if (wrong) return wrong
  }
  return undefined
}

/** As `misfit`, for the value at `path`. */
export function misfitIn(value: unknown, shape: ValueShape | undefined, path: string): string | undefined {
  if (shape === undefined) return `${path}: not declared`
  if (value === undefined || value === null || shape === 'any') return undefined
  if (typeof shape === 'string') {
    const fits = shape === 'scalar' ? typeof value !== 'object' : typeof value === shape
    if (typeof value === 'number' && !Number.isFinite(value)) return `${path}: not a finite number`
    return fits ? undefined : `${path}: ${typeof value}, not ${shape}`
  }
  if (Array.isArray(shape)) return misfitInArray(value, (shape as readonly [ValueShape])[0], path)
  if (typeof value !== 'object' || Array.isArray(value)) return `${path}: not an object`
  for (const field in value) {
    const wrong = misfitIn(
      (value as Readonly<Record<string, unknown>>)[field],
      (shape as DocumentShape)[field],
      `${path}.${field}`,
    )
    if (wrong) return wrong
  }
  return undefined
}

function misfitInArray(value: unknown, shape: ValueShape, path: string): string | undefined {
  if (!Array.isArray(value)) return `${path}: not an array`
  for (const element of value) {
    const wrong = misfitIn(element, shape, path)
    if (wrong) return wrong
  }
  return undefined
}
