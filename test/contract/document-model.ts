import fc from 'fast-check'
import type {
  Collection,
  Condition,
  Filter,
  Scalar,
  Shape,
  Sort,
  Stored,
} from '../../src/platform/store/index.js'
import { defineCollection } from '../../src/platform/store/index.js'

/** The suite's document: a path of each kind that features use. */
export interface Note extends Stored {
  readonly kind?: string
  readonly title?: string | null
  readonly rank?: number | null
  readonly done?: boolean | null
  readonly tags?: readonly (string | number)[]
  readonly parts?: readonly { readonly name?: string }[]
  readonly place?: { readonly code?: string | null }
  readonly code?: string | null
  readonly series?: string
  readonly number?: number
}

export const noteShape: Shape<Note> = {
  kind: 'string',
  title: 'string',
  rank: 'number',
  done: 'boolean',
  tags: ['scalar'],
  parts: [{ name: 'string' }],
  place: { code: 'string' },
  code: 'string',
  series: 'string',
  number: 'number',
}

export const Notes: Collection<Note> = defineCollection<Note>({
  name: 'notes',
  shape: noteShape,
  indexes: [
    { fields: ['kind', 'rank'] },
    { fields: ['kind', 'title'] },
    { fields: ['kind', 'place.code'] },
    { fields: ['rank'] },
    { fields: ['code'], unique: true },
    { fields: ['series', 'number'], unique: true },
  ],
  arrays: ['tags', 'parts.name'],
})

export const aNote = (id: string, over: Partial<Note> = {}): Note => ({ id, revision: 1, ...over })

/** Looks alike, sorts apart: combining marks, beyond the BMP, and a private-use character above the surrogates. */
const texts = ['', 'a', 'b', 'é', 'e\u0301', '需求', '需', '😀', '\ue000', '[1]', '{"a":1}', '5', 'true', '~']
const numbers = [-1, 0, 1, 2, 1.5, 1e21]
const anyText = fc.constantFrom(...texts)
const anyNumber = fc.constantFrom(...numbers)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const maybeNull = <T>(value: fc.Arbitrary<T>) => maybe(fc.option(value, { nil: null }))

/** Documents as JSON keeps them: a key is missing, not undefined. */
export const anyNotes: fc.Arbitrary<readonly Omit<Note, 'id' | 'revision'>[]> = fc.array(
  fc
    .record({
      title: maybeNull(anyText),
      rank: maybeNull(anyNumber),
      done: maybeNull(fc.boolean()),
      tags: maybe(fc.array(fc.oneof(anyText, anyNumber), { maxLength: 3 })),
      place: maybe(fc.record({ code: maybeNull(anyText) })),
    })
    .map((each) => JSON.parse(JSON.stringify(each)) as Omit<Note, 'id' | 'revision'>),
  { maxLength: 12 },
)

const anyScalar: fc.Arbitrary<Scalar> = fc.oneof(anyText, anyNumber, fc.boolean(), fc.constant(null))
const anyElement: fc.Arbitrary<Scalar> = fc.oneof(anyText, anyNumber)

function anyConditionOn(scalar: fc.Arbitrary<Scalar>): fc.Arbitrary<Condition> {
  return fc.oneof(
    scalar,
    fc.record({ $in: fc.array(scalar, { maxLength: 5 }) }),
    fc.record({ $ne: scalar }),
    fc.record({ $exists: fc.boolean() }),
    fc.tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte'), scalar).map(([key, value]) => ({ [key]: value })),
    fc
      .record({ $gt: scalar, $gte: scalar, $lt: scalar, $lte: scalar }, { requiredKeys: [] })
      .filter((condition) => Object.keys(condition).length > 0),
  )
}

const anyCondition: fc.Arbitrary<Filter> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('title', 'rank', 'done', 'place.code', 'id', 'revision'),
      anyConditionOn(anyScalar),
    )
    .map(([path, condition]): Filter => ({ [path]: condition })),
  anyConditionOn(anyElement).map((condition): Filter => ({ tags: condition })),
)

export const anyFilter: fc.Arbitrary<Filter> = fc.oneof(
  { weight: 4, arbitrary: anyCondition },
  { weight: 1, arbitrary: fc.array(anyCondition, { minLength: 1, maxLength: 3 }).map(($or) => ({ $or })) },
  { weight: 1, arbitrary: fc.array(anyCondition, { minLength: 1, maxLength: 3 }).map(($and) => ({ $and })) },
)

export const anySort: fc.Arbitrary<Sort> = fc.record({
  field: fc.constantFrom('title', 'rank', 'done', 'place.code', 'id'),
  direction: fc.constantFrom('asc', 'desc'),
})

/** What the port's documentation says, written without regard to speed. */
export function matches(note: Note, filter: Filter): boolean {
  return Object.entries(filter).every(([key, value]) => {
    if (key === '$and') return (value as readonly Filter[]).every((each) => matches(note, each))
    if (key === '$or') return (value as readonly Filter[]).some((each) => matches(note, each))
    return holds(valueAt(note, key), value as Condition)
  })
}

function holds(value: unknown, condition: Condition): boolean {
  if (condition === null || typeof condition !== 'object') return equal(value, condition)
  const { $in, $ne, $exists } = condition
  return (
    ($in === undefined || $in.some((each) => equal(value, each))) &&
    ($ne === undefined || !equal(value, $ne)) &&
    ($exists === undefined || (value !== undefined) === $exists) &&
    within(value, condition.$gt, (order) => order > 0, false) &&
    within(value, condition.$gte, (order) => order >= 0, true) &&
    within(value, condition.$lt, (order) => order < 0, false) &&
    within(value, condition.$lte, (order) => order <= 0, true)
  )
}

const elements = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

function equal(value: unknown, wanted: Scalar): boolean {
  return wanted === null ? (value ?? null) === null : elements(value).includes(wanted)
}

function within(
  value: unknown,
  bound: Scalar | undefined,
  test: (order: number) => boolean,
  takesNull: boolean,
): boolean {
  if (bound === undefined) return true
  if (bound === null) return takesNull && (value ?? null) === null
  return elements(value).some((each) => typeof each === typeof bound && test(compare(each, bound)))
}

/** Null first, then by number, by false and true, or by code point. */
export function compare(a: unknown, b: unknown): number {
  const [left, right] = [a ?? null, b ?? null]
  if (left === null || right === null) return Number(right === null) - Number(left === null)
  if (typeof left === 'string' && typeof right === 'string')
    return Buffer.compare(Buffer.from(left), Buffer.from(right))
  return Number(left) - Number(right)
}

export function sorted(notes: readonly Note[], { field, direction }: Sort): Note[] {
  const sign = direction === 'asc' ? 1 : -1
  return notes.toSorted(
    (a, b) => sign * (compare(valueAt(a, field), valueAt(b, field)) || compare(a.id, b.id)),
  )
}

function valueAt(note: Note, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], note)
}
