import { useState } from 'react'
import { onceKey } from './client.js'

export type OnceKey = ReturnType<typeof onceKey>

/**
 * The keys under which a page does what somebody means to do once. Of the same content there is one key until it is
 * done: whoever presses again because no answer came does it no second time, and whoever has changed a word does
 * something else.
 */
class OnceKeys {
  readonly #keys = new Map<string, OnceKey>()

  /** @param what what JSON can say of it */
  of(...what: readonly unknown[]): OnceKey {
    const content = JSON.stringify(what)
    const key = this.#keys.get(content) ?? onceKey()
    this.#keys.set(content, key)
    return key
  }

  /** All is done that was begun; the same once more is another thing. */
  done(): void {
    this.#keys.clear()
  }
}

export function useOnceKeys(): OnceKeys {
  return useState(() => new OnceKeys())[0]
}
