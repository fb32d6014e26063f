import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onCleanup } from '../setup.js'

export interface Posted {
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

export type Answering = (response: ServerResponse, posted: Posted) => void

export const agree: Answering = (response) => response.end('{"errcode":0,"errmsg":"ok"}')

/** A receiver of webhooks that keeps what it gets. */
export async function receiver(answer: () => Answering = () => agree) {
  const posted: Posted[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      const one = { url: request.url ?? '', headers: request.headers, body }
      posted.push(one)
      answer()(response, one)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onCleanup(() => {
    server.closeAllConnections()
    server.close()
  })
  return { posted, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?key=k-123` }
}
