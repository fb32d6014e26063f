import type { SearchIndex } from '../../src/platform/search/index.js'
import type { DocumentStore } from '../../src/platform/store/index.js'

/**
 * Store and index for a relay that stands still for ever at one place between its steps: before or after one of its
 * transactions or one of its writes to the index.
 * @param steps how many places it passes before
 * @param onHeld told when it stands
 */
export function heldAfter(steps: number, store: DocumentStore, search: SearchIndex, onHeld: () => void) {
  let left = steps
  const pass = async () => {
    if (left-- > 0) return
    onHeld()
    await new Promise(() => {})
  }
  const between = async <R>(work: () => Promise<R>): Promise<R> => {
    await pass()
    const result = await work()
    await pass()
    return result
  }
  return {
    store: watched(store, 'transaction', between),
    search: watched(watched(search, 'put', between), 'remove', between),
  }
}

/** The same object, of which one method is run by `run`. */
function watched<T extends object>(
  object: T,
  method: keyof T,
  run: (work: () => Promise<unknown>) => Promise<unknown>,
): T {
  return new Proxy(object, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      // Bound, for private members are the target's own.
      const bound = (...given: unknown[]) => Reflect.apply(value, target, given)
      return name === method ? (...given: unknown[]) => run(() => bound(...given)) : bound
    },
  })
}
