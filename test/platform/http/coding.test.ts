import { expect } from 'chai'
import { worthPacking } from '../../../src/platform/http/coding.js'
import { type Route, route } from '../../../src/platform/http/route.js'
import { serve, testApp } from '../../http-client.js'

const text = { zh: '演示', en: 'demo' }

/** Answers with a text of so many characters. */
function answering(path: string, length: number): Route {
  return route(
    {
      ...{ method: 'get', path, operationId: path.slice(1), summary: text, permission: 'public', tag: 'x' },
      answers: { 200: { description: text } },
    },
    () => ({ body: { text: 'x'.repeat(length) } }),
  )
}

describe('an answer of the API', () => {
  const served = () =>
    serve(testApp({ routes: [answering('/list', worthPacking), answering('/record', 500)] }))

  it('is packed where it is long and whoever asks can unpack it, and says so to caches', async () => {
    const http = await served()
    const { headers, body } = await http.ask('/api/v1/list', { headers: { 'accept-encoding': 'gzip' } })
    expect(headers.get('content-encoding')).to.equal('gzip')
    expect(headers.get('vary')).to.include('accept-encoding')
    expect(Number(headers.get('content-length'))).to.be.below(200)
    expect(body).to.deep.equal({ text: 'x'.repeat(worthPacking) })
  })

  it('goes out as it is to whoever cannot, and where it is short', async () => {
    const http = await served()
    const plain = await http.ask('/api/v1/list', { headers: { 'accept-encoding': 'identity' } })
    expect(plain.headers.get('content-encoding')).to.equal(null)
    expect(plain.headers.get('vary')).to.include('accept-encoding')
    const short = await http.ask('/api/v1/record', { headers: { 'accept-encoding': 'gzip' } })
    expect(short.headers.get('content-encoding')).to.equal(null)
  })
})
