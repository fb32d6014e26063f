import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Response } from 'express'
import type { Logger } from '../log.js'
import { clientAddress } from './client-address.js'
import { accepts, pack, worthPacking } from './coding.js'
import type { EachTurn } from './each-turn.js'
import { type HeaderPairs, withContentPolicy } from './headers.js'
import { languageOf } from './language.js'
import type { Messages } from './messages.js'
import type { HttpMetrics } from './metrics.js'
import { problemOf } from './problem.js'
import type { Language, SentFile } from './route.js'
import { pathOf } from './url.js'

/** What all exchanges of an app share. */
export interface ExchangeDeps {
  readonly log: Logger
  readonly metrics: HttpMetrics
  readonly messages: Messages
  /** Each write of its own may wake whoever reads it, which takes the system longer than we take over the answer. */
  readonly outbox: EachTurn<ReadyAnswer>
  /** Headers of every answer. */
  readonly always: HeaderPairs
  /** Requests that take longer than this are logged; milliseconds. */
  readonly slowMs: number
  /** How many proxies before us tell the client's address. */
  readonly proxies: number
}

/** Its head is written, so that nothing about it can be wrong any more. */
export interface ReadyAnswer {
  readonly response: ServerResponse
  readonly body: string | Uint8Array
}

/** An answer as it goes out. */
export interface Rendered {
  readonly status: number
  /** Undefined where there is no content. */
  readonly text?: string
  readonly type?: string
  /** In place of the Content-Security-Policy of all other answers. */
  readonly contentPolicy?: string
  readonly headers: HeaderPairs
}

/** What keeps caches and proxies from holding events back; `x-accel-buffering` is nginx's. */
const streamHeaders = [
  'content-type',
  'text/event-stream; charset=utf-8',
  'cache-control',
  'no-store, no-transform',
  'x-accel-buffering',
  'no',
]
/** A client that takes nothing for so long is gone, whatever its connection says; milliseconds. */
const drainMs = 60_000

const jsonType = 'application/json; charset=utf-8'
const requestIdForm = /^[\w.-]{8,128}$/

/**
 * One request and its answer: its id, language and route, how it is answered, measured and logged. A class, so that
 * a request makes one object and no closures.
 */
export class Exchange {
  readonly requestId: string
  /** The template of the route, for logs and metrics; never the path itself, which holds ids. */
  route = 'unknown'
  /** Headers that come up underway. */
  readonly headers: string[] = []
  readonly #startedAt = performance.now()
  #abort: AbortController | undefined
  #address: string | undefined
  #isStream = false

  constructor(
    readonly request: IncomingMessage,
    readonly response: ServerResponse,
    readonly deps: ExchangeDeps,
  ) {
    const given = request.headers['x-request-id']
    this.requestId = typeof given === 'string' && requestIdForm.test(given) ? given : randomUUID()
  }

  get url(): string {
    return this.request.url ?? '/'
  }

  get language(): Language {
    return languageOf(this.request.headers['accept-language'])
  }

  /** Of whoever asks. */
  get address(): string {
    this.#address ??= clientAddress(this.request, this.deps.proxies)
    return this.#address
  }

  /** Made only where a handler asks for it. */
  get signal(): AbortSignal {
    this.#abort ??= new AbortController()
    if (this.response.closed) this.#abort.abort()
    return this.#abort.signal
  }

  /** @param content what is sent where it is no text */
  send({ status, text, type = jsonType, contentPolicy, headers }: Rendered, content?: Uint8Array): void {
    const pairs = this.#headersWith(headers, contentPolicy)
    const body = text ?? content
    if (body === undefined) {
      this.response.writeHead(status, pairs).end()
      return
    }
    pairs.push('content-type', type)
    const length = Buffer.byteLength(body)
    const isWorthPacking = text !== undefined && length >= worthPacking
    if (isWorthPacking) pairs.push('vary', 'accept-encoding')
    if (isWorthPacking && accepts(this.request, 'gzip')) void this.#sendPacked(status, pairs, text)
    // As it is: Node sends text in one piece with the headers, bytes in a second one.
    else this.#sendBody(status, pairs, body, length)
  }

