import { expect } from 'chai'
import pino from 'pino'
import { NotFound, Unauthenticated, Unavailable } from '../../../src/platform/errors.js'
import type { Gate } from '../../../src/platform/http/gate.js'
import { type Route, route } from '../../../src/platform/http/route.js'
import { createLogger } from '../../../src/platform/log.js'
import { onEachStore } from '../../each-store.js'
import { serve, testApp } from '../../http-client.js'
import { aNote, demo } from './demo.js'

const text = { zh: '演示', en: 'demo' }

function failing(error: unknown): Route {
  return route(
    {
      method: 'get',
      path: '/failing',
      operationId: 'fail',
      summary: text,
      permission: 'public',
      tag: 'x',
      answers: { 200: { description: text } },
    },
    () => Promise.reject(error),
  )
}

const signedIn = route(
  {
    method: 'get',
    path: '/mine',
    operationId: 'mine',
    summary: text,
    permission: 'session.own',
    tag: 'x',
    answers: { 200: { description: text } },
  },
  () => ({ body: {} }),
)

/** A logger that keeps its lines. */
function keptLog(level: string) {
  const lines: Record<string, unknown>[] = []
  const log = createLogger(level, { write: (line: string) => lines.push(JSON.parse(line)) })
  return { lines, log }
}

/** Knows people by the name that they give. */
const namedGate: Gate = {
  knows: () => true,
  admit({ request: { headers } }) {
    if (headers.authorization === undefined) throw new Unauthenticated('signIn.needed')
    return { id: headers.authorization, role: 'district' }
  },
}

onEachStore('health and metrics', (engine) => {
  it('give the measurements to this machine, and to others when they may watch', async () => {
    const { http } = await demo(engine, { gate: namedGate })
    const passedOn = { 'x-forwarded-for': '10.0.0.1' }
    expect((await http.ask('/metrics')).status).to.equal(200)
    expect((await http.refused('/metrics', { headers: passedOn })).status).to.equal(401)
    const watcher = { ...passedOn, authorization: 'prometheus' }
    expect((await http.ask('/metrics', { headers: watcher })).text).to.include('duijie_uptime_seconds')
  })

  it('say that the process lives, and whether what it needs answers', async () => {
    const { http } = await demo(engine, { checks: [{ name: 'store', check: async () => true }] })
    expect((await http.ask('/healthz')).body).to.deep.equal({ status: 'ok' })
    expect((await http.ask('/readyz')).body).to.deep.equal({ status: 'ok', checks: { store: 'ok' } })
    const away = [
      { name: 'store', check: async () => true },
      { name: 'index', check: () => Promise.reject(new Unavailable('sqlite')) },
    ]
    const half = await serve(testApp({ routes: [], checks: away }))
    const reply = await half.ask('/readyz')
    expect([reply.status, reply.headers.get('retry-after')]).to.deep.equal([503, '5'])
    expect(reply.body).to.deep.equal({ status: 'away', checks: { store: 'ok', index: 'away' } })
    expect((await half.ask('/healthz')).status).to.equal(200)
  })

  it('are ready without what is optional, and say so', async () => {
    const checks = [
      { name: 'store', check: async () => true },
      { name: 'search', isOptional: true, check: () => Promise.reject(new Unavailable('meilisearch')) },
    ]
    const reply = await (await serve(testApp({ routes: [], checks }))).ask('/readyz')
    expect([reply.status, reply.body]).to.deep.equal([
      200,
      { status: 'ok', checks: { store: 'ok', search: 'degraded' } },
    ])
  })

  it('count a check that throws at once as away', async () => {
    const check = () => {
      throw new Unavailable('sqlite')
    }
    const http = await serve(testApp({ routes: [], checks: [{ name: 'store', check }] }))
    expect((await http.ask('/readyz')).body).to.deep.equal({ status: 'away', checks: { store: 'away' } })
  })

  it('measure by route template and status, never by id', async () => {
    const { http } = await demo(engine)
    await http.ask('/api/v1/notes', { json: aNote })
    await http.ask('/api/v1/notes/n-1')
    await http.ask('/api/v1/notes/n-absent')
    await http.ask('/somewhere/secret')
    const { text: scraped } = await http.ask<string>('/metrics')
    const counted = (labels: string) =>
      new RegExp(`duijie_http_request_duration_seconds_count\\{${labels}\\} 1\\n`).test(scraped)
    expect(counted('method="GET",route="/notes/\\{id\\}",status="200"')).to.equal(true)
    expect(counted('method="GET",route="/notes/\\{id\\}",status="404"')).to.equal(true)
    expect(counted('method="GET",route="unknown",status="404"')).to.equal(true)
    expect(scraped).to.match(/duijie_http_requests_in_flight 1\n/)
    expect(scraped).to.match(/duijie_event_loop_lag_p99_seconds [\d.e-]+\n/)
    expect(scraped).to.not.match(/n-1\b|n-absent|secret/)
  })
})

