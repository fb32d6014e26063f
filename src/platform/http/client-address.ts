import type { IncomingMessage } from 'node:http'
import { ipKeyGenerator } from 'express-rate-limit'
import proxyAddress from 'proxy-addr'

/**
 * Who a request comes from: the connection's address, or that which the outermost of `proxies` trusted ones names in
 * X-Forwarded-For, where each adds at the end whom it heard. Of IPv6 the /56, which one household or office has.
 * @param proxies 0 believes the connection only
 */
export function clientAddress(request: IncomingMessage, proxies: number): string {
  const address =
    proxyAddress(request, (_address, hops) => hops < proxies) || (request.socket.remoteAddress ?? '')
  return address.includes(':') ? ipKeyGenerator(address) : address
}
