import { expect } from 'chai'
import { Invalid } from '../../../src/platform/errors.js'
import { pageAnswer, rankedPageAnswer, rankOptions } from '../../../src/platform/http/paging.js'
import { type Engine, onEachStore } from '../../each-store.js'
import type { HttpClient } from '../../http-client.js'
import { aNote, demo } from './demo.js'
import type { Note } from './demo-api.js'

interface Page {
  readonly items: readonly Note[]
  readonly next?: string
}

/** Nine notes on three days, so that pages end among equal days. */
async function nineNotes(engine: Engine): Promise<HttpClient> {
  const { http } = await demo(engine)
  for (let i = 1; i <= 9; i++) {
    const json = { ...aNote, title: `午餐${i}`, at: `2026-03-0${1 + (i % 3)}` }
    expect((await http.ask('/api/v1/notes', { json })).status).to.equal(201)
  }
  return http
}

const nextOf = (headers: Headers) => /^<([^>]+)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1]

onEachStore('paging', (engine) => {
  it('leads from page to page by Link, through every record once, in order', async () => {
    const http = await nineNotes(engine)
    const seen: string[] = []
    let url: string | undefined = '/api/v1/notes?limit=4&tag=red'
    while (url) {
      const page = await http.ask<Page>(url)
      seen.push(...page.body.items.map((note) => `${note.at} ${note.id}`))
      url = nextOf(page.headers)
      if (url) expect(url).to.match(/limit=4&tag=red&after=[\w-]+$/)
      expect(url !== undefined).to.equal(page.body.next !== undefined)
    }
    expect(new Set(seen).size).to.equal(9)
    expect(seen).to.deep.equal([...seen].sort().reverse())
  })

  it('names no next page on the last, even when it is full', async () => {
    const http = await nineNotes(engine)
    const { body, headers } = await http.ask<Page>('/api/v1/notes?limit=9')
    expect(body.items).to.have.length(9)
    expect([body.next, headers.get('link')]).to.deep.equal([undefined, null])
  })

  it('refuses limits out of range', async () => {
    const { http } = await demo(engine)
    for (const limit of ['0', '101', '2.5', 'ten', '']) {
      const { body } = await http.refused(`/api/v1/notes?limit=${limit}`)
      expect(body.errors?.[0]?.field).to.equal('limit')
    }
  })

  const token = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const bad: Record<string, string> = {
    'no base64url': '%24%24',
    'no JSON': Buffer.from('nothing').toString('base64url'),
    'an object': token({ value: 1 }),
    'an object for a value': token(['at desc', { $gt: '' }, 'n-1']),
    'a number beyond all': Buffer.from('["at desc",1e999,"n-1"]').toString('base64url'),
    'another order': token(['title asc', 'a', 'n-1']),
    'a place in a search': token([20]),
    'too long': token(['at desc', 'x'.repeat(2000), 'n-1']),
  }
  for (const [what, after] of Object.entries(bad)) {
    it(`refuses a token and names it: ${what}`, async () => {
      const { http } = await demo(engine)
      const { status, body } = await http.refused(`/api/v1/notes?after=${after}`)
      expect(status).to.equal(422)
      expect(body.errors?.[0]?.field).to.equal('after')
    })
  }

  it('shows of an item what the feature wants shown, and adds what it counts', () => {
    const items = [{ id: 'n-1', revision: 1 }]
    const answer = pageAnswer({ items, limit: 1, show: (item) => item.id, extra: { total: 1 } })
    expect(answer).to.deep.equal({ body: { items: ['n-1'], total: 1 } })
  })

  it('goes on in a search by its place, to the 1,000th hit at most', () => {
    const page = (offset: number, total: number) => rankedPageAnswer({ items: [], limit: 20, offset, total })
    expect(page(0, 21).next).to.be.a('string')
    expect(page(0, 20).next).to.equal(undefined)
    expect(page(980, 5000).next).to.be.a('string')
    expect(page(1000, 5000).next).to.equal(undefined)
    expect(rankOptions({ limit: 20, after: { offset: 40 } })).to.deep.equal({ limit: 20, offset: 40 })
    const keyset = { sort: 'at desc', value: 'x', id: 'n-1' }
    expect(() => rankOptions({ limit: 20, after: keyset })).to.throw(Invalid)
  })
})
