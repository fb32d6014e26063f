import { AsyncLocalStorage } from 'node:async_hooks'

/** Knows whether code runs inside the work of one of a store's transactions. */
export class TransactionScope {
  readonly #current = new AsyncLocalStorage<{ isOpen: boolean }>()
  #open = 0

  /** @throws Error inside a transaction, whose end a write through the store would wait for */
  assertOutside(): void {
    if (this.#current.getStore()?.isOpen)
      throw new Error('the store waits for this transaction to end: write through tx')
  }

  async run<R>(work: () => Promise<R>): Promise<R> {
    const scope = { isOpen: true }
    this.#open++
    try {
      return await this.#current.run(scope, work)
    } finally {
      scope.isOpen = false
      // Until the next one, no promise of the process costs more; a store that is closed would make each dearer for ever.
      if (--this.#open === 0) this.#current.disable()
    }
  }
}
