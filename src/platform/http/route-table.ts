import findMyWay from 'find-my-way'
import { longestUrl } from './url.js'

/** What stands at a path, and the values of its parameters. */
export interface Found<V> {
  readonly value: V
  readonly params: Readonly<Record<string, string>>
}

/**
 * Values by paths such as `/needs/{id}`. Fixed words are taken in either case and percent-encoded too, and win over parameters;
 * one slash at the end changes nothing.
 */
export class RouteTable<V> {
  readonly #router = findMyWay({
    caseSensitive: false,
    ignoreTrailingSlash: true,
    maxParamLength: longestUrl,
    // Whoever asks has taken the query off.
    querystringParser: () => ({}),
  })

  /** @throws RangeError where a path stands already that differs in the names of its parameters only */
  put(path: string, value: V): void {
    // The router keeps handlers by method. Here all methods of a path stand in one value, for the one asked about.
    try {
      this.#router.on('GET', path.replace(/\{(\w+)\}/g, ':$1'), () => undefined, value)
    } catch (cause) {
      throw new RangeError(`${path}: declared already`, { cause })
    }
  }

  /** @param path percent-encoded, in a way that can be decoded; without a query */
  find(path: string): Found<V> | undefined {
    const found = this.#router.find('GET', path)
    if (!found || Object.values(found.params).includes('')) return undefined
    return { value: found.store as V, params: { ...found.params } as Record<string, string> }
  }
}
