import { createHash } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import { ipKeyGenerator, MemoryStore, rateLimit } from 'express-rate-limit'
import { type Exchange, exchangeOf } from './exchange.js'
import { Refusal } from './refusal.js'

const windowMs = 60_000
const mostAddresses = 10_000

/** Those who watch the process ask often, and must hear from it most when it is busy. */
const exempt: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics'])

/** Counts the requests of whoever has signed in. */
export interface AccountLimit {
  /**
   * Takes the request off its address, where others may sit too, and puts it to the account.
   * @throws Refusal `rate.limited`
   */
  count(exchange: Exchange, account: string): Promise<void>
}

/**
 * Lets each client address (of IPv6 each /56) make so many requests a minute, each account as many where somebody has
 * signed in, and says in the RateLimit headers of
 * draft-ietf-httpapi-ratelimit-headers-08 how many are left. Counting is the package's; its middleware would do, but
 * takes as much time as a third of a short answer, mostly for options that we do not use.
 * @param perMinute > 0
 * @param proxies how many proxies before us name the address; 0 believes the connection only
 * @param name of the policy in the headers, where a path has one of its own beside that of all paths
 */
export function rateLimiter(
  perMinute: number,
  proxies: number,
  name = 'minute',
): RequestHandler & AccountLimit {
  const store = new MemoryStore()
  // Only so that the package sets up the store; the middleware that it returns is the slow part.
  rateLimit({ windowMs, limit: perMinute, store, validate: false })
  const policyOf = policies(perMinute, name)
  /** Puts the headers in the place of what was said by the address before. */
  const take = async (exchange: Exchange, key: string, from: number): Promise<void> => {
    const { totalHits, resetTime } = await store.increment(key)
    const seconds = Math.max(0, Math.ceil(((resetTime?.getTime() ?? 0) - Date.now()) / 1000))
    const remaining = Math.max(0, perMinute - totalHits)
    const said = ['ratelimit', `"${name}";r=${remaining};t=${seconds}`, 'ratelimit-policy', policyOf(key)]
    exchange.headers.splice(from, said.length, ...said)
    if (totalHits > perMinute)
      throw new Refusal('rate.limited', { seconds }, { 'retry-after': String(seconds) })
  }
  const byAddress: RequestHandler = async (request, response, next) => {
    const exchange = exchangeOf(response)
    if (!exempt.has(request.url)) await take(exchange, addressOf(request, proxies), exchange.headers.length)
    next()
  }
  return Object.assign(byAddress, {
    async count(exchange: Exchange, account: string) {
      await store.decrement(addressOf(exchange.request as Request, proxies))
      await take(exchange, `account ${account}`, 0)
    },
  })
}

function addressOf(request: Request, proxies: number): string {
  return clientOf((proxies > 0 ? request.ip : request.socket.remoteAddress) ?? '')
}

/** The address of whoever asks, as the setting of proxies says; of IPv6 its /56, which one household or office has. */
export function clientAddress(request: Request): string {
  return clientOf(request.ip ?? '')
}

function clientOf(address: string): string {
  return address.includes(':') ? ipKeyGenerator(address) : address
}

/** The header that names the policy, with the hash of the address, remembered per address. */
function policies(perMinute: number, name: string): (address: string) => string {
  const known = new Map<string, string>()
  return (address) => {
    let policy = known.get(address)
    if (policy === undefined) {
      if (known.size >= mostAddresses) known.clear()
      const partition = createHash('sha256').update(address).digest('base64').slice(0, 16)
      policy = `"${name}";q=${perMinute};w=${windowMs / 1000};pk=:${partition}:`
      known.set(address, policy)
    }
    return policy
  }
}
