import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect } from 'chai'
import { serve, testApp } from '../../http-client.js'
import { aFolder } from '../tables/files.js'

/** A small built application before a server. */
async function visited() {
  const folder = aFolder()
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<html data-session="__SESSION__"><script nonce="__NONCE__">')
  writeFileSync(join(folder, 'assets/main-1a2b.js'), 'export const one = 1\n')
  writeFileSync(join(folder, 'assets/main-1a2b.js.gz'), gzipSync('export const one = 1\n'))
  writeFileSync(join(folder, '.sources'), 'not for anybody')
  const isVisited = (cookies?: string) => cookies?.includes('session') ?? false
  const http = await serve(testApp({ routes: [], webApp: { folder, places: ['district'], isVisited } }))
  return { folder, http }
}

describe('the pages of the application', () => {
  it('come at each of its places, with a nonce of their own that the policy names', async () => {
    const { http } = await visited()
    const nonces = new Set<string>()
    for (const path of ['/', '/district', '/district/map?from=2026-01']) {
      const { status, text, headers } = await http.ask(path)
      expect(status, path).to.equal(200)
      const nonce = /nonce="([^"]+)"/.exec(text)?.[1] ?? ''
      nonces.add(nonce)
      expect(headers.get('content-security-policy')).to.include(`'nonce-${nonce}'`)
      expect(headers.get('content-security-policy')).not.to.include('unsafe')
    }
    expect(nonces.size).to.equal(3)
    expect((await http.refused('/elsewhere')).status).to.equal(404)
  })

  it('say whether it is worth asking who is signed in', async () => {
    const { http } = await visited()
    expect((await http.ask('/')).text).to.include('data-session="none"')
    const cookie = 'session=1'
    expect((await http.ask('/', { headers: { cookie } })).text).to.include('data-session="maybe"')
  })

  it('bring files that may be kept for ever, compressed for whoever takes that, also after another build', async () => {
    const { http, folder } = await visited()
    rmSync(join(folder, 'assets'), { recursive: true })
    const asked = { headers: { 'accept-encoding': 'gzip' } }
    const { status, text, headers } = await http.ask('/assets/main-1a2b.js', asked)
    expect([status, text]).to.deep.equal([200, 'export const one = 1\n'])
    expect(headers.get('content-encoding')).to.equal('gzip')
    expect(headers.get('cache-control')).to.include('immutable')
    expect(headers.get('x-content-type-options')).to.equal('nosniff')
    const again = { headers: { 'if-none-match': headers.get('etag') ?? '' } }
    expect((await http.ask('/assets/main-1a2b.js', again)).status).to.equal(304)
  })

  it('bring nothing else that lies in the folder', async () => {
    const { http } = await visited()
    for (const path of ['/.sources', '/index.html', '/assets/main-1a2b.js.gz', '/assets/..%2f.sources'])
      expect((await http.refused(path)).status, path).to.equal(404)
  })
})
