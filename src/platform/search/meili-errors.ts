import { MeilisearchApiError, MeilisearchRequestError } from 'meilisearch'
import { Rejected, Unavailable } from '../errors.js'

/** What an index answers that other settings or another version made: it can be searched again once it is filled. */
const otherIndex: ReadonlySet<string> = new Set([
  'index_not_found',
  'invalid_search_filter',
  'invalid_search_facets',
  'invalid_search_attributes_to_search_on',
  'invalid_multi_search_facets',
  'invalid_document_filter',
  'invalid_document_sort',
])

/** Waiting or an operator mends these; the request itself is sound. */
const passing: ReadonlySet<number> = new Set([401, 403, 408, 429])

/**
 * The client's error as one of ours. Only its code goes on: messages and causes of the client quote requests, and
 * those hold what people wrote.
 */
export function engineError(error: unknown): Unavailable | Rejected {
  if (error instanceof Unavailable || error instanceof Rejected) return error
  if (error instanceof MeilisearchApiError) {
    const { status } = error.response
    const code = error.cause?.code ?? `HTTP ${status}`
    if (status >= 500 || passing.has(status) || otherIndex.has(code)) return away(code)
    return new Rejected('meilisearch', code)
  }
  if (error instanceof MeilisearchRequestError) return away(reason(error.cause))
  // A gateway's page in place of JSON.
  if (error instanceof SyntaxError) return away('no JSON')
  throw error
}

/** @param why a code, never a message */
export function away(why: string): Unavailable {
  return new Unavailable('meilisearch', { cause: new Error(why) })
}

/** The system's code lies below the errors of fetch: ECONNREFUSED. */
function reason(cause: unknown): string {
  for (let at = cause; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code
    if (!at.cause || !(at.cause instanceof Error)) return at.name
  }
  return 'no answer'
}
