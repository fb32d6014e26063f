import { expect } from 'chai'
import { onEachStore } from '../../each-store.js'
import { aNote, demo } from './demo.js'

const json = { 'content-type': 'application/json' }

onEachStore('bodies', (engine) => {
  const refusals: [
    string,
    { raw?: string | Uint8Array<ArrayBuffer>; headers?: Record<string, string> },
    number,
    string,
  ][] = [
    ['not JSON', { raw: '{"title":', headers: json }, 400, 'json.malformed'],
    ['no body', { headers: json }, 400, 'body.empty'],
    ['an empty body', { raw: '', headers: json }, 400, 'body.empty'],
    ['broken UTF-8', { raw: new Uint8Array([0x22, 0xc3, 0x28, 0x22]), headers: json }, 400, 'json.encoding'],
    ['13 levels', { raw: '['.repeat(13) + ']'.repeat(13), headers: json }, 400, 'json.depth'],
    ['100,000 levels that never end', { raw: '['.repeat(100_000), headers: json }, 400, 'json.depth'],
    ['__proto__', { raw: '{"__proto__":{"x":1}}', headers: json }, 400, 'json.key'],
    ['an escaped constructor', { raw: '{"a":[{"c\\u006fnstructor":1}]}', headers: json }, 400, 'json.key'],
    ['a field named twice', { raw: '{"a":":","a":1}', headers: json }, 400, 'json.duplicate'],
    [
      'a form',
      { raw: 'a=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
      'body.type',
    ],
    [
      'another charset',
      { raw: '{}', headers: { 'content-type': 'application/json; charset=gbk' } },
      415,
      'body.type',
    ],
    ['no content type', { raw: new Uint8Array([0x7b, 0x7d]) }, 415, 'body.type'],
    ['compression', { raw: '{}', headers: { ...json, 'content-encoding': 'gzip' } }, 415, 'body.coding'],
    ['more than 256 kB', { raw: `"${'x'.repeat(262_143)}"`, headers: json }, 413, 'body.large'],
    ['10 MB', { raw: 'x'.repeat(10_000_000), headers: json }, 413, 'body.large'],
    ['a JSON text', { raw: '"text"', headers: json }, 422, 'input.invalid'],
    ['null', { raw: 'null', headers: json }, 422, 'input.invalid'],
    ['a list', { raw: '[]', headers: json }, 422, 'input.invalid'],
  ]
  for (const [what, asked, status, code] of refusals) {
    it(`are refused with ${status} ${code}: ${what}`, async () => {
      const { http } = await demo(engine)
      const refused = await http.refused('/api/v1/notes', { method: 'POST', ...asked })
      expect([refused.status, refused.body.type]).to.deep.equal([status, `/problems/${code}`])
    })
  }

  it('may be 12 levels deep, hold colons and quotes in texts, and be just as large as allowed', async () => {
    const { http } = await demo(engine)
    const deep = await http.refused('/api/v1/notes', { raw: '['.repeat(12) + ']'.repeat(12), headers: json })
    expect(deep.status).to.equal(422)
    const odd = await http.ask('/api/v1/notes', { json: { ...aNote, title: ':"\\":{[' } })
    expect(odd.status).to.equal(201)
    const large = await http.refused('/api/v1/notes', { raw: `"${'x'.repeat(262_142)}"`, headers: json })
    expect(large.status).to.equal(422)
  })

  it('are refused where the operation takes none', async () => {
    const { http } = await demo(engine)
    const { status, body } = await http.refused('/api/v1/notes/n-1/close', { json: {} })
    expect([status, body.type]).to.deep.equal([400, '/problems/body.unexpected'])
  })
})
