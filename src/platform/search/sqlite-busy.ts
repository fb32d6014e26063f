import { setTimeout as wait } from 'node:timers/promises'
import { Unavailable } from '../errors.js'

const longestPause = 100
const patience = 10_000

/**
 * Tries again while another connection writes. The pause must be asynchronous: when the writer is the store of this
 * very process, in the middle of a transaction, SQLite's own busy timeout would block the thread that has to end it.
 * @throws Unavailable after 10 seconds
 */
export async function whenFree<T>(attempt: () => T): Promise<T> {
  let waited = 0
  for (let pause = 2; ; pause = Math.min(pause * 2, longestPause)) {
    try {
      return attempt()
    } catch (cause) {
      if (!isBusy(cause)) throw cause
      if (waited >= patience) throw new Unavailable('sqlite search', { cause })
    }
    await wait(pause)
    waited += pause
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
}
