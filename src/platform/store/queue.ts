/** Runs one piece of work at a time, in the order asked for. */
export class Queue {
  #last: Promise<unknown> = Promise.resolve()

  run<R>(work: () => R | Promise<R>): Promise<R> {
    const result = this.#last.then(work)
    this.#last = result.catch(() => undefined)
    return result
  }
}
