import type { Clock } from '../clock.js'
import { Conflict } from '../errors.js'
import type { Recorded, RecordKind } from '../records/index.js'
import type { DocumentStore } from '../store/index.js'
import { newestSequence, stepsAfter } from './change-log.js'
import { fileLetters } from './dead-letters.js'
import type { Feeder, GivenUp } from './feeder.js'
import type { Follower } from './follower.js'
import { mergedChanges, nextSequence } from './model.js'
import { fedAtOnce, type MemoryProjection, narrowed } from './projection.js'

export interface MemoryFollowerDeps {
  readonly store: DocumentStore
  readonly clock: Clock
  readonly kinds: readonly RecordKind<Recorded>[]
  readonly projection: MemoryProjection
  readonly feeder: Feeder
  readonly onGivenUp: (givenUp: GivenUp) => void
}

/**
 * Keeps a view in this process's memory. Its place in the change log is in memory too: it begins at the newest step,
 * loads all records, and follows from there. When steps have been trimmed that it has not seen, it loads again.
 */
export class MemoryFollower implements Follower {
  readonly view: string
  private sequence: string | undefined

  constructor(private readonly deps: MemoryFollowerDeps) {
    this.view = deps.projection.name
  }

  async run(): Promise<void> {
    if (this.sequence === undefined) await this.load()
    while (await this.step());
  }

  async position(): Promise<string> {
    return this.sequence ?? ''
  }

  async release(): Promise<void> {}

  private async step(): Promise<boolean> {
    const { store, feeder } = this.deps
    const { sequence = '' } = this
    const steps = await stepsAfter(store, sequence)
    const [first] = steps
    if (!first) return false
    if (first.id !== nextSequence(sequence)) {
      await this.load()
      return true
    }
    await this.giveUp(await feeder.tell(mergedChanges(steps.flatMap((step) => step.changes))))
    feeder.forget()
    this.sequence = steps.at(-1)?.id
    return true
  }

  /** Tells the view every record, and what it holds that is no more. What changes meanwhile comes again by the log. */
  private async load(): Promise<void> {
    const { store, kinds, projection } = this.deps
    const newest = await newestSequence(store)
    for (const kind of kinds) {
      const gone = new Set(projection.held(kind.name))
      for await (const batch of store.scan(kind.collection)) {
        for (const { id } of batch) gone.delete(id)
        await this.tell(kind.name, batch)
      }
      const removed = [...gone]
      for (let from = 0; from < removed.length; from += fedAtOnce) {
        await projection.apply(kind.name, [], removed.slice(from, from + fedAtOnce))
      }
    }
    this.sequence = newest
  }

  private async tell(kind: string, batch: readonly Recorded[]): Promise<void> {
    const records = new Map(batch.map((record) => [record.id, record]))
    const refused = await narrowed(kind, [...records.keys()], (ids) =>
      this.deps.projection.load(
        kind,
        ids.flatMap((id) => records.get(id) ?? []),
      ),
    )
    await this.giveUp(refused.map((one) => ({ ...one, attempts: 1 })))
  }

  private async giveUp(givenUp: readonly GivenUp[]): Promise<void> {
    if (!givenUp.length) return
    const { store, clock, onGivenUp } = this.deps
    const at = clock.now().toISOString()
    try {
      await store.transaction((tx) => fileLetters(tx, this.view, givenUp, at))
    } catch (error) {
      // Another process's view refuses the same records, and has just said so.
      if (!(error instanceof Conflict)) throw error
    }
    for (const one of givenUp) onGivenUp(one)
  }
}
