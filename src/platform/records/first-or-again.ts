import { Conflict } from '../errors.js'

const mostTries = 5

/**
 * Runs a unit of work again where it was not the first to keep something of the same name: another has inserted that
 * meanwhile, and is met now. A key that stays taken is thrown in the end.
 */
export async function firstOrAgain<R>(work: () => Promise<R>): Promise<R> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      const isTaken = error instanceof Conflict && error.code === 'key.taken'
      if (!isTaken || tries === mostTries) throw error
    }
  }
}
