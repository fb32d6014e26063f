import type { Clock } from '../platform/clock.js'

/** Milliseconds. So long another process may still be let in with what was revoked here; see docs/sign-in.md. */
const trustedFor = 2_000
const mostKept = 1_000

/**
 * Who asked a moment ago, by the hash of what they showed, so that a page that sends twenty requests at once does not
 * ask the store twenty times. Whatever changes rights in this process empties it, and what was read before that is not
 * put in afterwards.
 */
export class Recent<V> {
  readonly #kept = new Map<string, { readonly value: V; readonly until: number }>()
  #generation = 0

  constructor(private readonly clock: Clock) {}

  /** What is known by this key, at once, or what `find` finds. */
  get(key: string, find: () => Promise<V | undefined>): V | Promise<V | undefined> {
    const known = this.#kept.get(key)
    if (known && known.until > this.clock.now().getTime()) return known.value
    return this.#find(key, find)
  }

  clear(): void {
    this.#generation++
    this.#kept.clear()
  }

  async #find(key: string, find: () => Promise<V | undefined>): Promise<V | undefined> {
    const generation = this.#generation
    const value = await find()
    if (value !== undefined && generation === this.#generation) this.#put(key, value)
    return value
  }

  #put(key: string, value: V): void {
    this.#kept.delete(key)
    if (this.#kept.size >= mostKept) this.#kept.delete(this.#kept.keys().next().value as string)
    this.#kept.set(key, { value, until: this.clock.now().getTime() + trustedFor })
  }
}
