import { connect } from 'node:net'
import { expect } from 'chai'
import { type Running, start } from '../src/main.js'
import type { Need } from '../src/needs/index.js'
import type { Offering } from '../src/offerings/index.js'
import { onEachStore } from './each-store.js'
import { HttpClient } from './http-client.js'
import { bearerFor, type Headers, scopes } from './signed-in.js'

interface Page<T> {
  readonly items: readonly T[]
  readonly next?: string
  readonly total?: number
}

interface Recommended {
  readonly verdict: 'matched' | 'none'
  readonly items: readonly { id: string; score: number; fit: string; why: { zh: string; en: string } }[]
  readonly excluded: readonly { id: string; reasons: readonly { code: string; zh: string; en: string }[] }[]
}

const draft = {
  region: '440307003000',
  text: '楼上的婆婆八十多岁一个人住，腿脚不便，买菜做饭都难，想有人上门陪陪她、帮忙打扫卫生。',
  beneficiaries: { count: 1, ages: { from: 80, to: 89 } },
  amount: { value: 8, unit: 'visit' },
  source: 'grid-worker',
}

onEachStore('the whole server', function (engine) {
  this.timeout(300_000)
  const home = engine.makeHome()
  let running: Running
  let http: HttpClient
  let staff: Headers
  let operator: Headers

  before(async () => {
    // Before the start: two stores on one file in one process wait for each other.
    staff = await bearerFor(home.config())
    operator = await bearerFor(home.config(), scopes.admin)
    running = await start(home.config({ demo: true }))
    http = clientOf(running).with(staff)
    await running.settled()
  })
  after(async () => {
    await running.stop()
    await home.remove()
  })

  for (const [path, type, text] of [
    ['/', 'text/html', '对接'],
    ['/docs', 'text/html', '/api/v1'],
    ['/openapi.json', 'application/json', '"openapi":"3.1.0"'],
    ['/healthz', 'application/json', '"ok"'],
    ['/readyz', 'application/json', '"search":"ok"'],
    ['/metrics', 'text/plain', 'duijie_http_request_duration_s'],
    ['/metrics', 'text/plain', 'duijie_job_runs_total'],
  ] as const)
    it(`answers ${path}`, async () => {
      const reply = await http.ask(path)
      expect(reply.status, reply.text).to.equal(200)
      expect(reply.headers.get('content-type')).to.include(type)
      expect(reply.text).to.include(text)
    })

  it('shows its jobs to administrators', async () => {
    const reply = await http.with(operator).ask('/api/v1/jobs')
    expect(reply.text).to.include('confirm-offerings')
  })

  it('recommends with reasons for the needs of the demo', async () => {
    const { body } = await http.ask<Page<Need>>('/api/v1/needs?state=open&limit=20')
    expect(body.items).to.have.length(20)
    let matched = 0
    for (const { id } of body.items) {
      const reply = await http.ask<Recommended>(`/api/v1/needs/${id}/recommendations`)
      expect(reply.status, reply.text).to.equal(200)
      const { verdict, items, excluded } = reply.body
      if (verdict === 'matched') matched++
      for (const { why, score } of items) {
        expect(why.zh).to.match(/\p{Script=Han}/u)
        expect(why.en).to.match(/[a-z]{3}/)
        expect(score).to.be.within(0, 1)
      }
      for (const { reasons } of excluded) expect(reasons, id).not.to.have.length(0)
      expect(items.length + excluded.length, `nothing, not even the nearest, for ${id}`).to.be.above(0)
      expect(items.map(({ score }) => score)).to.deep.equal(
        items.map(({ score }) => score).toSorted((a, b) => b - a),
      )
    }
    expect(matched).to.be.at.least(5)
  })

  it('finds a need that was just posted, and offerings for it', async () => {
    const { status, body: need } = await http.ask<Need>('/api/v1/needs', { json: draft })
    expect(status).to.equal(201)
    await running.settled()
    const found = await http.ask<Page<Need>>(`/api/v1/needs?q=${encodeURIComponent('婆婆 打扫卫生')}`)
    expect(found.body.items.map(({ id }) => id)).to.include(need.id)
    const { body } = await http.ask<Recommended>(`/api/v1/needs/${need.id}/recommendations?explain=true`)
    expect(body.verdict).to.equal('matched')
    expect(body.items[0]).to.include.keys('features', 'why')
  })

  it('finds open needs for an offering that was just published', async () => {
    const [organization] = (await http.ask<Page<{ id: string }>>('/api/v1/organizations?standing=active'))
      .body.items
    const offering = {
      organizationId: organization?.id,
      title: '独居老人上门探访',
      description: '每周上门探访独居、高龄老人，陪伴聊天，打扫卫生，代买菜。',
      categories: ['elderly.home-visit'],
      coverage: ['440307000000'],
      modes: ['home-visit'],
      state: 'published',
    }
    const { status, body: kept, text } = await http.ask<Offering>('/api/v1/offerings', { json: offering })
    expect(status, text).to.equal(201)
    await running.settled()
    const { body } = await http.ask<Recommended>(`/api/v1/offerings/${kept.id}/recommendations`)
    expect(body.verdict).to.equal('matched')
    for (const { id, why } of body.items) {
      expect((await http.ask<Need>(`/api/v1/needs/${id}`)).body.state).to.equal('open')
      expect(why.zh).not.to.equal('')
    }
  })

  it('matches texts against given offerings and against kept ones, and keeps none of them', async () => {
    const before = await totals(http)
    const needs = [{ id: 'x1', text: draft.text }]
    const offerings = [
      { id: 'y1', title: '四点半课堂', text: '放学后照看小学生，辅导作业。' },
      { id: 'y2', title: '独居老人上门探访', text: '每周上门陪独居老人聊天、打扫卫生。' },
    ]
    const given = await http.ask<Page<Recommended>>('/api/v1/match', { json: { needs, offerings } })
    expect(given.body.items[0]?.items[0]).to.include({ id: 'y2' })
    const kept = await http.ask<Page<Recommended>>('/api/v1/match', { json: { needs, limit: 3 } })
    expect(kept.body.items[0]?.items).to.have.length(3)
    expect(kept.body.items[0]?.items.map(({ id }) => id)).not.to.include('y2')
    await running.settled()
    expect(await totals(http)).to.deep.equal(before)
  })

  it('stops after the request under way, and starts again with all it had and no second demo', async () => {
    const before = await totals(http)
    const slow = await halfARequest(running.url, staff)
    const stopped = running.stop()
    slow.finish()
    expect(await slow.answer).to.match(/^HTTP\/1\.1 201 /)
    await stopped
    expect(await http.ask('/healthz').catch(() => 'gone')).to.equal('gone')

    running = await start(home.config({ demo: true }))
    http = clientOf(running).with(staff)
    await running.settled()
    const { needs, ...others } = before
    expect(await totals(http)).to.deep.equal({ ...others, needs: (needs ?? 0) + 1 })
    const found = await http.ask<Page<Need>>(`/api/v1/needs?q=${encodeURIComponent('婆婆 打扫卫生')}`)
    const id = found.body.items.find(({ text }) => text === draft.text)?.id
    const { body } = await http.ask<Recommended>(`/api/v1/needs/${id}/recommendations`)
    expect(body.verdict).to.equal('matched')
  })
})

