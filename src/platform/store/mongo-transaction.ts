import { setTimeout as sleep } from 'node:timers/promises'
import type { ClientSession, Connection } from 'mongoose'
import { isTransient, isUnknownCommit, translated } from './mongo-errors.js'
import { type Operation, type Run, timed, type Within } from './mongo-operation.js'
import { Queue } from './queue.js'
import type { SlowLog } from './slow-log.js'

/** How often a transaction that met another is run again, and for how long at most; milliseconds. */
const limits = { attempts: 60, patience: 20_000, longestPause: 200 }

/** The operations of one attempt at a transaction: one after the other, for a session bears no two at once. */
export class Attempt {
  readonly #queue = new Queue()
  readonly #session: ClientSession
  readonly #logSlow: SlowLog | undefined
  #ended = false
  /** The engine's error that ended the attempt, whatever the work made of it. */
  failure: unknown

  constructor(session: ClientSession, logSlow: SlowLog | undefined) {
    this.#session = session
    this.#logSlow = logSlow
  }

  readonly run: Run = <R>(operation: Operation, work: (within: Within) => Promise<R>) =>
    this.#queue.run(async () => {
      this.#assertUsable()
      try {
        return await timed(this.#logSlow, operation, () => work({ session: this.#session }))
      } catch (error) {
        this.failure = error
        throw translated(error)
      }
    })

  /** Throws what doomed the attempt. */
  assertSound(): void {
    if (this.failure !== undefined) throw translated(this.failure)
  }

  #assertUsable(): void {
    this.assertSound()
    if (this.#ended) throw new Error('this transaction has ended: use its writer only until its work returns')
  }

  /** No operation begins after it; waits for the one under way. */
  async end(): Promise<void> {
    this.#ended = true
    await this.#queue.run(() => undefined)
  }
}

/**
 * Runs `work` in a transaction of snapshot isolation and commits it with the consent of a majority. What meets another
 * transaction, or loses its connection before the commit, is run again after a pause that grows and is part chance.
 * @throws what `work` throws; Unavailable when it is met too often or for too long, or the commit's outcome stays unknown
 */
export async function inTransaction<R>(
  connection: Connection,
  logSlow: SlowLog | undefined,
  work: (attempt: Attempt) => Promise<R>,
): Promise<R> {
  const giveUpAt = performance.now() + limits.patience
  for (let count = 1; ; count++) {
    const outcome = await attempted(connection, logSlow, work, giveUpAt)
    if ('result' in outcome) return outcome.result
    const mayRepeat = isTransient(outcome.failure) && count < limits.attempts && performance.now() < giveUpAt
    if (!mayRepeat) throw outcome.thrown
    await pause(count)
  }
}

type Outcome<R> = { readonly result: R } | { readonly thrown: unknown; readonly failure: unknown }

async function attempted<R>(
  connection: Connection,
  logSlow: SlowLog | undefined,
  work: (attempt: Attempt) => Promise<R>,
  giveUpAt: number,
): Promise<Outcome<R>> {
  const session = connection.getClient().startSession()
  const attempt = new Attempt(session, logSlow)
  try {
    session.startTransaction({ readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } })
    const result = await work(attempt)
    await attempt.end()
    attempt.assertSound()
    await commit(session, giveUpAt)
    return { result }
  } catch (error) {
    await attempt.end()
    // The server ends a transaction that nobody ends by itself.
    if (session.inTransaction()) await session.abortTransaction().catch(() => undefined)
    return { thrown: translated(error), failure: attempt.failure ?? error }
  } finally {
    await session.endSession().catch(() => undefined)
  }
}

/** Asks again while the answer is unknown: a commit that was kept is confirmed, one that was not is done. */
async function commit(session: ClientSession, giveUpAt: number): Promise<void> {
  for (let count = 1; ; count++) {
    try {
      return await session.commitTransaction()
    } catch (error) {
      if (!isUnknownCommit(error) || performance.now() >= giveUpAt) throw error
      await pause(count)
    }
  }
}

function pause(count: number): Promise<void> {
  return sleep(Math.random() * Math.min(limits.longestPause, 5 * 2 ** count))
}
