import type { IncomingMessage } from 'node:http'
import { ipKeyGenerator } from 'express-rate-limit'

/**
 * Who a request comes from: the connection's address, or that which the outermost of `proxies` trusted ones names in
 * X-Forwarded-For, where each adds at the end whom it heard. Of IPv6 the /56, which one household or office has.
 * @param proxies 0 believes the connection only
 */
export function clientAddress({ headers, socket }: IncomingMessage, proxies: number): string {
  const named = proxies > 0 ? forwardedFor(headers['x-forwarded-for']) : []
  const address = named.at(-proxies) ?? named[0] ?? socket.remoteAddress ?? ''
  return address.includes(':') ? ipKeyGenerator(address) : address
}

function forwardedFor(header: string | readonly string[] | undefined): string[] {
  return String(header ?? '')
    .split(',')
    .map((address) => address.trim())
    .filter(Boolean)
}
