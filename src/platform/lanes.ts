/**
 * Work that would meet in the store waits here instead, within one process: for each key one piece runs at a time, in the
 * order asked for. Others' processes are met in the store all the same, which decides.
 */
export class Lanes {
  /** When the last one of a key ends. */
  readonly #last = new Map<string, Promise<void>>()

  /** Takes its place in all lanes at once, so that two who want the same ones never wait for each other. */
  async run<R>(keys: readonly string[], work: () => Promise<R>): Promise<R> {
    const before = keys.map((key) => this.#last.get(key))
    const { promise: mine, resolve: end } = withResolvers()
    for (const key of keys) this.#last.set(key, mine)
    await Promise.all(before)
    try {
      return await work()
    } finally {
      end()
      for (const key of keys) if (this.#last.get(key) === mine) this.#last.delete(key)
    }
  }
}

function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
