import { request } from 'node:http'
import { expect } from 'chai'
import { Registry } from 'prom-client'
import { HttpMetrics } from '../../../src/platform/http/metrics.js'
import { route } from '../../../src/platform/http/route.js'
import { serve, testApp } from '../../http-client.js'

const text = { zh: '演示', en: 'demo' }

/** An app whose one operation streams what `events` gives; `ended` resolves when the source has been let go. */
async function streaming(events: (signal: AbortSignal) => AsyncGenerator<string>, graceMs = 60_000) {
  let release = () => {}
  const ended = new Promise<void>((resolve) => {
    release = resolve
  })
  async function* watched(signal: AbortSignal) {
    try {
      yield* events(signal)
    } finally {
      release()
    }
  }
  const stream = route(
    {
      method: 'get',
      path: '/stream',
      operationId: 'stream',
      permission: 'public',
      summary: text,
      tag: 'x',
      answers: { 200: { description: text } },
    },
    ({ signal }) => ({ stream: watched(signal) }),
  )
  const registry = new Registry()
  const app = testApp({ routes: [stream], metrics: new HttpMetrics(registry) })
  return { http: await serve(app, graceMs), ended, registry }
}

const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))

async function* oneThenWait(signal: AbortSignal) {
  yield 'data: 1\n\n'
  await aborted(signal)
}

describe('a stream of events', () => {
  it('goes out as it comes, past proxies that would hold it back', async () => {
    const { http, ended } = await streaming(oneThenWait)
    const leaving = new AbortController()
    const { headers, body } = await fetch(`${http.url}/api/v1/stream`, { signal: leaving.signal })
    expect(headers.get('content-type')).to.equal('text/event-stream; charset=utf-8')
    expect(headers.get('cache-control')).to.equal('no-store, no-transform')
    expect(headers.get('x-accel-buffering')).to.equal('no')
    const first = await body?.getReader().read()
    expect(Buffer.from(first?.value ?? []).toString()).to.equal('data: 1\n\n')
    leaving.abort()
    await ended
  })

  it('ends when the server stops, long before the grace is over', async () => {
    const { http, ended } = await streaming(oneThenWait)
    const { body } = await fetch(`${http.url}/api/v1/stream`)
    const all = new Response(body).text()
    await http.listening.stop()
    await ended
    expect(await all).to.equal('data: 1\n\n')
  })

  it('waits for a client that takes nothing, and holds one event for it', async () => {
    let made = 0
    const { http, ended } = await streaming(async function* endless() {
      for (;;) {
        made++
        yield `data: ${'x'.repeat(1_000_000)}\n\n`
      }
    })
    const asked = request(`${http.url}/api/v1/stream`).end()
    const response = await new Promise<NodeJS.ReadableStream & { destroy(): void }>((resolve) =>
      asked.on('response', resolve),
    )
    response.pause()
    // As often as it would take to make hundreds, were it not held.
    let before = -1
    for (let turns = 0; turns < 2_000 && before !== made; turns++) {
      before = made
      for (let turn = 0; turn < 200; turn++) await new Promise(setImmediate)
    }
    expect(made).to.be.below(50)
    response.destroy()
    await ended
  })

  it('answers HEAD with its headers only', async () => {
    const { http } = await streaming(oneThenWait)
    const reply = await http.ask('/api/v1/stream', { method: 'HEAD' })
    expect([reply.status, reply.text]).to.deep.equal([200, ''])
    expect(reply.headers.get('content-type')).to.include('text/event-stream')
  })

  it('is cut off when its source fails, and counts neither as slow nor as aborted', async () => {
    const { http, registry } = await streaming(async function* broken() {
      yield 'data: 1\n\n'
      throw new Error('no')
    })
    const { body } = await fetch(`${http.url}/api/v1/stream`)
    expect(await new Response(body).text().catch((error: Error) => error.name)).to.equal('TypeError')
    const metrics = await registry.metrics()
    expect(metrics).to.match(/duijie_http_requests_aborted_total 0/)
    expect(metrics).to.match(/duijie_http_requests_in_flight 0/)
    expect(metrics).not.to.include('route="/stream"')
  })
})
