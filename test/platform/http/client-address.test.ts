import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect } from 'chai'
import { clientAddress } from '../../../src/platform/http/client-address.js'

function from(remoteAddress: string, forwardedFor?: string): IncomingMessage {
  const request = new IncomingMessage(
    Object.defineProperty(new Socket(), 'remoteAddress', { value: remoteAddress }),
  )
  if (forwardedFor !== undefined) request.headers['x-forwarded-for'] = forwardedFor
  return request
}

describe('the address of a client', () => {
  it('is that of the connection where no proxy is trusted, whatever the request says', () => {
    expect(clientAddress(from('10.0.0.9', '192.0.2.1'), 0)).to.equal('10.0.0.9')
  })

  it('is what the outermost trusted proxy heard, whatever was written before that', () => {
    const request = from('10.0.0.9', '198.51.100.7, 192.0.2.1 ,10.0.0.8')
    expect(clientAddress(request, 1)).to.equal('10.0.0.8')
    expect(clientAddress(request, 2)).to.equal('192.0.2.1')
  })

  it('is the first that is named where fewer are than proxies are trusted', () => {
    expect(clientAddress(from('10.0.0.9', '192.0.2.1'), 3)).to.equal('192.0.2.1')
    expect(clientAddress(from('10.0.0.9', ' , '), 1)).to.equal('10.0.0.9')
    expect(clientAddress(from('10.0.0.9'), 1)).to.equal('10.0.0.9')
  })

  it('is the same from every port, and no word that is no address', () => {
    expect(clientAddress(from('10.0.0.9', '192.0.2.1:5555'), 1)).to.equal('192.0.2.1')
    const six = clientAddress(from('10.0.0.9', '[2001:db8:1:2::1]:443'), 1)
    expect(six).to.equal(clientAddress(from('10.0.0.9', '2001:db8:1:2::1'), 1))
    expect(clientAddress(from('10.0.0.9', 'unknown'), 1)).to.equal('10.0.0.9')
  })

  it('is of IPv6 the network of a household, and IPv4 where that is written as IPv6', () => {
    expect(clientAddress(from('2001:db8:1:2:3:4:5:6'), 0)).to.equal(
      clientAddress(from('2001:db8:1:ff::1'), 0),
    )
    expect(clientAddress(from('2001:db8:1:2::1'), 0)).to.not.equal(
      clientAddress(from('2001:db8:1:302::1'), 0),
    )
    expect(clientAddress(from('::ffff:192.0.2.1'), 0)).to.equal('192.0.2.1')
  })
})
