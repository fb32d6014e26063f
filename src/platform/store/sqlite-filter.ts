import type { Collection, Condition, Filter, Path, Scalar, Stored } from './port.js'
import { branchesOf, checkedCondition, checkedScalar } from './query-checks.js'
import type { SqlValue } from './sqlite-connection.js'
import { placeholders } from './sqlite-rows.js'
import { arrayTable, column } from './sqlite-schema.js'

/** A piece of SQL and the values of its placeholders, in order. */
export interface Sql {
  readonly text: string
  readonly values: readonly SqlValue[]
}

/** Something that conditions are put on: its SQL and, where JSON types must be told apart, the SQL of its type. */
interface Operand {
  readonly value: string
  readonly type: string | undefined
}

const operators = { $gt: '>', $gte: '>=', $lt: '<', $lte: '<=' } as const
type Comparison = keyof typeof operators

/** The condition of a WHERE clause; RangeError when `filter` is not of the shapes in port.ts. */
export function compileFilter(collection: Collection<Stored>, filter: Filter): Sql {
  return all(
    Object.entries(filter).map(([key, value]) => {
      if (key === '$and') return all(branches(collection, key, value))
      if (key === '$or') return any(branches(collection, key, value))
      return compileCondition(collection, key, checkedCondition(collection, key, value))
    }),
  )
}

function branches(collection: Collection<Stored>, key: string, filters: unknown): Sql[] {
  return branchesOf(key, filters).map((filter) => compileFilter(collection, filter))
}

function compileCondition(collection: Collection<Stored>, path: Path, condition: Condition): Sql {
  const operand = operandOf(path)
  const element = collection.arrays.includes(path) ? arrayTable(collection, path) : undefined
  const test = (inner: (on: Operand) => Sql) => (element ? anyElement(element, inner) : inner(operand))
  const equal = (value: Scalar) => (value === null ? isNull(operand) : test((on) => equals(on, value)))

  const scalar = (value: unknown) => checkedScalar(collection, path, value)

  if (condition === null || typeof condition !== 'object') return equal(scalar(condition))
  const parts: Sql[] = []
  const { $in, $ne, $exists } = condition
  if ($in) parts.push(oneOf($in.map(scalar), equal, test))
  if ($ne !== undefined) parts.push(not(equal(scalar($ne))))
  if ($exists !== undefined) parts.push(exists(operand, $exists))
  parts.push(...compileRange(boundsOf(condition, scalar), element !== undefined, test))
  return all(parts)
}

function operandOf(path: Path): Operand {
  const value = column(path)
  return { value, type: value === path ? undefined : `json_type(doc, '$.${path}')` }
}

function anyElement(table: string, inner: (on: Operand) => Sql): Sql {
  const { text, values } = inner({ value: 'value', type: undefined })
  return { text: `id IN (SELECT id FROM ${table} WHERE ${text})`, values }
}

function isNull({ value }: Operand): Sql {
  return { text: `${value} IS NULL`, values: [] }
}

function exists({ type }: Operand, wanted: boolean): Sql {
  if (type === undefined) return { text: wanted ? 'TRUE' : 'FALSE', values: [] }
  return { text: `${type} IS ${wanted ? 'NOT NULL' : 'NULL'}`, values: [] }
}

function equals(on: Operand, value: Exclude<Scalar, null>): Sql {
  const test = { text: `${on.value} = ?`, values: [bound(value)] }
  return isAmbiguous(value) ? all([test, ofType(on, value)]) : test
}

/**
 * `->>` gives true as 1 and an array as its text, so that these few values need a look at the JSON type. All others
 * go without, for a look at the document costs thirty times an answer from the index alone.
 */
