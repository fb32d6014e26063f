import { expect } from 'chai'
import { onEachStore } from '../../each-store.js'
import { aNote, demo } from './demo.js'
import type { Note } from './demo-api.js'

onEachStore('the HTTP edge', (engine) => {
  it('answers a record with its stored bytes, ETag and security headers', async () => {
    const { http } = await demo(engine)
    const made = await http.ask<Note>('/api/v1/notes', { json: aNote })
    expect(made.status).to.equal(201)
    expect(made.headers.get('location')).to.equal('/api/v1/notes/n-1')
    const read = await http.ask<Note>('/api/v1/notes/n-1')
    expect(read.status).to.equal(200)
    expect(read.body).to.deep.equal({ ...aNote, id: 'n-1', revision: 1 })
    expect(read.headers.get('etag')).to.equal('"1"')
    expect(read.headers.get('content-type')).to.equal('application/json; charset=utf-8')
    expect(read.headers.get('content-security-policy')).to.match(/^default-src 'none'/)
    expect(read.headers.get('x-content-type-options')).to.equal('nosniff')
    expect(read.headers.get('referrer-policy')).to.equal('no-referrer')
    expect(read.headers.has('access-control-allow-origin'), 'no other site may read it').to.equal(false)
    expect(read.headers.get('x-powered-by')).to.equal(null)
  })

  it('answers HEAD as GET, without a body', async () => {
    const { http } = await demo(engine)
    await http.ask('/api/v1/notes', { json: aNote })
    const head = await http.ask('/api/v1/notes/n-1', { method: 'HEAD' })
    expect([head.status, head.text, head.headers.get('etag')]).to.deep.equal([200, '', '"1"'])
  })

  it('names every wrong field of params, query and body at once, with codes and texts in both languages', async () => {
    const { http } = await demo(engine)
    const asked = {
      method: 'PUT',
      headers: { 'if-match': '"1"', 'accept-language': 'en-GB,en;q=0.9,zh;q=0.5' },
      json: { title: '午', tags: ['red', 'blue', 7], at: 'tomorrow', extra: 1 },
    }
    const { status, body, headers } = await http.refused('/api/v1/notes/N1?sort=up', asked)
    expect(status).to.equal(422)
    expect(headers.get('content-language')).to.equal('en')
    expect(body.type).to.equal('/problems/input.invalid')
    expect(body.instance).to.equal('/api/v1/notes/N1')
    expect(body.errors?.map((e) => [e.field, e.code])).to.deep.equal([
      ['id', 'string.pattern.base'],
      ['sort', 'object.unknown'],
      ['title', 'string.min'],
      ['count', 'any.required'],
      ['tags[1]', 'any.only'],
      ['tags[2]', 'any.only'],
      ['tags[2]', 'string.base'],
      ['at', 'string.pattern.name'],
      ['extra', 'object.unknown'],
    ])
    expect(body.errors?.[2]?.message).to.equal('must have at least 2 characters')
    const chinese = await http.refused('/api/v1/notes', { json: { ...aNote, title: '午' } })
    expect(chinese.headers.get('content-language')).to.equal('zh')
    expect(chinese.body.errors).to.deep.equal([
      { field: 'title', code: 'string.min', message: '至少 2 个字' },
    ])
  })

  it('turns no value of a body into another type, but trims and fills in defaults', async () => {
    const { http } = await demo(engine)
    for (const wrong of [
      { count: '3' },
      { tags: 'red' },
      { tags: '["red"]' },
      { title: 12 },
      { count: true },
    ]) {
      const { status } = await http.refused('/api/v1/notes', { json: { ...aNote, ...wrong } })
      expect(status, JSON.stringify(wrong)).to.equal(422)
    }
    const { body } = await http.ask<Note>('/api/v1/notes', {
      json: { title: '  午餐 ', count: 0, at: '2026-03-01' },
    })
    expect(body).to.include({ title: '午餐', count: 0 }).and.deep.include({ tags: [] })
  })

  it('converts text of a query, and refuses what a query does not name', async () => {
    const { http } = await demo(engine)
    expect((await http.ask('/api/v1/notes?limit=5&tag=red')).status).to.equal(200)
    expect((await http.ask('/api/v1/notes?tag=red&tag=green')).status).to.equal(200)
    const twice = await http.refused('/api/v1/notes?limit=5&limit=6')
    expect(twice.body.errors?.map((e) => [e.field, e.code])).to.deep.equal([['limit', 'number.base']])
    const onPlain = await http.refused('/api/v1/notes/n-1?x=1')
    expect(onPlain.body.errors?.map((e) => [e.field, e.code])).to.deep.equal([['x', 'object.unknown']])
  })

  it('tells an unknown address from a wrong method', async () => {
    const { http } = await demo(engine)
    expect((await http.refused('/api/v1/nothing')).status).to.equal(404)
    expect((await http.refused('/api/v1/notes/n-9')).body.type).to.equal('/problems/record.unknown')
    const wrong = await http.refused('/api/v1/notes/n-1', { method: 'PATCH' })
    expect([wrong.status, wrong.headers.get('allow')]).to.deep.equal([405, 'GET, HEAD, PUT, DELETE, OPTIONS'])
    const options = await http.ask('/api/v1/notes', { method: 'OPTIONS' })
    expect([options.status, options.headers.get('allow')]).to.deep.equal([204, 'GET, HEAD, POST, OPTIONS'])
  })

  it('says which unique key is taken and which state refuses', async () => {
    const { http } = await demo(engine)
    await http.ask('/api/v1/notes', { json: aNote })
    const taken = await http.refused('/api/v1/notes', { json: aNote })
    expect([taken.status, taken.body.type]).to.deep.equal([409, '/problems/key.taken'])
    expect(taken.body.errors?.[0]?.field).to.equal('title')
    const refused = await http.refused('/api/v1/notes/n-1/close', { method: 'POST' })
    expect([refused.status, refused.body.type]).to.deep.equal([409, '/problems/state.refused'])
  })

  it('takes over a well-formed request id and makes one otherwise', async () => {
    const { http } = await demo(engine)
    const idOf = async (sent: string) => {
      const { headers } = await http.ask('/healthz', { headers: { 'x-request-id': sent } })
      return headers.get('x-request-id')
    }
    expect(await idOf('trace-0000001')).to.equal('trace-0000001')
    expect(await idOf('no spaces please')).to.match(/^[0-9a-f-]{36}$/)
  })

  const urls: [string, number, string][] = [
    [`/${'a'.repeat(8192)}`, 414, 'url.long'],
    ['/nowhere/%zz', 400, 'url.encoding'],
    ['/api/v1/notes/%ff', 400, 'url.encoding'],
    ['/api/v1/notes?after=%c3%28', 400, 'url.encoding'],
    ['/api/v1/notes?__proto__=1', 400, 'url.key'],
    ['/api/v1/notes?con%73tructor=1', 400, 'url.key'],
  ]
  for (const [url, status, code] of urls) {
    it(`refuses ${url.slice(0, 30)} with ${status} ${code}`, async () => {
      const { http } = await demo(engine)
      const refused = await http.refused(url)
      expect([refused.status, refused.body.type]).to.deep.equal([status, `/problems/${code}`])
    })
  }
})
