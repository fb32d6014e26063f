import { expect } from 'chai'
import { onEachStore } from '../../each-store.js'
import { aNote, demo } from './demo.js'
import { type Note, notes } from './demo-api.js'

onEachStore('revisions', (engine) => {
  it('spare a client what it has', async () => {
    const { http } = await demo(engine)
    await http.ask('/api/v1/notes', { json: aNote })
    const statusFor = async (tags: string) => {
      const { status, text } = await http.ask('/api/v1/notes/n-1', { headers: { 'if-none-match': tags } })
      return [status, text === '']
    }
    expect(await statusFor('"1"')).to.deep.equal([304, true])
    expect(await statusFor('"7", W/"1"')).to.deep.equal([304, true])
    expect(await statusFor('*')).to.deep.equal([304, true])
    expect(await statusFor('"2"')).to.deep.equal([200, false])
    expect(await statusFor('nonsense')).to.deep.equal([200, false])
  })

  it('guard a change: the right one is let through, a stale one is not', async () => {
    const { http, store } = await demo(engine)
    await http.ask('/api/v1/notes', { json: aNote })
    const change = (count: number, tag: string) => ({
      method: 'PUT',
      headers: { 'if-match': tag },
      json: { ...aNote, count },
    })
    const changed = await http.ask<Note>('/api/v1/notes/n-1', change(4, '"1"'))
    expect([changed.status, changed.body.revision, changed.headers.get('etag')]).to.deep.equal([
      200,
      2,
      '"2"',
    ])
    const stale = await http.refused('/api/v1/notes/n-1', change(5, '"1"'))
    expect([stale.status, stale.body.type]).to.deep.equal([412, '/problems/revision.stale'])
    expect((await store.get(notes, 'n-1'))?.count).to.equal(4)
    expect(
      (await http.ask('/api/v1/notes/n-1', { method: 'DELETE', headers: { 'if-match': '"2"' } })).status,
    ).to.equal(204)
    expect(await store.count(notes, {})).to.equal(0)
  })

  const malformed: [string | undefined, number, string][] = [
    [undefined, 428, 'ifMatch.missing'],
    ['*', 400, 'ifMatch.any'],
    ['1', 400, 'ifMatch.malformed'],
    ['W/"1"', 400, 'ifMatch.malformed'],
    ['"01"', 400, 'ifMatch.malformed'],
    ['"1", "2"', 400, 'ifMatch.malformed'],
    ['"99999999999999999999"', 400, 'ifMatch.malformed'],
  ]
  for (const [tag, status, code] of malformed) {
    it(`are not taken from If-Match: ${tag}`, async () => {
      const { http } = await demo(engine)
      const headers = tag === undefined ? {} : { 'if-match': tag }
      const refused = await http.refused('/api/v1/notes/n-1', { method: 'DELETE', headers })
      expect([refused.status, refused.body.type]).to.deep.equal([status, `/problems/${code}`])
    })
  }
})
