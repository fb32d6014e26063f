import type { PipelineStage } from 'mongoose'
import { fieldOf } from './mongo-documents.js'
import { allOf, type MongoFilter, mongoFilter } from './mongo-filter.js'
import type { Collection, Cursor, Filter, FindOptions, Path, Scalar, Sort, Stored, TallyRow } from './port.js'
import { checkedOrderPath, checkedPage } from './query-checks.js'

/** One stretch of a list: the documents it takes and their order. */
export interface Stretch {
  readonly filter: MongoFilter
  readonly sort: Record<string, 1 | -1>
}

/**
 * The queries that, run in order until `limit` documents are there, give a page. A page after a cursor is cut into
 * stretches (the ties of its value, then what follows) because each is one range of an index; a single $or is not.
 */
export function stretchesOf(
  collection: Collection<Stored>,
  filter: Filter,
  options: FindOptions,
): { stretches: Stretch[]; limit: number } {
  const { sort, limit } = checkedPage(collection, options)
  const condition = mongoFilter(collection, filter)
  const stretches = stretchesAfter(sort, options.after).map((stretch) => ({
    ...stretch,
    filter: allOf([stretch.filter, condition].filter((part) => Object.keys(part).length)),
  }))
  return { stretches, limit }
}

function stretchesAfter({ field, direction }: Sort, after: Cursor | undefined): Stretch[] {
  const key = fieldOf(field)
  const way = direction === 'asc' ? 1 : -1
  const beyond = way === 1 ? '$gt' : '$lt'
  const byId = { _id: way } as const
  const byKey = { [key]: way, _id: way } as const
  if (key === '_id') return [{ filter: after ? { _id: { [beyond]: after.id } } : {}, sort: byId }]
  if (!after) return [{ filter: {}, sort: byKey }]

  const { value, id } = after
  const rest: Stretch[] = []
  if (value !== null) rest.push({ filter: { [key]: { [beyond]: value } }, sort: byKey })
  if (value === null && way === 1) rest.push({ filter: { [key]: { $ne: null } }, sort: byKey })
  if (value !== null && way === -1) rest.push({ filter: { [key]: { $eq: null } }, sort: byId })
  return [{ filter: { [key]: { $eq: value }, _id: { [beyond]: id } }, sort: byId }, ...rest]
}

/** Counts and sums per distinct values of `groupBy`, ordered by them. */
export function tallyPipeline(
  collection: Collection<Stored>,
  filter: Filter,
  groupBy: readonly Path[],
  sums: readonly Path[],
): PipelineStage[] {
  const paths = groupBy.map((path) => fieldOf(checkedOrderPath(collection, path)))
  const key = Object.fromEntries(paths.map((path, i) => [`key${i}`, { $ifNull: [`$${path}`, null] }]))
  const order = Object.fromEntries(paths.map((_, i) => [`_id.key${i}`, 1 as const]))
  const totals = sums.map((path, i) => [
    `sum${i}`,
    { $sum: `$${fieldOf(checkedOrderPath(collection, path))}` },
  ])
  return [
    { $match: mongoFilter(collection, filter) },
    { $group: { _id: key, count: { $sum: 1 }, ...Object.fromEntries(totals) } },
    ...(paths.length ? [{ $sort: order }] : []),
  ]
}

/** A row of `tallyPipeline`. */
export type TallyResult = { readonly _id: Readonly<Record<string, Scalar>>; readonly count: number } & {
  readonly [sum: `sum${number}`]: number
}

export function tallyRow(row: TallyResult, groupBy: readonly Path[], sums: readonly Path[]): TallyRow {
  return {
    key: groupBy.map((_, i) => row._id[`key${i}`] ?? null),
    count: row.count,
    sums: sums.map((_, i) => row[`sum${i}`] ?? 0),
  }
}
