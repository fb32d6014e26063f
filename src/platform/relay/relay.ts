import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '../clock.js'
import type { Leases } from '../leases/index.js'
import type { Recorded, SearchableKind } from '../records/index.js'
import type { SearchIndex } from '../search/index.js'
import type { DocumentStore } from '../store/index.js'
import { newestSequence, sequenceOnce } from './change-log.js'
import { Feeder, type GivenUp } from './feeder.js'
import type { Follower } from './follower.js'
import { type After, Loop } from './loop.js'
import { MemoryFollower } from './memory-follower.js'
import type { MemoryProjection } from './projection.js'
import { SearchFollower } from './search-follower.js'
import { searchProjection } from './search-projection.js'
import { type RelayStatus, relayStatus } from './status.js'

/** What happens in the relay that people who watch want to know. */
export interface RelayObserver {
  /** Something failed and is tried again. @param part `change-log`, or the name of a view */
  retrying(part: string, error: unknown): void
  /** A view refuses a record; it lies among the dead letters now. */
  gaveUp(view: string, givenUp: GivenUp): void
}

export interface RelayOptions {
  readonly store: DocumentStore
  readonly search: SearchIndex
  readonly clock: Clock
  readonly leases: Leases
  readonly kinds: readonly SearchableKind<Recorded>[]
  /** The views of this process alone. */
  readonly memory?: readonly MemoryProjection[]
  /** Views beside search and memory that all processes share, each with a stored cursor of its own. */
  readonly shared?: readonly Follower[]
  readonly observer: RelayObserver
  /** Milliseconds between looks for what other processes wrote; default a second. */
  readonly pollMs?: number
  /** Milliseconds after which another process feeds the search index when this one dies; default ten seconds. */
  readonly leaseMs?: number
  /** Only tests give their own. */
  readonly after?: After
}

/** How often `settled` looks whether another process has fed the index; milliseconds. */
const lookEvery = 50

/**
 * Carries what was committed from the outbox to the views (docs/adr/0010-one-change-log-for-all-views.md): at least
 * once, record by record in order, after a failure again, after a crash by whoever is left.
 */
export class Relay {
  private readonly sequencing: Loop
  private readonly following: readonly { readonly follower: Follower; readonly loop: Loop }[]
  private poll: NodeJS.Timeout | undefined

  constructor(private readonly options: RelayOptions) {
    const { store, clock, observer, after } = options
    const loopOf = (part: string, work: () => Promise<void>) =>
      new Loop({ work, onError: (error) => observer.retrying(part, error), ...(after && { after }) })
    this.sequencing = loopOf('change-log', async () => {
      while (await sequenceOnce(store, clock));
      for (const { loop } of this.following) loop.kick()
    })
    this.following = this.followers().map((follower) => ({
      follower,
      loop: loopOf(follower.view, () => follower.run()),
    }))
  }

  /** Loads the views of this process, then follows on. @throws what kept one of them from being loaded */
  async start(): Promise<void> {
    const mine = this.following.filter(({ follower }) => follower instanceof MemoryFollower)
    await Promise.all(mine.map(({ loop }) => loop.turn()))
    this.poll = setInterval(() => this.kick(), this.options.pollMs ?? 1_000)
    this.poll.unref()
    // Whoever waits for the start may work on for a second without a pause; a transaction begun by now would hold the
    // file all the while, and other processes that write give up after five on a busy machine.
    setImmediate(() => this.kick())
  }

  /** Says that there may be work; returns at once. */
  kick(): void {
    this.sequencing.kick()
  }

  /**
   * Resolves when what was committed before the call is in all views, whichever process feeds them.
   * @throws what stands in the way of this process
   */
  async settled(): Promise<void> {
    await this.sequencing.turn()
    const target = await newestSequence(this.options.store)
    await Promise.all(
      this.following.map(async ({ follower, loop }) => {
        await loop.turn()
        while ((await follower.position()) < target) {
          await pause(lookEvery)
          await loop.turn()
        }
      }),
    )
  }

  /** How far the views are behind; for people who watch. */
  async status(): Promise<RelayStatus> {
    const { store, clock } = this.options
    const positions = this.following.map(async ({ follower }) => ({
      view: follower.view,
      sequence: await follower.position(),
    }))
    return relayStatus(store, clock, await Promise.all(positions))
  }

  /** What is under way ends, and another process may go on at once. */
  async stop(): Promise<void> {
    clearInterval(this.poll)
    await this.sequencing.stop()
    for (const { follower, loop } of this.following) {
      await loop.stop()
      await follower.release()
    }
  }

  private followers(): Follower[] {
    const {
      store,
      search,
      clock,
      leases,
      kinds,
      memory = [],
      shared: others = [],
      observer,
      leaseMs = 10_000,
    } = this.options
    const toSearch = searchProjection(store, search, kinds)
    const shared = { store, clock }
    const onGivenUp = (view: string) => (givenUp: GivenUp) => observer.gaveUp(view, givenUp)
    return [
      new SearchFollower({
        ...shared,
        leases,
        feeder: new Feeder(store, kinds, toSearch),
        leaseMs,
        onGivenUp: onGivenUp(toSearch.name),
      }),
      ...memory.map((projection) => {
        const followed = [...kinds, ...(projection.kinds ?? [])]
        return new MemoryFollower({
          ...{ ...shared, kinds: followed, projection },
          feeder: new Feeder(store, followed, projection),
          onGivenUp: onGivenUp(projection.name),
        })
      }),
      ...others,
    ]
  }
}
