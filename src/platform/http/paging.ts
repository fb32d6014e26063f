import Joi from 'joi'
import { Invalid } from '../errors.js'
import {
  type Cursor,
  cursorAfter,
  type FindOptions,
  type Scalar,
  type Sort,
  type Stored,
} from '../store/index.js'
import type { Answer } from './route.js'

/** Where the next page starts: after a document in a sort order, or at a place in what is ranked. */
export type PageToken = (Cursor & { readonly sort: string }) | { readonly offset: number }

/** What `pageQuery` adds to a route's query. */
export interface PageQuery {
  /** 1 to 100, default 20. */
  readonly limit: number
  readonly after?: PageToken
}

/** The largest place that a page of what is ranked begins at: no search index answers from further on. */
export const maxOffset = 1000
const longestToken = 1024

/**
 * Keys for a query schema: `Joi.object<PageQuery & Filters>({ ...pageQuery, state: … })`. The token is opaque to
 * clients; a handler gets it decoded and hands the query to `pageOptions` or `rankOptions`.
 */
export const pageQuery = {
  limit: Joi.number()
    .integer()
    .min(1)
    .max(100)
    .default(20)
    .description('每页条数 / items on a page')
    .example(20),
  after: Joi.string()
    .max(longestToken)
    .custom((token, helpers) => decode(token) ?? helpers.error('page.after'))
    .description('上一页给出的 next / the `next` of the page before'),
}

export type Order = 'newest' | 'due'

/** Key for the query of a list of what is due some time. */
export const orderKey = {
  order: Joi.string()
    .valid('newest', 'due')
    .default('newest')
    .description('newest 由新到旧，due 按办理次序（见 queue） / due: what must be done first, see `queue`'),
}

/**
 * The options for `DocumentStore.find`: one document more than the page holds, so that `pageAnswer` sees whether
 * another page follows.
 * @throws Invalid when the token was given out for another order
 */
export function pageOptions(query: PageQuery, sort: Sort = { field: 'id', direction: 'asc' }): FindOptions {
  const { limit, after } = query
  if (!after) return { sort, limit: limit + 1 }
  if (!('sort' in after) || after.sort !== nameOf(sort)) throw badToken()
  return { sort, limit: limit + 1, after: { value: after.value, id: after.id } }
}

/**
 * One page of a list: `{ items, next? }` and whatever `extra` adds (a total, facets).
 * @param items as found with `pageOptions`: up to `limit` + 1 of them
 * @param sort the one given to `pageOptions`
 * @param show what is shown of each item; default all of it
 */
export function pageAnswer<T extends Stored>(page: {
  readonly items: readonly T[]
  readonly limit: number
  readonly sort?: Sort
  readonly show?: (item: T) => unknown
  readonly extra?: Readonly<Record<string, unknown>>
}): Answer {
  const sort = page.sort ?? { field: 'id', direction: 'asc' }
  const shown = page.items.slice(0, page.limit)
  const last = page.items.length > page.limit ? shown.at(-1) : undefined
  const next = last && encode({ ...cursorAfter(last, sort), sort: nameOf(sort) })
  return answer(page.show ? shown.map(page.show) : shown, next, page.extra)
}

/**
 * Limit and offset of a page of what is ranked, by the search index or by figures.
 * @throws Invalid when the token was given out for a list in a sort order
 */
export function rankOptions(query: PageQuery): { limit: number; offset: number } {
  const { limit, after } = query
  if (after && !('offset' in after)) throw badToken()
  return { limit, offset: after?.offset ?? 0 }
}

/** One page of what is ranked, with how much there is of it; none begins further on than `maxOffset`. */
export function rankedPageAnswer(page: {
  readonly items: readonly unknown[]
  readonly limit: number
  readonly offset: number
  readonly total: number
  readonly extra?: Readonly<Record<string, unknown>>
}): Answer {
  const offset = page.offset + page.limit
  const more = offset < page.total && offset <= maxOffset
  return answer(page.items, more ? encode({ offset }) : undefined, { total: page.total, ...page.extra })
}

function answer(items: readonly unknown[], next: string | undefined, extra = {}): Answer {
  const body = { items, ...(next === undefined ? {} : { next }), ...extra }
  return next === undefined ? { body } : { body, next }
}

function badToken(): Invalid {
  return new Invalid([{ field: 'after', code: 'page.after' }])
}

function nameOf(sort: Sort): string {
  return `${sort.field} ${sort.direction}`
}

function encode(token: PageToken): string {
  const parts = 'offset' in token ? [token.offset] : [token.sort, token.value, token.id]
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

function decode(text: string): PageToken | undefined {
  if (!/^[\w-]+$/.test(text)) return undefined
  try {
    return tokenOf(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
  } catch {
    return undefined
  }
}

function tokenOf(parts: unknown): PageToken | undefined {
  if (!Array.isArray(parts)) return undefined
  const [first, value, id]: unknown[] = parts
  if (parts.length === 1 && typeof first === 'number') {
    return Number.isInteger(first) && first >= 0 && first <= maxOffset ? { offset: first } : undefined
  }
  const whole = parts.length === 3 && typeof first === 'string' && typeof id === 'string' && isScalar(value)
  return whole ? { sort: first, value, id } : undefined
}

function isScalar(value: unknown): value is Scalar {
  return value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)
}
