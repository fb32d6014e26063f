import type { Clock } from '../clock.js'
import { Conflict, Unavailable } from '../errors.js'
import type { Lease, Leases } from '../leases/index.js'
import type { DocumentStore } from '../store/index.js'
import { stepsAfter } from './change-log.js'
import { relayCursors } from './collections.js'
import { fileLetters } from './dead-letters.js'
import type { Feeder, GivenUp } from './feeder.js'
import type { Follower } from './follower.js'
import { beginning, type ChangeLogEntry, mergedChanges, type RelayCursor } from './model.js'

export interface SearchFollowerDeps {
  readonly store: DocumentStore
  readonly clock: Clock
  readonly leases: Leases
  readonly feeder: Feeder
  /** Milliseconds that the lease lasts: so long the view stands still when the process that feeds it dies. */
  readonly leaseMs: number
  readonly onGivenUp: (givenUp: GivenUp) => void
}

/**
 * Feeds the search index, which all processes share: one of them does, the one that holds the lease, and writes down
 * how far it has come in the same transaction in which it makes sure that it still holds it. A process without work
 * lets its lease run out, so that rest costs no writes.
 */
export class SearchFollower implements Follower {
  readonly view = 'search'
  private lease: Lease | undefined
  private renewedAt = 0

  constructor(private readonly deps: SearchFollowerDeps) {}

  async run(): Promise<void> {
    try {
      while (await this.step());
    } catch (error) {
      // Another process has the lease; it goes on from the cursor that we could not move.
      if (error instanceof Conflict) this.lease = undefined
      else {
        // Perhaps the index is away from here only.
        if (error instanceof Unavailable) await this.release().catch(() => undefined)
        throw error
      }
    }
  }

  async position(): Promise<string> {
    return (await this.cursor())?.sequence ?? beginning
  }

  async release(): Promise<void> {
    const { lease } = this
    this.lease = undefined
    await lease?.release()
  }

  private cursor(): Promise<RelayCursor | undefined> {
    return this.deps.store.get(relayCursors, this.view)
  }

  private async step(): Promise<boolean> {
    const { store, feeder } = this.deps
    const cursor = await this.cursor()
    const steps = await stepsAfter(store, cursor?.sequence ?? beginning)
    if (!steps.length) return false
    // Look again after taking it: who had it before may have moved the cursor since.
    if (!this.lease) return this.take()
    const changes = mergedChanges(steps.flatMap((step) => step.changes))
    const givenUp = await feeder.tell(changes, () => this.keepLease())
    await this.advance(cursor, steps, givenUp)
    return true
  }

  private async take(): Promise<boolean> {
    const { leases, leaseMs } = this.deps
    this.renewedAt = this.now()
    this.lease = await leases.take('relay:search', leaseMs)
    return this.lease !== undefined
  }

  /** @throws Conflict when another process has it */
  private async keepLease(): Promise<void> {
    const now = this.now()
    if (now - this.renewedAt < this.deps.leaseMs / 3) return
    if (!(await this.lease?.renew())) throw new Conflict('revision.stale', 'lease relay:search')
    this.renewedAt = now
  }

  private async advance(
    cursor: RelayCursor | undefined,
    steps: readonly ChangeLogEntry[],
    givenUp: readonly GivenUp[],
  ): Promise<void> {
    const { store, clock, feeder, onGivenUp } = this.deps
    const now = this.now()
    const next = { id: this.view, revision: 1, sequence: steps.at(-1)?.id ?? beginning }
    await store.transaction(async (tx) => {
      await this.lease?.holdIn(tx)
      if (cursor) await tx.replace(relayCursors, next, cursor.revision)
      else await tx.insert(relayCursors, next)
      if (givenUp.length) await fileLetters(tx, this.view, givenUp, clock.now().toISOString())
    })
    this.renewedAt = now
    feeder.forget()
    for (const one of givenUp) onGivenUp(one)
  }

  private now(): number {
    return this.deps.clock.now().getTime()
  }
}
