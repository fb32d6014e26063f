import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'chai'
import { type Running, start } from '../../src/main.js'
import type { Need } from '../../src/needs/index.js'
import { aNeed } from '../feature-drafts.js'
import { HttpClient, type Reply } from '../http-client.js'
import { MeiliDouble } from '../meili-double/server.js'
import { dataFolder, testConfig } from '../running.js'
import { onCleanup } from '../setup.js'
import { bearerFor } from '../signed-in.js'

interface Listed {
  readonly items: readonly Need[]
  readonly total?: number
  readonly degraded?: true
  readonly facets?: Readonly<Record<string, readonly { value: string; count: number }[]>>
}

async function serve(double: MeiliDouble, demo = false): Promise<{ running: Running; http: HttpClient }> {
  const folder = dataFolder()
  onCleanup(() => folder.remove())
  const config = testConfig(folder.path, { meiliUrl: double.url, meiliKey: double.key, demo })
  // Before the start: two stores on one file in one process wait for each other.
  const signedIn = await bearerFor(config)
  const running = await start(config)
  onCleanup(() => running.stop())
  const { url, stop } = running
  const client = new HttpClient(url, { url, stop, port: Number(new URL(url).port) })
  return { running, http: client.with(signedIn) }
}

const search = (http: HttpClient, text: string, more = ''): Promise<Reply<Listed>> =>
  http.ask<Listed>(`/api/v1/needs?q=${encodeURIComponent(text)}${more}`)
const isDegraded = ({ headers, body }: Reply<Listed>): boolean => {
  expect(headers.get('search-degraded') === 'true').to.equal(body.degraded === true)
  return body.degraded === true
}
const post = async (http: HttpClient, text: string): Promise<Need> => {
  const { status, body } = await http.ask<Need>('/api/v1/needs', { json: aNeed({ text }) })
  expect(status).to.equal(201)
  return body
}

/** Looks again and again, for a slow machine with patience, until the engine answers and all is found. */
async function foundAgain(http: HttpClient, text: string, total: number): Promise<Reply<Listed>> {
  for (;;) {
    const reply = await search(http, text)
    if (!isDegraded(reply) && reply.body.total === total) return reply
    await pause(20)
  }
}

describe('a search engine that goes away', function () {
  this.timeout(300_000)
  let double: MeiliDouble

  beforeEach(async () => {
    double = await new MeiliDouble().start()
    onCleanup(() => double.stop())
  })

  it('leaves the service going on with a degraded search, and catches up with all that was written', async () => {
    const { running, http } = await serve(double)
    const kept = await post(http, '独居老人需要午餐，希望送餐上门')
    const changed = await post(http, '学生需要课后托管和晚餐')
    const removed = await post(http, '需要轮椅，下楼看病')
    await running.settled()
    expect((await search(http, '午餐')).body).to.deep.include({ total: 1 })
    expect((await http.ask('/readyz')).body).to.deep.equal({
      status: 'ok',
      checks: { store: 'ok', search: 'ok' },
    })

    await double.stop()
    const during = await Promise.all(
      Array.from({ length: 20 }, (_, i) => post(http, `第${i}位长者需要午餐和陪伴`)),
    )
    const { id, revision } = changed
    const amended = await http.ask(`/api/v1/needs/${id}`, {
      method: 'PUT',
      headers: { 'if-match': `"${revision}"` },
      json: changeOf('学生需要课后托管和午餐'),
    })
    expect(amended.status, amended.text).to.equal(200)
    const gone = await http.ask(`/api/v1/needs/${removed.id}`, {
      method: 'DELETE',
      headers: { 'if-match': '"1"' },
    })
    expect(gone.status).to.equal(204)

    const away = await search(http, '午餐', '&facets=state&limit=5&state=open')
    expect(away.status).to.equal(200)
    expect(isDegraded(away)).to.equal(true)
    expect(away.body.total).to.equal(22)
    expect(away.body.items).to.have.length(5)
    expect(away.body.facets).to.deep.equal({ state: [{ value: 'open', count: 22 }] })
    expect(isDegraded(await search(http, '午餐', '&state=withdrawn'))).to.equal(true)
    expect((await http.ask('/api/v1/needs')).headers.has('search-degraded')).to.equal(false)
    const ready = await http.ask('/readyz')
    expect([ready.status, ready.body]).to.deep.equal([
      200,
      { status: 'ok', checks: { store: 'ok', search: 'degraded' } },
    ])
    const { text: metrics } = await http.ask<string>('/metrics')
    expect(metrics).to.match(/duijie_search_engine_events_total\{event="unavailable"\} [1-9]/)

    await double.start()
    await foundAgain(http, '午餐', 22)
    expect((await search(http, '轮椅')).body.total).to.equal(0)
    expect((await search(http, '晚餐')).body.items.map((need) => need.id)).not.to.include(id)
    const all = await search(http, '午餐', '&limit=100')
    expect(all.body.items.map((need) => need.id)).to.have.members([
      kept.id,
      id,
      ...during.map((need) => need.id),
    ])
  })

  it('changes nothing in recommendations, whose candidates come from memory', async () => {
    const { running, http } = await serve(double, true)
    await running.settled()
    const { items } = (await http.ask<Listed>('/api/v1/needs?state=open&limit=10')).body
    expect(items).to.have.length(10)
    const recommended = () =>
      Promise.all(items.map(async ({ id }) => (await http.ask(`/api/v1/needs/${id}/recommendations`)).body))
    const before = await recommended()
    await double.stop()
    expect(await recommended()).to.deep.equal(before)
  })

  it('may be away when the service starts', async () => {
    await double.stop()
    const { running, http } = await serve(double)
    await post(http, '独居老人需要午餐')
    const away = await search(http, '午餐')
    expect([isDegraded(away), away.body.total]).to.deep.equal([true, 1])
    await double.start()
    await foundAgain(http, '午餐', 1)
    await running.settled()
    expect((await http.ask('/readyz')).body).to.deep.include({ checks: { store: 'ok', search: 'ok' } })
  })
})

function changeOf(text: string) {
  const { state: _, ...change } = aNeed({ text })
  return change
}
