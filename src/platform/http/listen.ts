import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { type ProblemCode, problems } from './problem-catalogue.js'
import { longestUrl } from './url.js'

export interface ListenOptions {
  readonly host: string
  /** 0 lets the system choose. */
  readonly port: number
  /** How long requests under way may take when the server stops; milliseconds. Default 10,000. */
  readonly graceMs?: number
}

export interface Listening {
  readonly url: string
  readonly port: number
  /**
   * Takes no more connections, ends streams, lets requests under way finish, cuts off those that take longer than the grace, then
   * runs `closers` in turn (the last one checkpoints the store). May be called again: the first call's end counts.
   * @throws AggregateError of what closers threw; all of them have run
   */
  stop(closers?: readonly (() => unknown)[]): Promise<void>
}

/** Serves `app`. Rejects when the address is not to be had. */
export async function listen(app: RequestListener, options: ListenOptions): Promise<Listening> {
  const { host, port, graceMs = 10_000 } = options
  // Host is checked in beginning() of server.ts, where the answer can be a problem document.
  const server = createServer({ requireHostHeader: false, requestTimeout: 60_000, headersTimeout: 20_000 })
  const underWay = new Set<ServerResponse>()
  let stopping: Promise<void> | undefined
  function forget(this: ServerResponse): void {
    underWay.delete(this)
  }
  server.on('request', (request, response) => {
    underWay.add(response)
    if (stopping) response.setHeader('connection', 'close')
    response.on('close', forget)
    app(request, response)
  })
  answerWhatNodeRefuses(server)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve(server.off('error', reject) && undefined))
  })
  const { port: actual } = server.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    port: actual,
    stop(closers = []) {
      stopping ??= drain(server, underWay, graceMs).then(() => runAll(closers))
      return stopping
    },
  }
}

async function drain(server: Server, underWay: ReadonlySet<ServerResponse>, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  for (const response of underWay) {
    if (!response.headersSent) response.setHeader('connection', 'close')
    // A stream would go on for ever; its exchange ends it, and the client comes back to whoever serves then.
    response.emit('stopping')
  }
  server.closeIdleConnections()
  const timer = setTimeout(() => server.closeAllConnections(), graceMs)
  await closed
  clearTimeout(timer)
}

async function runAll(closers: readonly (() => unknown)[]): Promise<void> {
  const errors: unknown[] = []
  for (const close of closers) {
    try {
      await close()
    } catch (error) {
      errors.push(error)
    }
  }
  if (errors.length) throw new AggregateError(errors, 'not everything could be closed')
}

/** What the parser of HTTP refuses never reaches the app; it too is answered with a problem document. */
function answerWhatNodeRefuses(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException & { rawPacket?: Buffer }, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy()
    else socket.end(rawProblem(codeOf(error)))
  })
  server.on('checkExpectation', (_request, response) => {
    response.shouldKeepAlive = false
    const { body, status } = problemBody('expect.unknown')
    response
      .writeHead(status, { 'content-type': problemType, 'content-length': Buffer.byteLength(body) })
      .end(body)
  })
  server.on('connect', (_request, socket: Duplex | Socket) => socket.end(rawProblem('method.refused')))
}

function codeOf(error: NodeJS.ErrnoException & { rawPacket?: Buffer }): ProblemCode {
  if (error.code !== 'HPE_HEADER_OVERFLOW') return 'request.malformed'
  const firstLine = error.rawPacket?.indexOf('\r\n') ?? -1
  return firstLine < 0 || firstLine > longestUrl ? 'url.long' : 'header.large'
}

const problemType = 'application/problem+json; charset=utf-8'

/** In both languages: of a request that could not be read, the language is not known. */
function problemBody(code: ProblemCode): { status: number; body: string } {
  const { status, title } = problems[code]
  const document = { type: `/problems/${code}`, title: `${title.zh} / ${title.en}`, status }
  return { status, body: JSON.stringify(document) }
}

function rawProblem(code: ProblemCode): string {
  const { status, body } = problemBody(code)
  const length = Buffer.byteLength(body)
  return `HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Type: ${problemType}\r\nContent-Length: ${length}\r\n\r\n${body}`
}