  async #sendPacked(status: number, pairs: readonly string[], text: string): Promise<void> {
    const packed = await pack(Buffer.from(text))
    this.#sendBody(status, [...pairs, 'content-encoding', 'gzip'], packed, packed.length)
  }

  #sendBody(status: number, pairs: string[], body: string | Uint8Array, length: number): void {
    pairs.push('content-length', String(length))
    this.deps.outbox.put({ response: this.response.writeHead(status, pairs), body })
  }

  /** What every answer carries, and its own. */
  #headersWith(own: HeaderPairs, contentPolicy?: string): string[] {
    const { always } = this.deps
    const fixed = contentPolicy === undefined ? always : withContentPolicy(always, contentPolicy)
    return [...fixed, 'x-request-id', this.requestId, ...this.headers, ...own]
  }

  /** Sends events until there are no more, the client leaves, or the server stops; holds one of them at a time. */
  async stream(events: AsyncIterable<string>): Promise<void> {
    const { request, response, deps, signal } = this
    this.#isStream = true
    response.once('stopping', () => this.#abort?.abort())
    response.writeHead(200, this.#headersWith(streamHeaders))
    response.flushHeaders()
    try {
      if (request.method !== 'HEAD') {
        for await (const event of events) {
          if (signal.aborted) break
          if (!response.write(event))
            await once(response, 'drain', { signal: AbortSignal.any([signal, AbortSignal.timeout(drainMs)]) })
        }
      }
      response.end()
    } catch (error) {
      if (!signal.aborted)
        deps.log.error({ id: this.requestId, route: this.route, err: error }, 'stream ended')
      response.destroy()
    }
  }

  /** Sends a file at the client's pace while it is made; where that fails, the connection is cut. */
  async download({ type, name, write }: SentFile, headers: HeaderPairs): Promise<void> {
    const { request, response, signal } = this
    const named = ['content-type', type, 'content-disposition', `attachment; filename="${name}"`]
    response.writeHead(200, this.#headersWith([...headers, ...named]))
    if (request.method === 'HEAD') {
      response.end()
      return
    }
    response.setTimeout(drainMs, () => response.destroy())
    const out = new PassThrough()
    const made = write(out).catch((error) => {
      out.destroy(error)
      throw error
    })
    try {
      await Promise.all([pipeline(out, response), made])
    } catch (error) {
      // A client that left is told of by the line of the request.
      if (!signal.aborted) throw error
    }
  }

  /** Answers with a problem document; what is our own fault is logged with its cause. */
  fail(error: unknown): void {
    const { request, response, deps } = this
    const { document, headers } = problemOf(
      error,
      {
        language: this.language,
        instance: pathOf(this.url),
        requestId: this.requestId,
        ifMatch: request.headers['if-match'] !== undefined,
      },
      deps.messages,
    )
    if (document.status >= 500)
      deps.log.error({ id: this.requestId, route: this.route, err: error }, 'failed')
    if (response.headersSent) {
      response.destroy()
      return
    }
    this.send({
      status: document.status,
      text: JSON.stringify(document),
      type: 'application/problem+json; charset=utf-8',
      headers: [
        ...Object.entries(headers).flat(),
        'content-language',
        this.language,
        'cache-control',
        'no-store',
      ],
    })
  }

  /** Cuts the connection, where not even a problem can be told. */
  cut(error: unknown): void {
    this.deps.log.error({ id: this.requestId, route: this.route, err: error }, 'failed')
    this.response.destroy()
  }

  /** After the last byte, or when the client has gone. */
  close(): void {
    const { request, response, deps, route } = this
    const { method = '' } = request
    const status = response.statusCode
    const ms = performance.now() - this.#startedAt
    const whole = response.writableFinished
    if (this.#isStream) {
      this.#abort?.abort()
      deps.metrics.endStream()
    } else if (whole) {
      deps.metrics.end(method, route, status, ms / 1000)
    } else {
      this.#abort?.abort()
      deps.metrics.abort()
    }
    const isOdd = !this.#isStream && (!whole || ms >= deps.slowMs)
    const level = isOdd || status >= 400 ? 'info' : 'debug'
    if (deps.log.isLevelEnabled(level)) {
      const line = { id: this.requestId, method, route, status, ms: Math.round(ms * 10) / 10 }
      deps.log[level](line, whole ? 'request' : 'request aborted')
    }
  }
}

/** The exchange that server.ts put on the response. */
export function exchangeOf(response: ServerResponse): Exchange {
  return (response as Response).locals.exchange as Exchange
}