function isAmbiguous(value: Exclude<Scalar, null>): boolean {
  return typeof value === 'string'
    ? /^[[{]/.test(value)
    : value === 0 || value === 1 || typeof value === 'boolean'
}

function ofType({ type }: Operand, value: Exclude<Scalar, null>): Sql {
  if (type === undefined) return { text: typeof value === 'boolean' ? 'FALSE' : 'TRUE', values: [] }
  const types = { string: `'text'`, number: `'integer', 'real'`, boolean: `'true', 'false'` }
  return { text: `${type} IN (${types[typeof value as keyof typeof types]})`, values: [] }
}

function oneOf(
  list: readonly Scalar[],
  equal: (value: Scalar) => Sql,
  test: (inner: (on: Operand) => Sql) => Sql,
): Sql {
  const plain = list.filter((value) => value !== null && !isAmbiguous(value)).map(bound)
  const others = [...new Set(list)].filter((value) => value === null || isAmbiguous(value)).map(equal)
  if (!plain.length) return any(others)
  const marks = placeholders(plain)
  return any([test((on) => ({ text: `${on.value} IN (${marks.sql})`, values: marks.values })), ...others])
}

function boundsOf(
  condition: Exclude<Condition, Scalar>,
  scalar: (value: unknown) => Scalar,
): [Comparison, Scalar][] {
  const bounds: [Comparison, Scalar][] = []
  for (const operator of Object.keys(operators) as Comparison[]) {
    const value = condition[operator]
    if (value !== undefined) bounds.push([operator, scalar(value)])
  }
  return bounds
}

/** On an array every comparison looks for its own element, as in MongoDB; elsewhere they bound one value together. */
function compileRange(
  bounds: readonly [Comparison, Scalar][],
  isArray: boolean,
  test: (inner: (on: Operand) => Sql) => Sql,
): Sql[] {
  if (isArray) return bounds.map((limit) => test((on) => between(on, [limit])))
  return bounds.length ? [test((on) => between(on, bounds))] : []
}

function between(on: Operand, bounds: readonly [Comparison, Scalar][]): Sql {
  const tests = bounds.map(([operator, value]) =>
    value === null
      ? { text: operator.endsWith('e') ? `${on.value} IS NULL` : 'FALSE', values: [] }
      : { text: `${on.value} ${operators[operator]} ?`, values: [bound(value)] },
  )
  const values = bounds.map(([, value]) => value).filter((value) => value !== null)
  const guards = values.filter(
    (_, i) => !values.some((value, j) => j < i && typeof value === typeof values[i]),
  )
  return all([...tests, ...guards.flatMap((value) => typeGuards(on, value, bounds))])
}

/** Keeps a range to its own type. The engine's order is null < numbers < texts, so '' parts numbers from texts. */
function typeGuards(
  on: Operand,
  value: Exclude<Scalar, null>,
  bounds: readonly [Comparison, Scalar][],
): Sql[] {
  const same = bounds.filter(([, other]) => typeof other === typeof value)
  const isOpen = (...sides: Comparison[]) => !same.some(([operator]) => sides.includes(operator))
  const guards: Sql[] = []
  if (typeof value === 'string' && isOpen('$gt', '$gte'))
    guards.push({ text: `${on.value} >= ''`, values: [] })
  if (typeof value === 'number' && isOpen('$lt', '$lte'))
    guards.push({ text: `${on.value} < ''`, values: [] })
  const foreign = typeof value === 'string' ? ['[', '{'] : [0, 1]
  const isClear = foreign.every((edge) => same.some(([operator, limit]) => excludes(operator, limit, edge)))
  return isClear ? guards : [...guards, ofType(on, value)]
}

/** Whether a bound keeps out what `->>` may show for another type: 0 and 1, or texts that begin with `edge`. */
function excludes(operator: Comparison, limit: Scalar, edge: string | number): boolean {
  if (typeof limit === 'string' && typeof edge === 'string')
    return operator.startsWith('$g') ? limit[0] !== undefined && limit[0] > edge : limit <= edge
  if (typeof limit !== 'number' || typeof edge !== 'number') return false
  const holds = { $gt: edge > limit, $gte: edge >= limit, $lt: edge < limit, $lte: edge <= limit }
  return !holds[operator]
}

function not({ text, values }: Sql): Sql {
  return { text: `(${text}) IS NOT TRUE`, values }
}

export function all(parts: readonly Sql[]): Sql {
  return join(parts, ' AND ', 'TRUE')
}

function any(parts: readonly Sql[]): Sql {
  return join(parts, ' OR ', 'FALSE')
}

function join(parts: readonly Sql[], word: string, empty: string): Sql {
  const [only] = parts
  if (only && parts.length === 1) return only
  const text = parts.length ? `(${parts.map((part) => part.text).join(word)})` : empty
  return { text, values: parts.flatMap((part) => part.values) }
}

export function bound(value: Scalar): SqlValue {
  return typeof value === 'boolean' ? Number(value) : value
}
