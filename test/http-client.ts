import { Registry } from 'prom-client'
import { type Listening, listen } from '../src/platform/http/listen.js'
import { HttpMetrics } from '../src/platform/http/metrics.js'
import type { ProblemDocument } from '../src/platform/http/problem.js'
import { createHttpApp, type HttpAppOptions } from '../src/platform/http/server.js'
import { createLogger } from '../src/platform/log.js'
import { openGate } from './gates.js'
import { onCleanup } from './setup.js'

/** An app for tests: silent, without a limit of rate, version 0.0.0; what a test is about is given in `options`. */
export function testApp(options: Partial<HttpAppOptions> & Pick<HttpAppOptions, 'routes'>) {
  return createHttpApp({
    config: { requestsPerMinute: 0, slowMs: 1000, proxies: 0 },
    log: createLogger('silent'),
    metrics: new HttpMetrics(new Registry()),
    version: '0.0.0',
    gate: openGate(),
    ...options,
  })
}

/** An answer with its body read: `body` is the parsed JSON, or the text where it is none. */
export interface Reply<T = unknown> {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly body: T
}

export interface Asked {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON. */
  readonly json?: unknown
  /** Sent as it is; give the content type yourself. */
  readonly raw?: string | Uint8Array<ArrayBuffer>
}

/** Asks one server; T is what the test expects to get. */
export class HttpClient {
  readonly #listening: Listening | undefined

  /**
   * @param listening where the server runs in this process
   * @param always headers of every request, e.g. those of test/signed-in.ts
   */
  constructor(
    readonly url: string,
    listening?: Listening,
    readonly always: Readonly<Record<string, string>> = {},
  ) {
    this.#listening = listening
  }

  get listening(): Listening {
    if (!this.#listening) throw new Error(`${this.url} is served by another process`)
    return this.#listening
  }

  /** The same server, asked with these headers too. */
  with(headers: Readonly<Record<string, string>>): HttpClient {
    return new HttpClient(this.url, this.#listening, { ...this.always, ...headers })
  }

  async ask<T = unknown>(path: string, asked: Asked = {}): Promise<Reply<T>> {
    const { json, raw } = asked
    const headers = { ...this.always, ...asked.headers }
    const body = json === undefined ? raw : JSON.stringify(json)
    const response = await fetch(this.url + path, {
      method: asked.method ?? (body === undefined ? 'GET' : 'POST'),
      headers: json === undefined ? headers : { 'content-type': 'application/json', ...headers },
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    })
    const text = await textOf(response)
    const isJson = /[/+]json/.test(response.headers.get('content-type') ?? '')
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: (isJson && text ? JSON.parse(text) : text) as T,
    }
  }

  /** Asks for what will be refused. @throws Error when the answer is no problem document that fits its status */
  async refused(path: string, asked: Asked = {}): Promise<Reply<ProblemDocument>> {
    const reply = await this.ask<ProblemDocument>(path, asked)
    const type = reply.headers.get('content-type') ?? ''
    if (!type.startsWith('application/problem+json') || reply.body.status !== reply.status) {
      throw new Error(`no problem document: ${reply.status} ${type} ${reply.text.slice(0, 200)}`)
    }
    return reply
  }
}

/** Of a stream that lasts, what comes first. */
async function textOf(response: Response): Promise<string> {
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return response.text()
  const reader = response.body?.getReader()
  const first = await reader?.read()
  await reader?.cancel()
  return new TextDecoder().decode(first?.value)
}

/** Serves `app` on a free port until the test ends. */
export async function serve(app: Parameters<typeof listen>[0], graceMs = 1000): Promise<HttpClient> {
  const listening = await listen(app, { host: '127.0.0.1', port: 0, graceMs })
  onCleanup(() => listening.stop())
  return new HttpClient(listening.url, listening)
}
