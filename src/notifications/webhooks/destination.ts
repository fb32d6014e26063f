import type { LookupAddress, LookupOptions } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Where webhooks may go: what keeps them from being a way into the network that Duijie runs in. */
export interface DestinationRules {
  /** Host names and addresses, as in the URL, that may lie in a private network; plain http to those that are loopback. */
  readonly trusted: readonly string[]
}

export type BadDestination = 'url.malformed' | 'url.scheme' | 'url.credentials' | 'address.private'

/** An address that Duijie does not connect to. */
export class RefusedAddress extends Error {
  readonly code = 'address.private'
}

/** IANA special-purpose registries (RFC 6890): this host, private, shared, link-local with metadata, tests, multicast. */
const special: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]
const notPublic4 = new BlockList()
for (const [net, prefix] of special) notPublic4.addSubnet(net, prefix, 'ipv4')
/** Of version 6 global unicast only, without what carries an address of version 4 in it, and without examples. */
const global6 = new BlockList()
global6.addSubnet('2000::', 3, 'ipv6')
const notPublic6 = new BlockList()
notPublic6.addSubnet('2001::', 32, 'ipv6')
notPublic6.addSubnet('2001:db8::', 32, 'ipv6')
notPublic6.addSubnet('2002::', 16, 'ipv6')
const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/** Whether an IP address belongs to the public internet. */
export function isPublic(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !notPublic4.check(address, 'ipv4')
  return version === 6 && global6.check(address, 'ipv6') && !notPublic6.check(address, 'ipv6')
}

/** What is wrong with an address as it is written; names are looked up at each connection only. */
export function badDestination(text: string, { trusted }: DestinationRules): BadDestination | undefined {
  if (!URL.canParse(text)) return 'url.malformed'
  const { protocol, hostname, username, password } = new URL(text)
  if (username || password) return 'url.credentials'
  const host = bareHost(hostname)
  const isTrusted = trusted.includes(host)
  const isPlain = protocol === 'http:' && isTrusted && isLoopback(host)
  if (protocol !== 'https:' && !isPlain) return 'url.scheme'
  return isTrusted || !isIP(host) || isPublic(host) ? undefined : 'address.private'
}

/**
 * Looks names up for one connection and lets it be made only to what was looked at: a name that answers otherwise the
 * second time gains nothing. One private address among several refuses them all.
 */
export function guardedLookup({ trusted }: DestinationRules): LookupFunction {
  return (hostname: string, options: LookupOptions, callback) => {
    const answer = (found: LookupAddress[]): void => {
      const isTrusted = trusted.includes(hostname)
      const [first] = found
      if (!first || (!isTrusted && found.some(({ address }) => !isPublic(address)))) {
        callback(new RefusedAddress(), '')
      } else if (options.all) callback(null, found)
      else callback(null, first.address, first.family)
    }
    lookup(hostname, { ...options, all: true }).then(answer, (error) => callback(error, ''))
  }
}

/** `[::1]` as `::1`. */
function bareHost(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '')
}

function isLoopback(host: string): boolean {
  const version = isIP(host)
  return host === 'localhost' || (version > 0 && loopback.check(host, version === 4 ? 'ipv4' : 'ipv6'))
}
