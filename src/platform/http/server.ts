import type { RequestListener, ServerResponse } from 'node:http'
import express, { type ErrorRequestHandler, type Express, type Response } from 'express'
import type { Logger } from '../log.js'
import { apiTable, type Operations, operationOf } from './api-table.js'
import { EachTurn } from './each-turn.js'
import { Exchange, type ExchangeDeps, exchangeOf, type ReadyAnswer } from './exchange.js'
import type { Gate } from './gate.js'
import { securityHeaders } from './headers.js'
import { addHealth, type ReadinessCheck } from './health.js'
import type { Idempotency } from './idempotency.js'
import { type MessageTable, messagesOf } from './messages.js'
import type { HttpMetrics } from './metrics.js'
import { openApiDocument } from './openapi.js'
import { addPages, type Page } from './pages.js'
import { limitRate, type RateLimit } from './rate-limit.js'
import { Refusal } from './refusal.js'
import type { Route, Text2 } from './route.js'
import type { RouteTable } from './route-table.js'
import { addSite } from './site.js'
import { checkUrl, pathOf } from './url.js'
import { addWebApp, type WebApp } from './web-app.js'

const apiRoot = '/api/v1'

export interface HttpConfig {
  /** Requests a minute from one address; 0 lets everything pass. */
  readonly requestsPerMinute: number
  /** Requests that take longer are logged; milliseconds. */
  readonly slowMs: number
  /** How many proxies before us tell the client's address in X-Forwarded-For; 0 where clients come directly. */
  readonly proxies: number
}

export interface HttpAppOptions {
  readonly routes: readonly Route[]
  readonly config: HttpConfig
  readonly log: Logger
  readonly metrics: HttpMetrics
  /** Needed where a route is idempotent. */
  readonly idempotency?: Idempotency
  /** What /readyz asks. */
  readonly checks?: readonly ReadinessCheck[]
  /** Texts of the features' own codes and kinds. */
  readonly messages?: readonly MessageTable[]
  /** Pages for people, beside the API. */
  readonly pages?: readonly Page[]
  /** What the tags of the routes are called in the document. */
  readonly tags?: Readonly<Record<string, Text2>>
  /** Of the software, for the document. */
  readonly version: string
  readonly gate: Gate
  /** The built browser application, and the first words of the paths that are its own; without it / says what this is. */
  readonly webApp?: WebApp
}

/**
 * The HTTP side of Duijie: the API under /api/v1, its description, health and metrics.
 * @throws RangeError when two routes contradict each other, or one names no permission that the gate knows
 */
export function createHttpApp(options: HttpAppOptions): RequestListener {
  const { routes, config, log, metrics, checks = [], gate, idempotency } = options
  const { requestsPerMinute, proxies, slowMs } = config
  const limit = requestsPerMinute > 0 ? limitRate(requestsPerMinute) : undefined
  const app = express()
  app.disable('x-powered-by').disable('etag').set('query parser', false)
  addHealth(app, checks, metrics, gate)
  addPages(app, options.pages ?? [], limit !== undefined)
  if (options.webApp) addWebApp(app, options.webApp)
  addSite(app, openApiDocument(routes, { root: apiRoot, version: options.version, tags: options.tags ?? {} }))
  app.use(() => {
    throw new Refusal('path.unknown')
  })
  app.use(fail)
  const messages = messagesOf(options.messages)
  const outbox = new EachTurn<ReadyAnswer>(({ response, body }) => response.end(body))
  const deps = { log, metrics, messages, outbox, always: securityHeaders(), slowMs, proxies }
  const api = apiTable(routes, apiRoot, {
    gate,
    ...(idempotency && { idempotency }),
    ...(limit && { limit }),
  })
  return beginning({ app, api, limit, deps })
}

interface Beginning {
  readonly api: RouteTable<Operations>
  /** All that is not the API. */
  readonly app: Express
  readonly limit: RateLimit | undefined
  readonly deps: ExchangeDeps
}

/**
 * Begins each exchange, and answers what is asked of the API before Express, which costs more than all the rest of a short
 * answer (docs/adr/0038-operations-are-found-before-express.md).
 */
function beginning({ app, api, limit, deps }: Beginning): RequestListener {
  const answer = async (exchange: Exchange) => {
    const { request, response, url } = exchange
    try {
      if (request.headers.host === undefined && request.httpVersion === '1.1')
        throw new Refusal('host.missing')
      checkUrl(url)
      if (limit) await limit.countAddress(exchange)
      const found = api.find(pathOf(url))
      if (!found) app(request, response)
      else await operationOf(found.value, request.method)(exchange, found.params)
    } catch (error) {
      exchange.fail(error)
    }
  }
  const intake = new EachTurn<Exchange>((exchange) => {
    answer(exchange).catch((error) => exchange.cut(error))
  })
  return (request, response) => {
    const exchange = new Exchange(request, response, deps)
    // Express keeps what it finds there.
    ;(response as Response).locals = { exchange }
    deps.metrics.begin()
    response.on('close', closed)
    intake.put(exchange)
  }
}

/** One function for all responses; a closure each would be made at every request. */
function closed(this: ServerResponse): void {
  exchangeOf(this).close()
}

const fail: ErrorRequestHandler = (error, _request, response, _next) => exchangeOf(response).fail(error)
