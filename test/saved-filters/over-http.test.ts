import { expect } from 'chai'
import { idempotencyKeys } from '../../src/platform/http/idempotency.js'
import { savedFilterApi, savedFilterMessages, savedFilters } from '../../src/saved-filters/index.js'
import type { SavedFilter } from '../../src/saved-filters/model.js'
import { actors } from '../actors.js'
import { onEachStore } from '../each-store.js'
import { openGate } from '../gates.js'
import { type HttpClient, serve, testApp } from '../http-client.js'

const open: SavedFilter = { name: '危机待对接', query: 'view=table&state=open&urgency=crisis' }
const mine: SavedFilter = { name: '本街道', query: 'region=440307003000', isDefault: true }

onEachStore('saved filters over HTTP', (engine) => {
  async function served() {
    const store = await engine.open([savedFilters, idempotencyKeys])
    const { routes } = savedFilterApi(store)
    const as = (who: Parameters<typeof openGate>[0]) =>
      serve(testApp({ routes, messages: [savedFilterMessages], gate: openGate(who) }))
    return { own: await as(actors.committee('440307003002')), other: await as(actors.worker('o-1')) }
  }
  const put = (http: HttpClient, list: string, revision: number, items: readonly unknown[]) => ({
    path: `/api/v1/saved-filters/${list}`,
    asked: { method: 'PUT', json: { items }, headers: { 'if-match': `"${revision}"` } },
    http,
  })
  const done = async ({ http, path, asked }: ReturnType<typeof put>) => {
    const reply = await http.ask<{ items: SavedFilter[] }>(path, asked)
    expect(reply.status, reply.text).to.equal(200)
    return reply
  }
  const refused = ({ http, path, asked }: ReturnType<typeof put>) => http.refused(path, asked)

  it('are kept for one account and one list, renamed, made the default and deleted', async () => {
    const { own, other } = await served()
    const empty = await own.ask<{ items: unknown[] }>('/api/v1/saved-filters/needs')
    expect([empty.body.items, empty.headers.get('etag')]).to.deep.equal([[], '"0"'])
    const first = await done(put(own, 'needs', 0, [open, mine]))
    expect(first.headers.get('etag')).to.equal('"1"')
    const renamed = [
      { ...open, name: '最急的', isDefault: true },
      { name: mine.name, query: mine.query },
    ]
    await done(put(own, 'needs', 1, renamed))
    expect((await own.ask('/api/v1/saved-filters/needs')).body).to.deep.equal({ items: renamed })
    await done(put(own, 'needs', 2, [mine]))
    expect((await own.ask('/api/v1/saved-filters/needs')).body).to.deep.equal({ items: [mine] })
    for (const [http, list] of [
      [own, 'desk'],
      [other, 'needs'],
    ] as const)
      expect((await http.ask(`/api/v1/saved-filters/${list}`)).body).to.deep.equal({ items: [] })
  })

  it('are not written over by a window that has not seen the last change', async () => {
    const { own } = await served()
    await done(put(own, 'requests', 0, [open]))
    expect((await refused(put(own, 'requests', 0, [mine]))).status).to.equal(412)
    const races = await Promise.all(
      [open, mine].map((item) => own.ask('/api/v1/saved-filters/desk', put(own, 'desk', 0, [item]).asked)),
    )
    expect(races.map(({ status }) => status).sort()[0]).to.equal(200)
    expect(races.map(({ status }) => status).sort()[1]).to.be.oneOf([409, 412])
  })

  it('are twenty of a list at most, each under a name of its own, with one default', async () => {
    const { own } = await served()
    const many = (count: number) => Array.from({ length: count }, (_, at) => ({ ...open, name: `第 ${at}` }))
    await done(put(own, 'needs', 0, many(20)))
    for (const items of [
      many(21),
      [open, open],
      [mine, { ...open, isDefault: true }],
      [{ ...open, name: ' ' }],
    ])
      expect((await refused(put(own, 'needs', 1, items))).status, JSON.stringify(items)).to.equal(422)
    expect((await refused(put(own, 'nothing', 0, [open]))).status).to.equal(422)
  })

  it('hold nobody’s name or number: they are kept in the clear', async () => {
    const { own } = await served()
    const query = String(new URLSearchParams({ q: '王秀英阿姨 13812345678' }))
    const { body } = await refused(put(own, 'needs', 0, [{ name: '电话13812345678', query }]))
    expect(body.errors?.map(({ field, code }) => `${field} ${code}`)).to.deep.equal([
      'items[0].name filter.personal',
      'items[0].query filter.personal',
    ])
  })
})
