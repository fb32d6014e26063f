import type { LookupAddress } from 'node:dns'
import { expect } from 'chai'
import {
  badDestination,
  guardedLookup,
  isPublic,
  RefusedAddress,
} from '../../src/notifications/webhooks/destination.js'
import { post } from '../../src/notifications/webhooks/post.js'

const trustNobody = { trusted: [] }

/** What a connection to this name would be let to. */
const lookedUp = (name: string, trusted: readonly string[], all = true) =>
  new Promise<unknown>((resolve) =>
    guardedLookup({ trusted })(name, { all }, (error, address: string | LookupAddress[]) =>
      resolve(error ?? address),
    ),
  )

describe('the guard of webhooks', () => {
  it('knows public addresses from all others', () => {
    for (const address of ['8.8.8.8', '114.114.114.114', '172.15.0.1', '172.32.0.1', '2400:3200::1'])
      expect(isPublic(address), address).to.equal(true)
    for (const address of [
      ...[
        '0.0.0.0',
        '10.0.0.1',
        '127.8.8.8',
        '100.64.0.1',
        '169.254.169.254',
        '172.16.0.1',
        '172.31.255.255',
      ],
      ...['192.168.1.1', '192.0.2.1', '198.18.0.1', '203.0.113.9', '224.0.0.1', '255.255.255.255'],
      ...['::', '::1', 'fe80::1', 'fc00::1', 'ff02::1', '::ffff:8.8.8.8', '64:ff9b::808:808', '2002:a00::1'],
      ...['2001:db8::1', '2001::1', 'example.org', ''],
    ])
      expect(isPublic(address), address).to.equal(false)
  })

  it('lets plain http only to a loopback host that the operator trusts', () => {
    const trusted = ['127.0.0.1', 'localhost', 'hooks.internal', '10.0.0.5']
    expect(badDestination('http://127.0.0.1:8080/x', { trusted })).to.equal(undefined)
    expect(badDestination('http://localhost/x', { trusted })).to.equal(undefined)
    expect(badDestination('http://10.0.0.5/x', { trusted })).to.equal('url.scheme')
    expect(badDestination('https://10.0.0.5/x', { trusted })).to.equal(undefined)
    expect(badDestination('https://10.0.0.6/x', { trusted })).to.equal('address.private')
    expect(badDestination('ftp://example.org/', { trusted })).to.equal('url.scheme')
    expect(badDestination('example.org', { trusted })).to.equal('url.malformed')
  })

  it('looks at what a name stands for at the moment of the connection', async () => {
    expect(await lookedUp('localhost', [])).to.be.instanceOf(RefusedAddress)
    expect(await lookedUp('localhost', [], false)).to.be.instanceOf(RefusedAddress)
    expect(await lookedUp('localhost', ['localhost'], false)).to.match(/^(127\.0\.0\.1|::1)$/)
    expect(await lookedUp('localhost', ['localhost'])).to.be.an('array')
  })

  it('refuses a name that leads into a private network before a byte is sent', async () => {
    const posted = { url: 'https://localhost:1/x', headers: {}, body: '{}' }
    const signal = new AbortController().signal
    expect(await post(posted, { ...trustNobody, signal })).to.deep.equal({
      ok: false,
      error: 'address.private',
      isFinal: false,
    })
  })

  it('ends a post that takes too long, and says whether we or the clock ended it', async () => {
    const { createServer } = await import('node:http')
    const server = createServer(() => undefined)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    const posted = { url: `http://127.0.0.1:${port}/`, headers: {}, body: '{}' }
    const signal = new AbortController().signal
    const outcome = await post(posted, { trusted: ['127.0.0.1'], signal, timeoutMs: 30 })
    expect(outcome).to.deep.equal({ ok: false, error: 'timeout', isFinal: false })
    server.closeAllConnections()
    server.close()
  })
})
