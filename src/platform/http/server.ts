import type { RequestListener, ServerResponse } from 'node:http'
import express, {
  type ErrorRequestHandler,
  type Express,
  type RequestHandler,
  type Response,
  Router,
} from 'express'
import type { Logger } from '../log.js'
import { Exchange, type ExchangeDeps, exchangeOf } from './exchange.js'
import type { Gate } from './gate.js'
import { securityHeaders } from './headers.js'
import { addHealth, type ReadinessCheck } from './health.js'
import type { Idempotency } from './idempotency.js'
import { type MessageTable, messagesOf } from './messages.js'
import type { HttpMetrics } from './metrics.js'
import { openApiDocument } from './openapi.js'
import { operation } from './operation.js'
import { addPages, type Page } from './pages.js'
import { rateLimiter } from './rate-limit.js'
import { Refusal } from './refusal.js'
import { type Method, pathParams, type Route, type Text2 } from './route.js'
import { addSite } from './site.js'
import { checkUrl } from './url.js'
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
  const app = express()
  app.disable('x-powered-by').disable('etag')
  app.set('query parser', false).set('trust proxy', config.proxies)
  const deps: ExchangeDeps = {
    log,
    metrics,
    messages: messagesOf(options.messages),
    always: securityHeaders(),
    slowMs: config.slowMs,
  }
  const isLimited = config.requestsPerMinute > 0
  const limit = isLimited ? rateLimiter(config.requestsPerMinute, config.proxies) : undefined
  if (limit) app.use(limit)
  const shelves = new Map<string, Router>()
  app.use(byFirstWord(shelves))
  for (const [path, group] of byPath(routes)) {
    const line = shelfFor(shelves, path).route(expressPath(path))
    for (const route of group) {
      const { method, perMinute } = route.spec
      if (perMinute && isLimited) line[method](rateLimiter(perMinute, config.proxies, 'operation'))
      line[method](operation(route, { gate, ...(idempotency && { idempotency }), ...(limit && { limit }) }))
    }
    line.all(refuseMethod(group.map(({ spec }) => spec.method)))
  }
  addHealth(app, checks, metrics, gate)
  addPages(app, options.pages ?? [], isLimited ? config.proxies : undefined)
  if (options.webApp) addWebApp(app, options.webApp)
  addSite(app, openApiDocument(routes, { root: apiRoot, version: options.version, tags: options.tags ?? {} }))
  app.use(() => {
    throw new Refusal('path.unknown')
  })
  app.use(fail)
  return beginning(app, deps)
}

/**
 * Begins each exchange before Express sees it: as the first layer of its router, the same takes a tenth of the time of a
 * short answer more.
 */
function beginning(app: Express, deps: ExchangeDeps): RequestListener {
  return (request, response) => {
    const exchange = new Exchange(request, response, deps)
    // Express keeps what it finds there.
    ;(response as Response).locals = { exchange }
    deps.metrics.begin()
    response.on('close', closed)
    try {
      if (request.headers.host === undefined && request.httpVersion === '1.1')
        throw new Refusal('host.missing')
      checkUrl(exchange.url)
    } catch (error) {
      exchange.fail(error)
      return
    }
    app(request, response)
  }
}

/** One function for all responses; a closure each would be made at every request. */
function closed(this: ServerResponse): void {
  exchangeOf(this).close()
}

const fail: ErrorRequestHandler = (error, _request, response, _next) => exchangeOf(response).fail(error)

function refuseMethod(methods: readonly Method[]): RequestHandler {
  const names = methods.flatMap((method) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]))
  const allow = [...names, 'OPTIONS'].join(', ')
  return (request, response) => {
    if (request.method !== 'OPTIONS') throw new Refusal('method.refused', { allow }, { allow })
    exchangeOf(response).send({ status: 204, headers: ['allow', allow] })
  }
}

/** Routes by path; paths with fixed words come before those that take any word in the same place. */
function byPath(routes: readonly Route[]): [string, Route[]][] {
  const paths = new Map<string, Route[]>()
  const names = new Set<string>()
  for (const route of routes) {
    const { path, method, operationId } = route.spec
    const group = paths.get(path) ?? []
    const twice = names.has(operationId) || group.some(({ spec }) => spec.method === method)
    if (twice) throw new RangeError(`${operationId}: declared twice`)
    names.add(operationId)
    paths.set(path, [...group, route])
  }
  return [...paths].sort(([a], [b]) => pathParams(a).length - pathParams(b).length)
}

/** The router of all paths that begin with one word: Express tries routes one by one, and there are a hundred and more. */
function shelfFor(shelves: Map<string, Router>, path: string): Router {
  const word = firstWord(path, 1)
  const shelf = shelves.get(word) ?? Router()
  shelves.set(word, shelf)
  return shelf
}

function byFirstWord(shelves: ReadonlyMap<string, Router>): RequestHandler {
  return (request, response, next) => {
    const shelf = shelves.get(firstWord(request.url, apiRoot.length + 1))
    if (shelf) shelf(request, response, next)
    else next()
  }
}

/** The word that begins at `from`, in lower case, for Express takes upper case for the same. */
function firstWord(url: string, from: number): string {
  let end = from
  while (end < url.length && url[end] !== '/' && url[end] !== '?') end++
  return url.slice(from, end).toLowerCase()
}

function expressPath(path: string): string {
  return apiRoot + path.replace(/\{(\w+)\}/g, ':$1')
}
