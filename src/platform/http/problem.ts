import {
  Conflict,
  type FieldError,
  Forbidden,
  Invalid,
  NotFound,
  Unauthenticated,
  Unavailable,
} from '../errors.js'
import { filled, type Messages } from './messages.js'
import { type ProblemCode, problems } from './problem-catalogue.js'
import { Refusal } from './refusal.js'
import type { Language } from './route.js'

/** A problem document, RFC 9457. */
export interface ProblemDocument {
  /** `/problems/<code>`, relative to the server; explained on the page /docs. */
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  /** The path that was asked for, without its query. */
  readonly instance: string
  readonly requestId: string
  readonly errors?: readonly { readonly field: string; readonly code: string; readonly message: string }[]
}

export interface Problem {
  readonly document: ProblemDocument
  readonly headers: Readonly<Record<string, string>>
}

/** What a problem document needs to know of the request. */
export interface ProblemPlace {
  readonly language: Language
  readonly instance: string
  readonly requestId: string
  /** Whether If-Match was given: then a stale revision is a failed precondition. */
  readonly ifMatch: boolean
}

interface Reading {
  readonly code: ProblemCode
  readonly status?: number
  readonly params?: Readonly<Record<string, string | number>>
  readonly headers?: Readonly<Record<string, string>>
  readonly errors?: readonly FieldError[]
}

/** Seconds after which a client may ask an engine again that was away. */
const retryAfter = '5'

/**
 * The only place that knows which status an error has. What is not one of ours is an internal error, and nothing of
 * it is told.
 */
export function problemOf(error: unknown, place: ProblemPlace, messages: Messages): Problem {
  const { code, status, params = {}, headers = {}, errors } = read(error, place, messages)
  const { language } = place
  const text = problems[code]
  return {
    headers,
    document: {
      type: `/problems/${code}`,
      title: text.title[language],
      status: status ?? text.status,
      detail: filled(text.detail[language], params),
      instance: place.instance,
      requestId: place.requestId,
      ...(errors ? { errors: errors.map((wrong) => told(wrong, language, messages)) } : {}),
    },
  }
}

function read(error: unknown, place: ProblemPlace, messages: Messages): Reading {
  if (error instanceof Refusal) return error
  if (error instanceof Invalid) {
    return { code: 'input.invalid', params: { count: error.errors.length }, errors: error.errors }
  }
  if (error instanceof NotFound) {
    const kind = messages.get(`kind.${error.kind}`)?.[place.language] ?? error.kind
    return { code: 'record.unknown', params: { kind, id: error.id } }
  }
  if (error instanceof Conflict) return readConflict(error, place)
  if (error instanceof Unauthenticated) return readUnauthenticated(error)
  if (error instanceof Forbidden) return { code: 'forbidden', params: { action: error.action } }
  if (error instanceof Unavailable) return { code: 'engine.away', headers: { 'retry-after': retryAfter } }
  return { code: isBadRequest(error) ? 'request.malformed' : 'internal' }
}

function readUnauthenticated({ code, retryAfterSeconds }: Unauthenticated): Reading {
  const wait: Record<string, string> =
    retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }
  return problems[code].status === 401
    ? { code, headers: { 'www-authenticate': 'Bearer realm="duijie"', ...wait } }
    : { code, headers: wait }
}

function readConflict(error: Conflict, place: ProblemPlace): Reading {
  const { code, detail, field } = error
  if (code === 'revision.stale' && !place.ifMatch) return { code, status: 409 }
  if (code !== 'key.taken') return { code, params: { detail } }
  return {
    code,
    params: { field: field ?? detail },
    ...(field === undefined ? {} : { errors: [{ field, code }] }),
  }
}

/** Express and its parts mark what the client did wrong with a status of 4xx. */
function isBadRequest(error: unknown): boolean {
  if (!(error instanceof Error) || !('status' in error)) return false
  return typeof error.status === 'number' && error.status >= 400 && error.status < 500
}

function told({ field, code, params }: FieldError, language: Language, messages: Messages) {
  const text = messages.get(code) ?? messages.get('any.invalid')
  return { field, code, message: filled(text?.[language] ?? code, params ?? {}) }
}
