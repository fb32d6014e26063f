import type { Collection, Cursor, Filter, FindOptions, Path, Scalar, Sort, Stored, TallyRow } from './port.js'
import { checkedOrderPath, checkedPage } from './query-checks.js'
import type { Connection, SqlRow } from './sqlite-connection.js'
import { all, bound, compileFilter, type Sql } from './sqlite-filter.js'
import { column } from './sqlite-schema.js'

/** One stretch of a list: the rows it takes and their order. */
interface Stretch {
  readonly where: Sql
  readonly order: string
}

const everything: Sql = { text: 'TRUE', values: [] }

/**
 * The statements that, run in order until `limit` rows are there, give a page; the last value of each is the number
 * of rows still wanted. A page after a cursor is cut into stretches (the ties of its value, then what follows) because
 * each is one range of an index, while a single OR would walk all the ties again.
 */
export function pageStatements(
  collection: Collection<Stored>,
  filter: Filter,
  options: FindOptions = {},
): Sql[] {
  const { sort } = checkedPage(collection, options)
  const condition = compileFilter(collection, filter)
  return stretches(column(sort.field), sort, options.after).map(({ where, order }) => {
    // The cursor comes first: of two bounds on one path the engine seeks by the first.
    const { text, values } = all([where, condition])
    return { text: `SELECT doc FROM "${collection.name}" WHERE ${text} ORDER BY ${order} LIMIT ?`, values }
  })
}

function stretches(key: string, { direction }: Sort, after: Cursor | undefined): Stretch[] {
  const [way, beyond] = direction === 'asc' ? ['ASC', '>'] : ['DESC', '<']
  const byId = `id ${way}`
  const byKey = `${key} ${way}, id ${way}`
  if (key === 'id') return [{ where: after ? sql(`id ${beyond} ?`, after.id) : everything, order: byId }]
  if (!after) return [{ where: everything, order: byKey }]

  const isNull = after.value === null
  const ties = isNull
    ? sql(`${key} IS NULL AND id ${beyond} ?`, after.id)
    : sql(`${key} = ? AND id ${beyond} ?`, after.value, after.id)
  const rest: Stretch[] = []
  if (!isNull) rest.push({ where: sql(`${key} ${beyond} ?`, after.value), order: byKey })
  // -9e999 is minus infinity, below every value but null; IS NOT NULL would walk over the nulls.
  if (isNull && direction === 'asc') rest.push({ where: sql(`${key} > -9e999`), order: byKey })
  if (!isNull && direction === 'desc') rest.push({ where: sql(`${key} IS NULL`), order: byId })
  return [{ where: ties, order: byId }, ...rest]
}

function sql(text: string, ...values: Scalar[]): Sql {
  return { text, values: values.map(bound) }
}

/** Counts and sums per distinct values of `groupBy`, ordered by them. */
export function tally(
  db: Connection,
  collection: Collection<Stored>,
  filter: Filter,
  groupBy: readonly Path[],
  sums: readonly Path[],
): TallyRow[] {
  const keys = groupBy.map((path) => column(checkedOrderPath(collection, path)))
  const rows = tallyRows(db, collection, filter, keys, keys, sums)
  const isAmbiguous = rows.some((row) => row.slice(0, keys.length).some((key) => key === 0 || key === 1))
  if (!isAmbiguous) return rows.map((row) => toTally(row, row.slice(0, keys.length)))
  // `->>` shows false and true as 0 and 1: group by the JSON text, which no index holds.
  const texts = groupBy.map((path, i) => (keys[i] === path ? path : `nullif(doc -> '$.${path}', 'null')`))
  return tallyRows(db, collection, filter, texts, keys, sums).map((row) =>
    toTally(
      row,
      row.slice(0, keys.length).map((key, i) => (texts[i] === keys[i] ? key : parsed(key))),
    ),
  )
}

function tallyRows(
  db: Connection,
  collection: Collection<Stored>,
  filter: Filter,
  keys: readonly string[],
  order: readonly string[],
  sums: readonly Path[],
): SqlRow[] {
  const { text, values } = compileFilter(collection, filter)
  const totals = sums.map((path) => `total(${column(path)}) FILTER (WHERE ${column(path)} < '')`)
  const groups = keys.length
    ? `GROUP BY ${keys.join(', ')} ORDER BY ${order.join(', ')}`
    : 'HAVING count(*) > 0'
  return db.all(
    `SELECT ${[...keys, 'count(*)', ...totals].join(', ')} FROM "${collection.name}" WHERE ${text} ${groups}`,
    values,
  )
}

function toTally(row: SqlRow, key: readonly Scalar[]): TallyRow {
  const [count, ...sums] = row.slice(key.length).map(Number)
  return { key, count: count ?? 0, sums }
}

function parsed(json: string | number | null): Scalar {
  return json === null ? null : JSON.parse(String(json))
}
