import { Conflict } from '../platform/errors.js'
import { Loop } from '../platform/relay/loop.js'
import type { DocumentStore } from '../platform/store/index.js'
import { inbox, newestFirst, telling, theTelling } from './collection.js'
import { type InboxItem, inboxId } from './model.js'

export interface LiveDeps {
  readonly store: Pick<DocumentStore, 'find' | 'get'>
  /** Told when the store could not be asked; it is asked again. */
  readonly onError: (error: unknown) => void
  /** Milliseconds between looks for what other processes wrote; default a second. */
  readonly pollMs?: number
}

interface Following {
  readonly signal: AbortSignal
  readonly waitMs: number
  readonly hearsAll?: boolean
}

/** Streams of one account in one process. */
export const mostStreams = 8
const readAtOnce = 200
const sentAtOnce = 50

/** Something has been told to somebody. */
export const moved = 'moved'

interface Listener {
  readonly account: string
  /** What `#told` was when it last heard that anybody was told something; undefined: it does not want to know. */
  told: number | undefined
  hasMoved: boolean
  wake(): void
}

/**
 * Wakes the streams of this process when something new lies in the inbox of their account. One look at the store a
 * second serves them all, and none is taken while nobody listens. A stream then reads for itself, from the last id that
 * its client has, so nothing is held for a client that is slow or was away.
 */
export class LiveInboxes {
  readonly #listeners = new Set<Listener>()
  #timer: NodeJS.Timeout | undefined
  #seen: string | undefined
  readonly #looks: Loop

  constructor(private readonly deps: LiveDeps) {
    this.#looks = new Loop({ work: () => this.#look(), onError: deps.onError })
  }

  /** How many streams there are. */
  get size(): number {
    return this.#listeners.size
  }

  /**
   * The items of an account after `last`, then each new one as it comes; in between, for those who hear all, a word
   * whenever anybody was told something.
   * @param last id of the last item that the client has; undefined: only what comes from now on
   * @param waitMs what is yielded after so many milliseconds without an item is undefined: time for a sign of life
   */
  async *follow(
    account: string,
    last: string | undefined,
    { signal, waitMs, hearsAll = false }: Following,
  ): AsyncGenerator<InboxItem | typeof moved | undefined, void, void> {
    const bell = new Bell(signal)
    const told = hearsAll ? await this.#told() : undefined
    const listener: Listener = { account, told, hasMoved: false, wake: () => bell.ring() }
    this.#join(listener)
    try {
      let after = last ?? (await this.#newestOf(account))
      while (!signal.aborted) {
        const items = await this.#itemsAfter(account, after)
        for (const item of items) {
          yield item
          after = item.id
        }
        if (listener.hasMoved) {
          listener.hasMoved = false
          yield moved
        }
        if (items.length < sentAtOnce && !(await bell.heard(waitMs)) && !signal.aborted) yield undefined
      }
    } finally {
      this.#leave(listener)
    }
  }

  /** @throws Conflict when the account has eight streams here already */
  assertRoom(account: string): void {
    let own = 0
    for (const listener of this.#listeners) if (listener.account === account) own++
    if (own >= mostStreams) throw new Conflict('state.refused', `streams: ${mostStreams}`)
  }

  /** Says that this process has written to inboxes; returns at once. */
  wake(): void {
    if (this.#listeners.size) this.#looks.kick()
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.#looks.stop()
  }

  #join(listener: Listener): void {
    this.#listeners.add(listener)
    if (this.#timer) return
    this.#timer = setInterval(() => this.#looks.kick(), this.deps.pollMs ?? 1_000)
    this.#timer.unref()
  }

  #leave(listener: Listener): void {
    this.#listeners.delete(listener)
    if (this.#listeners.size) return
    clearInterval(this.#timer)
    this.#timer = undefined
    this.#seen = undefined
  }

  async #look(): Promise<void> {
    await this.#lookForAnything()
    if (this.#seen === undefined) {
      // Whoever listened before this has read for itself; whatever came between is found by waking all.
      this.#seen =
        (await this.deps.store.find(inbox, {}, { sort: newestFirst, limit: 1 }))[0]?.id ?? inboxId(0)
      for (const listener of this.#listeners) listener.wake()
      return
    }
    for (let more = true; more; ) {
      const seen: string = this.#seen ?? inboxId(0)
      const items: InboxItem[] = await this.deps.store.find(
        inbox,
        {},
        { after: { value: seen, id: seen }, limit: readAtOnce },
      )
      const accounts = new Set(items.map(({ account }) => account))
      for (const listener of this.#listeners) if (accounts.has(listener.account)) listener.wake()
      this.#seen = items.at(-1)?.id ?? seen
      more = items.length === readAtOnce
    }
  }

  async #lookForAnything(): Promise<void> {
    const curious = [...this.#listeners].filter(({ told }) => told !== undefined)
    if (!curious.length) return
    const told = await this.#told()
    for (const listener of curious) {
      if (listener.told === told) continue
      listener.told = told
      listener.hasMoved = true
      listener.wake()
    }
  }

  /** Another number after every telling, in whichever process: the revision of the document that counts them. */
  async #told(): Promise<number> {
    return (await this.deps.store.get(telling, theTelling))?.revision ?? 0
  }

  async #newestOf(account: string): Promise<string> {
    const [newest] = await this.deps.store.find(inbox, { account }, { sort: newestFirst, limit: 1 })
    return newest?.id ?? inboxId(0)
  }

  #itemsAfter(account: string, id: string): Promise<InboxItem[]> {
    return this.deps.store.find(inbox, { account }, { after: { value: id, id }, limit: sentAtOnce })
  }
}

/** Remembers that it was rung while nobody waited. */
class Bell {
  #isRung = false
  #answer: ((heard: boolean) => void) | undefined

  constructor(private readonly signal: AbortSignal) {
    signal.addEventListener('abort', () => this.#answer?.(false), { once: true })
  }

  ring(): void {
    this.#isRung = true
    this.#answer?.(true)
  }

  /** Whether it rings within so many milliseconds; false at once when the signal is aborted. */
  async heard(ms: number): Promise<boolean> {
    if (!this.#isRung && !this.signal.aborted) {
      await new Promise<boolean>((resolve) => {
        const timer = setTimeout(resolve, ms, false)
        timer.unref()
        this.#answer = (heard) => {
          clearTimeout(timer)
          resolve(heard)
        }
      })
      this.#answer = undefined
    }
    const was = this.#isRung
    this.#isRung = false
    return was
  }
}
