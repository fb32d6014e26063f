import { request as requestPlain } from 'node:http'
import { request as requestTls } from 'node:https'
import { failed, type Outcome } from '../channel.js'
import { badDestination, type DestinationRules, guardedLookup } from './destination.js'

export interface Posted {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** What the other side answered. */
export interface Reply {
  readonly status: number
  /** The first 16 kB. */
  readonly text: string
}

export interface PostOptions extends DestinationRules {
  /** From the first byte to the last; milliseconds, default 10 seconds. */
  readonly timeoutMs?: number
  readonly signal: AbortSignal
}

const mostRead = 16_384

/** Posts to a guarded address and follows no redirect; gives what was answered, or why nothing was. */
export async function post(posted: Posted, options: PostOptions): Promise<Reply | Outcome> {
  const wrong = badDestination(posted.url, options)
  if (wrong) return failed(wrong, true)
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(options.timeoutMs ?? 10_000)])
  try {
    return await exchange(posted, options, signal)
  } catch (error) {
    return failed(signal.aborted ? 'timeout' : codeOf(error))
  }
}

function exchange(
  { url, headers, body }: Posted,
  rules: DestinationRules,
  signal: AbortSignal,
): Promise<Reply> {
  const request = url.startsWith('https:') ? requestTls : requestPlain
  const bytes = Buffer.from(body)
  return new Promise((resolve, reject) => {
    const outgoing = request(url, {
      method: 'POST',
      // A connection of its own: one that is kept open was looked up for somebody else's moment.
      agent: false,
      lookup: guardedLookup(rules),
      signal,
      headers: { ...headers, 'content-length': bytes.length, 'user-agent': 'Duijie' },
    })
    outgoing.on('error', reject)
    outgoing.on('response', (response) => {
      const chunks: Buffer[] = []
      let length = 0
      const done = () => {
        const text = Buffer.concat(chunks).toString('utf8', 0, mostRead)
        resolve({ status: response.statusCode ?? 0, text })
      }
      response.on('error', reject)
      response.on('end', done)
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        length += chunk.length
        if (length < mostRead) return
        done()
        outgoing.destroy()
      })
    })
    outgoing.end(bytes)
  })
}

/** Node's own word, e.g. `ECONNREFUSED`; never the message, which holds the address. */
function codeOf(error: unknown): string {
  const { code } = error as { readonly code?: unknown }
  return typeof code === 'string' && /^[\w.]{3,60}$/.test(code) ? code : 'failed'
}
