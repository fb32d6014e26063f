import { setTimeout as pause } from 'node:timers/promises'
import { Unavailable } from '../errors.js'
import type { Recorded, SearchableKind } from '../records/index.js'
import { Loop } from './loop.js'
import type { Refused } from './projection.js'
import { type Refilling, refill } from './rebuild.js'

export interface SearchFillingOptions extends Refilling {
  readonly kinds: readonly SearchableKind<Recorded>[]
  readonly onError: (error: unknown) => void
  readonly onRefused: (refused: Refused) => void
}

/** Between two looks whether another process has filled a collection; milliseconds. */
const lookEvery = 1_000

/**
 * Makes the search index ready at the start of a process and fills what waits, beside the running service: also when
 * the engine is away at first, and with the other processes that were started at the same time.
 */
export class SearchFilling {
  readonly #loop: Loop
  readonly #stopping = new AbortController()
  #done = false

  constructor(private readonly options: SearchFillingOptions) {
    const onError = (error: unknown) => {
      if (!this.#stopping.signal.aborted) options.onError(error)
    }
    this.#loop = new Loop({ work: () => this.#run(), onError })
  }

  /** Whether everything has been filled. */
  get done(): boolean {
    return this.#done
  }

  /** Resolves when the collections are declared, and where the engine is there, made; filling goes on behind. */
  async start(): Promise<void> {
    const { search, kinds } = this.options
    await search.prepare(kinds.map((kind) => kind.search)).catch((error: unknown) => {
      if (!(error instanceof Unavailable)) throw error
    })
    this.#loop.kick()
  }

  /** Resolves when everything is filled. @throws what stands in the way */
  async settled(): Promise<void> {
    if (!this.#done) await this.#loop.turn()
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#loop.stop()
  }

  async #run(): Promise<void> {
    const { search, kinds } = this.options
    const { signal } = this.#stopping
    while (!this.#done) {
      signal.throwIfAborted()
      const waiting = await search.prepare(kinds.map((kind) => kind.search))
      let elsewhere = false
      for (const kind of kinds)
        if (waiting.includes(kind.search.name)) elsewhere ||= !(await this.#fill(kind))
      this.#done = !elsewhere
      if (elsewhere) await pause(lookEvery, undefined, { signal })
    }
  }

  /** @returns false when another process does it */
  async #fill(kind: SearchableKind<Recorded>): Promise<boolean> {
    const refused = await refill(this.options, kind, () => this.#stopping.signal.throwIfAborted())
    for (const one of refused ?? []) this.options.onRefused(one)
    return refused !== undefined
  }
}
