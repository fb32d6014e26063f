/**
 * Lets those who would write the same thing go one after the other, first come first served, within this process. The
 * store keeps them apart anyway; but MongoDB does so by making all but one start again, and of many some would give up.
 */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>()

  /** @param key what is written, e.g. the id of a need. Who waits for several takes them in the same order as all others. */
  async take<R>(key: string, work: () => Promise<R>): Promise<R> {
    const before = this.#last.get(key)
    const mine = (before ?? Promise.resolve()).then(work)
    const settled = mine.catch(() => undefined)
    this.#last.set(key, settled)
    try {
      return await mine
    } finally {
      if (this.#last.get(key) === settled) this.#last.delete(key)
    }
  }
}
