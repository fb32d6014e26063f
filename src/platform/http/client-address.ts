import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import { ipKeyGenerator } from 'express-rate-limit'
import proxyAddress from 'proxy-addr'

/** As some proxies name an address: with a port, IPv6 in brackets. */
const withPort = /^(?:\[([^\]]+)\]|([\d.]+))(?::\d+)?$/

/**
 * Who a request comes from: the connection's address, or that which the outermost of `proxies` trusted ones names in
 * X-Forwarded-For, where each adds at the end whom it heard. Of IPv6 the /56, which one household or office has.
 * @param proxies 0 believes the connection only
 */
export function clientAddress(request: IncomingMessage, proxies: number): string {
  const named = proxyAddress(request, (_address, hops) => hops < proxies) ?? ''
  const [, six, four] = withPort.exec(named) ?? []
  const address = six ?? four ?? named
  return ipKeyGenerator(isIP(address) ? address : (request.socket.remoteAddress ?? ''))
}
