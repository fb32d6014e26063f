import type { IncomingMessage } from 'node:http'
import { type Actor, visitor } from '../actor.js'
import { type FieldError, Forbidden, Invalid, Unauthenticated } from '../errors.js'
import { defaultBodyLimit, hasBody, readBody } from './body.js'
import { bodyChecker, type Checked, type Checker, textChecker } from './checker.js'
import { etagOf, ifMatchOf, noneMatchNames } from './etag.js'
import type { Exchange, Rendered } from './exchange.js'
import { type Gate, publicPermission } from './gate.js'
import type { Idempotency } from './idempotency.js'
import { parseJson } from './json-text.js'
import { limitRate, type RateLimit } from './rate-limit.js'
import { Refusal } from './refusal.js'
import type { Answer, Client, Input, Language, Route } from './route.js'
import { type Upload, withUpload } from './upload.js'
import { nextUrl, pathOf, queryOf } from './url.js'

export interface OperationDeps {
  readonly gate: Gate
  /** Missing where nothing limits rates. */
  readonly limit?: RateLimit
  readonly idempotency?: Idempotency
}

/** Answers one request. Rejects with what is to be told as a problem. */
export type Operation = (exchange: Exchange, params: PathParams) => Promise<void>

/** Of a path, as text. */
type PathParams = Readonly<Record<string, string>>

const nothing: Checker = (value) =>
  Object.keys(value as object).length
    ? { errors: Object.keys(value as object).map((field) => ({ field, code: 'object.unknown' })) }
    : { value }

/** The route as it is run; its schemas are prepared here, once. */
export function operation(route: Route, deps: OperationDeps): Operation {
  const { spec } = route
  const { idempotency, gate, limit } = deps
  const { permission } = spec
  if (permission !== publicPermission && !gate.knows(permission))
    throw new RangeError(`${spec.operationId}: unknown permission ${permission}`)
  const recall = spec.idempotent
  if (recall && !idempotency) throw new RangeError(`${spec.operationId}: nothing keeps its keys`)
  const checkers = {
    params: spec.params ? textChecker(spec.params) : nothing,
    query: spec.query ? textChecker(spec.query) : nothing,
    body: spec.body && bodyChecker(spec.body),
  }
  const bodyLimit = spec.bodyLimit ?? defaultBodyLimit
  const ownLimit = limit && spec.perMinute ? limitRate(spec.perMinute, 'operation') : undefined

  const run = async (input: RequestInput) => render(await route.handle(input), input.exchange)
  const respond = async (input: RequestInput) => {
    const { exchange } = input
    const given = await route.handle(input)
    if (given.stream) await exchange.stream(given.stream)
    else if (given.file) await exchange.download(given.file, render(given, exchange).headers)
    else exchange.send(render(given, exchange), given.bytes?.content)
  }

  return async (exchange, params) => {
    const { request } = exchange
    exchange.route = spec.path
    if (ownLimit) await ownLimit.countAddress(exchange)
    const admit = () => (permission === publicPermission ? visitor : gate.admit(exchange, permission))
    const admitted = admit()
    const actor = admitted instanceof Promise ? await admitted : admitted
    if (limit && permission !== publicPermission) await limit.countAccount(exchange, actor.id)
    const input = new RequestInput(exchange, actor, admit)
    if (spec.ifMatch) input.ifMatch = ifMatchOf(request.headers['if-match'])
    const { upload } = spec
    if (upload) {
      fill(input, checkers, params, noBytes)
      await withUpload(request, upload, (file) => {
        input.file = file
        return respond(input)
      })
      return
    }
    const bytes = checkers.body ? await readBody(request, bodyLimit) : withoutBody(request)
    fill(input, checkers, params, bytes)
    const key = recall && request.headers['idempotency-key']
    if (!key || !idempotency) {
      await respond(input)
      return
    }
    const { ifMatch } = input
    const path = pathOf(exchange.url)
    const attempt = { key: String(key), actor: actor.id, route: spec.operationId, path, ifMatch, body: bytes }
    const { replayed, ...answer } = await idempotency.once(attempt, {
      run(mark) {
        input.actor = { ...actor, mark }
        return run(input)
      },
      recall: async (subject) => render(await recall(subject, actor), exchange),
    })
    if (replayed) exchange.headers.push('idempotent-replayed', 'true')
    exchange.send(answer)
  }
}

/** What a handler sees of a request. The getters cost nothing to those who do not ask. */
class RequestInput implements Input<unknown, unknown, unknown> {
  params: unknown
  query: unknown
  body: unknown
  ifMatch = 0
  file: Upload | undefined

  constructor(
    readonly exchange: Exchange,
    public actor: Actor,
    private readonly admit: () => Actor | Promise<Actor>,
  ) {}

  get upload(): Upload {
    if (!this.file) throw new RangeError('this route declares no upload')
    return this.file
  }

  get client(): Client {
    const { address, request } = this.exchange
    const { headers } = request
    return {
      address,
      userAgent: headers['user-agent'],
      cookies: headers.cookie,
    }
  }

  get lastEventId(): string | undefined {
    const given = this.exchange.request.headers['last-event-id']
    return typeof given === 'string' ? given : undefined
  }

  async isStillAdmitted(): Promise<boolean> {
    try {
      return (await this.admit()).id === this.actor.id
    } catch (error) {
      if (error instanceof Unauthenticated || error instanceof Forbidden) return false
      throw error
    }
  }

  get language(): Language {
    return this.exchange.language
  }

  get signal(): AbortSignal {
    return this.exchange.signal
  }
}

const noBytes = new Uint8Array(0)

function withoutBody(request: IncomingMessage): Uint8Array {
  if (hasBody(request)) throw new Refusal('body.unexpected')
  return noBytes
}

/** Checks all parts before it complains, so that a client hears of every wrong field at once. */
function fill(
  input: RequestInput,
  checkers: { params: Checker; query: Checker; body: Checker | undefined },
  params: PathParams,
  bytes: Uint8Array,
): void {
  const errors: FieldError[] = []
  input.params = checkedValue(checkers.params(params), errors)
  input.query = checkedValue(checkers.query(queryOf(input.exchange.url)), errors)
  if (checkers.body) input.body = checkedValue(checkers.body(parseJson(bytes)), errors)
  if (errors.length) throw new Invalid(errors)
}

function checkedValue(checked: Checked, errors: FieldError[]): unknown {
  if ('value' in checked) return checked.value
  errors.push(...checked.errors)
  return undefined
}

function render(answer: Answer, { request, url }: Exchange): Rendered {
  const { body, json, bytes, revision, next } = answer
  const headers: string[] = answer.headers?.['cache-control'] ? [] : ['cache-control', 'private, no-cache']
  for (const name in answer.headers) headers.push(name, answer.headers[name] as string)
  if (next !== undefined) headers.push('link', `<${nextUrl(url, next)}>; rel="next"`)
  if (revision !== undefined) {
    headers.push('etag', etagOf(revision))
    const noneMatch = request.headers['if-none-match']
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    if (isRead && noneMatch !== undefined && noneMatchNames(noneMatch, revision))
      return { status: 304, headers }
  }
  if (bytes) return { status: answer.status ?? 200, type: bytes.type, headers }
  const text = json ?? (body === undefined ? undefined : JSON.stringify(body))
  if (text === undefined) return { status: answer.status ?? 204, headers }
  return { status: answer.status ?? 200, text, headers }
}