onEachStore('the log', (engine) => {
  it('holds requests that fail or are slow, and at debug all, without query, path or body', async () => {
    const { lines, log } = keptLog('debug')
    const { http } = await demo(engine, { log })
    await http.ask('/api/v1/notes/n-1?secret=王奶奶', { headers: { 'x-request-id': 'trace-0000001' } })
    await http.ask('/healthz')
    await http.listening.stop()
    const [failed, fine] = lines
    expect(failed).to.include({
      level: 30,
      method: 'GET',
      route: '/notes/{id}',
      status: 422,
      id: 'trace-0000001',
    })
    expect(failed?.ms).to.be.a('number')
    expect(fine).to.include({ level: 20, route: '/healthz', status: 200 })
    expect(JSON.stringify(lines)).to.not.match(/secret|n-1|王/)
  })

  it('is quiet about what went well', async () => {
    const { lines, log } = keptLog('info')
    const { http } = await demo(engine, { log })
    await http.ask('/healthz')
    await http.listening.stop()
    expect(lines).to.deep.equal([])
  })

  it('keeps of an unexpected error its kind and place, and tells the client nothing', async () => {
    const { lines, log } = keptLog('info')
    const cause = new TypeError('王奶奶 13800000000')
    const http = await serve(testApp({ routes: [failing(new Error('龙岗街道 secret', { cause }))], log }))
    const { status, body, text: sent } = await http.refused('/api/v1/failing')
    expect([status, body.type]).to.deep.equal([500, '/problems/internal'])
    expect(sent).to.not.match(/secret|龙岗|at /)
    const line = lines.find((l) => l.level === pino.levels.values.error)
    expect(line?.id).to.equal(body.requestId)
    expect(line?.err).to.deep.include({ type: 'Error' }).and.have.nested.property('cause.type', 'TypeError')
    expect(line?.err).to.have.property('at').with.length.greaterThan(0)
    expect(JSON.stringify(lines)).to.not.match(/secret|龙岗|王|13800000000/)
  })

  it('tells of an error that cannot even be told, and cuts the connection', async () => {
    const { lines, log } = keptLog('info')
    const http = await serve(
      testApp({ routes: [failing(new Unauthenticated('no.such.code' as never))], log }),
    )
    const reply = await http.ask('/api/v1/failing').catch((error: unknown) => error)
    expect(reply).to.be.an.instanceOf(TypeError)
    expect(lines.map(({ level, msg }) => [level, msg])).to.deep.include([pino.levels.values.error, 'failed'])
    expect((await http.ask('/healthz')).status).to.equal(200)
  })

  it('drops what may identify a person from objects logged by mistake', () => {
    const { lines, log } = keptLog('info')
    log.info({ name: '王', need: { id: 'n-1', text: '独居', contact: { phone: '13800138000' } } }, 'made')
    expect(lines[0]).to.deep.include({ msg: 'made', need: { id: 'n-1' } })
    expect(JSON.stringify(lines)).to.not.match(/王|独居|13800138000/)
  })
})

describe('errors of features', () => {
  it('become 503 with Retry-After when an engine is away', async () => {
    const http = await serve(testApp({ routes: [failing(new Unavailable('sqlite'))] }))
    const { status, headers } = await http.refused('/api/v1/failing')
    expect([status, headers.get('retry-after')]).to.deep.equal([503, '5'])
  })

  it('name a kind of record as the feature calls it', async () => {
    const messages = [{ 'kind.need': { zh: '需求', en: 'need' } }]
    const http = await serve(testApp({ routes: [failing(new NotFound('need', 'n-1'))], messages }))
    expect((await http.refused('/api/v1/failing')).body.detail).to.equal('找不到需求 n-1。')
  })
})

onEachStore('the limit of rate', (engine) => {
  const config = { requestsPerMinute: 3, slowMs: 1000, proxies: 0 }

  it('says what is left, refuses what is beyond, and leaves health alone', async () => {
    const { http } = await demo(engine, { config })
    const statuses: number[] = []
    for (let i = 0; i < 3; i++) {
      const { headers, status } = await http.ask('/api/v1/notes')
      statuses.push(status)
      expect(headers.get('ratelimit')).to.match(new RegExp(`^"minute";r=${2 - i};t=\\d+$`))
      expect(headers.get('ratelimit-policy')).to.match(/^"minute";q=3;w=60;pk=:[\w+/]{16}:$/)
    }
    expect(statuses).to.deep.equal([200, 200, 200])
    const refused = await http.refused('/api/v1/notes')
    expect([refused.status, refused.body.type]).to.deep.equal([429, '/problems/rate.limited'])
    expect(Number(refused.headers.get('retry-after'))).to.be.within(1, 60)
    expect((await http.ask('/healthz')).status).to.equal(200)
  })

  it('counts by the address that a trusted proxy names, and does not believe others', async () => {
    const from = (address: string) => ({ headers: { 'x-forwarded-for': address } })
    const behind = await demo(engine, { config: { ...config, proxies: 1 } })
    const direct = await demo(engine, { config })
    for (let i = 0; i < 4; i++) {
      expect((await behind.http.ask('/api/v1/notes', from(`10.0.0.${i}`))).status).to.equal(200)
      expect((await direct.http.ask('/api/v1/notes', from(`10.0.0.${i}`))).status).to.equal(i < 3 ? 200 : 429)
    }
  })

  it('counts those who have signed in each by themselves, however many sit behind one address', async () => {
    const http = await serve(testApp({ routes: [signedIn], config, gate: namedGate }))
    const as = (authorization: string) => http.ask('/api/v1/mine', { headers: { authorization } })
    for (const who of ['anna', 'ben', 'chen']) {
      for (let i = 0; i < 3; i++) {
        const { status, headers } = await as(who)
        expect([status, headers.get('ratelimit')?.slice(0, 13)]).to.deep.equal([200, `"minute";r=${2 - i};`])
      }
      expect((await as(who)).status).to.equal(429)
    }
    const unknown = [await http.ask('/api/v1/mine'), await http.ask('/api/v1/mine'), await as('dora')]
    expect(unknown.map(({ status }) => status)).to.deep.equal([401, 401, 200])
  })
})
