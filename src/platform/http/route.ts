import type { Writable } from 'node:stream'
import type Joi from 'joi'
import type { Actor } from '../actor.js'
import type { Upload, UploadSpec } from './upload.js'

/** A text that people read, in both languages. */
export interface Text2 {
  readonly zh: string
  readonly en: string
}

export type Language = keyof Text2

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/** What a route may answer, for the document. Problems need no mention: they are added from what the route declares. */
export interface AnswerSpec {
  readonly description: Text2
  readonly schema?: Joi.Schema
  /** The body's media type; default JSON. */
  readonly type?: string
  /** Headers of its own, by name. */
  readonly headers?: Readonly<Record<string, { readonly description: string; readonly schema: Joi.Schema }>>
  readonly example?: unknown
}

/**
 * One operation of the API. The joi schemas are the only description of its input: they check it, type it and make
 * the OpenAPI document.
 *
 * In bodies a value is never turned into another type: "3" is not a number, 1 is not true, and Joi.date() refuses
 * text, so days are patterned strings. Strings are still trimmed, cut to one case and normalised where a schema says
 * so. Params and query are text, and are converted. Fields that a schema does not name are refused everywhere; a
 * route without a query or body schema refuses any query or body.
 */
export interface RouteSpec<Params, Query, Body> {
  readonly method: Method
  /** Under /api/v1, OpenAPI style: `/needs/{id}`; every parameter is named in `params`. */
  readonly path: string
  /** Unique in the API, e.g. `getNeed`. */
  readonly operationId: string
  readonly summary: Text2
  /** More than the summary can say. */
  readonly description?: Text2
  /** What its callers must be allowed; `public` where nobody need sign in. Which records they reach is their scope. */
  readonly permission: string
  /** The part of the API it belongs to, e.g. `needs`. */
  readonly tag: string
  readonly params?: Joi.ObjectSchema<Params>
  readonly query?: Joi.ObjectSchema<Query>
  readonly body?: Joi.ObjectSchema<Body>
  /** Requests a minute from one address, where fewer are let pass than of the API at large; > 0. */
  readonly perMinute?: number
  /** Bytes; default 256 kB. */
  readonly bodyLimit?: number
  /** A file in place of a JSON body; `input.upload` has it. */
  readonly upload?: UploadSpec
  /** If-Match is required: 428 when missing, 400 when malformed; `input.ifMatch` is its revision. */
  readonly ifMatch?: boolean
  /**
   * POST only: honours Idempotency-Key. The use case writes one record, as the actor it is given. Answers a repetition
   * whose first attempt was committed and never answered, with that record as it is now and as the actor may see it.
   */
  readonly idempotent?: (subject: string, actor: Actor) => Promise<Answer>
  readonly answers: { readonly [status: number]: AnswerSpec }
  /** Statuses of problems that do not follow from what it declares, e.g. 401 of signing in. */
  readonly refuses?: readonly number[]
  /** The documented example request; a test sends it. */
  readonly example?: { readonly params?: unknown; readonly query?: unknown; readonly body?: unknown }
}

/** Where a request comes from, as far as it is worth to anybody. */
export interface Client {
  /** The address, of IPv6 its /56; that which the outermost trusted proxy names where there are proxies. */
  readonly address: string
  /** What the client says it is. */
  readonly userAgent: string | undefined
  readonly cookies: string | undefined
}

/** What a handler is given. All of it has been checked. */
export interface Input<Params, Query, Body> {
  readonly params: Params
  readonly query: Query
  readonly body: Body
  /** @throws RangeError on a route that takes no upload */
  readonly upload: Upload
  /** The revision that If-Match names; 0 on a route that does not ask for it. */
  readonly ifMatch: number
  readonly actor: Actor
  readonly client: Client
  /** By Accept-Language; `zh` unless English is preferred. */
  readonly language: Language
  /** Aborted when the client goes away before the answer, and for a stream when the server stops. */
  readonly signal: AbortSignal
  /** The last event of a stream that a client had before its connection broke, as it sends it (Last-Event-ID). */
  readonly lastEventId: string | undefined
  /** Whether the gate would still let this request pass: a stream may outlast the sign-in of its reader. */
  isStillAdmitted(): Promise<boolean>
}

/** A file that is made while it is sent. */
export interface SentFile {
  readonly type: string
  /** As it is to be saved: ASCII. */
  readonly name: string
  /** Writes all of it and ends `out`; a throw breaks the download off, so that no half looks whole. */
  write(out: Writable): Promise<void>
}

/** What a handler gives back; one of `body`, `json`, `bytes`, `file` and `stream`, or none for an answer without content. */
export interface Answer {
  /** Default 200, and 204 without content. */
  readonly status?: number
  readonly body?: unknown
  /** A body that is JSON text already, sent as it is. */
  readonly json?: string
  /** Anything else than JSON. */
  readonly bytes?: { readonly type: string; readonly content: Uint8Array }
  readonly file?: SentFile
  /**
   * Server-sent events (text/event-stream), each sent as it comes, for as long as the client stays. Asked for the next
   * one only when the client has taken the last; ends soon after the input's signal is aborted.
   */
  readonly stream?: AsyncIterable<string>
  /** Names in lower case, e.g. `location`. */
  readonly headers?: Readonly<Record<string, string>>
  /** Becomes the ETag: 3 is `"3"`. A GET that names it in If-None-Match is answered 304. */
  readonly revision?: number
  /** Token of the next page: becomes a `Link` with rel="next" that repeats the rest of the query. */
  readonly next?: string
}

export interface Route {
  readonly spec: RouteSpec<unknown, unknown, unknown>
  handle(input: Input<unknown, unknown, unknown>): Promise<Answer> | Answer
}

/**
 * Declares a route.
 * @throws RangeError for a declaration that contradicts itself, so that the start fails and not a request
 */
export function route<Params, Query, Body>(
  spec: RouteSpec<Params, Query, Body>,
  handler: (input: Input<Params, Query, Body>) => Promise<Answer> | Answer,
): Route {
  const wrong = contradiction(spec)
  if (wrong) throw new RangeError(`${spec.operationId}: ${wrong}`)
  return { spec, handle: handler }
}

/** The names of a path's parameters, in order. */
export function pathParams(path: string): string[] {
  return Array.from(path.matchAll(/\{(\w+)\}/g), (match) => match[1] as string)
}

function contradiction<P, Q, B>(spec: RouteSpec<P, Q, B>): string | undefined {
  if (!/^(\/([a-z][a-z0-9-]*|\{[a-z]\w*\}))+$/i.test(spec.path)) return `path ${spec.path}`
  const declared = spec.params ? Object.keys(spec.params.describe().keys ?? {}) : []
  const used = pathParams(spec.path)
  if ([...declared].sort().join() !== [...used].sort().join()) return 'params differ from those of the path'
  if (spec.body && (spec.method === 'get' || spec.method === 'delete')) return `${spec.method} takes no body`
  if (spec.upload && (spec.method !== 'post' || spec.body || spec.idempotent))
    return 'an upload goes alone, by POST'
  if (spec.idempotent && spec.method !== 'post') return 'only POST takes an Idempotency-Key'
  // The types ask for it; what is put together at run time may miss it all the same.
  if (!spec.permission) return 'no permission is declared'
  if (!Object.keys(spec.answers).length) return 'no answer is described'
  return undefined
}
