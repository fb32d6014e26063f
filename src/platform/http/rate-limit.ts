import { createHash } from 'node:crypto'
import { MemoryStore, rateLimit } from 'express-rate-limit'
import type { Exchange } from './exchange.js'
import { isFromHere } from './health.js'
import { Refusal } from './refusal.js'

const windowMs = 60_000
const mostAddresses = 10_000

/** Those who watch the process on this machine ask often, and must hear from it most when it is busy. */
const exempt: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics'])

/** Counts requests and refuses those that are too many. */
export interface RateLimit {
  /** @throws Refusal `rate.limited` */
  countAddress(exchange: Exchange): Promise<void>
  /**
   * Takes the request off its address, where others may sit too, and puts it to the account of whoever has signed in.
   * @throws Refusal `rate.limited`
   */
  countAccount(exchange: Exchange, account: string): Promise<void>
}

/**
 * Lets each client address (of IPv6 each /56) make so many requests a minute, each account as many where somebody has
 * signed in, and says in the RateLimit headers of
 * draft-ietf-httpapi-ratelimit-headers-08 how many are left. Counting is the package's; its middleware would do, but
 * takes as much time as a third of a short answer, mostly for options that we do not use.
 * @param perMinute > 0
 * @param name of the policy in the headers, where a path has one of its own beside that of all paths
 */
export function limitRate(perMinute: number, name = 'minute'): RateLimit {
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
  return {
    async countAddress(exchange) {
      if (!(exempt.has(exchange.url) && isFromHere(exchange)))
        await take(exchange, exchange.address, exchange.headers.length)
    },
    async countAccount(exchange, account) {
      await store.decrement(exchange.address)
      await take(exchange, `account ${account}`, 0)
    },
  }
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