function clientOf({ url, stop }: Running): HttpClient {
  return new HttpClient(url, { url, stop, port: Number(new URL(url).port) })
}

/** How many of each kind are found. */
async function totals(http: HttpClient): Promise<Record<string, number | undefined>> {
  const counts: Record<string, number | undefined> = {}
  for (const kind of ['organizations', 'offerings', 'needs']) {
    counts[kind] = (await http.ask<Page<unknown>>(`/api/v1/${kind}?q=&limit=1`)).body.total
  }
  return counts
}

/** A request of which the second half waits. */
async function halfARequest(url: string, { authorization }: Headers) {
  const { hostname, port } = new URL(url)
  const body = Buffer.from(JSON.stringify(draft))
  const socket = connect(Number(port), hostname)
  let text = ''
  const answer = new Promise<string>((resolve) => {
    socket.on('data', (chunk) => {
      text += chunk
    })
    socket.on('close', () => resolve(text))
  })
  const head = `POST /api/v1/needs HTTP/1.1\r\nHost: x\r\nAuthorization: ${authorization}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n`
  socket.write(`${head}Expect: 100-continue\r\n\r\n`)
  // Node says 100 when it hands the request to the app: from here on it is under way.
  await new Promise<void>((resolve) => socket.once('data', () => resolve()))
  text = ''
  socket.write(body.subarray(0, 50))
  return { answer, finish: () => socket.write(body.subarray(50)) }
}
