import { setTimeout as wait } from 'node:timers/promises'
import { type EnqueuedTask, Meilisearch, MeilisearchApiError, type Task } from 'meilisearch'
import { Rejected } from '../errors.js'
import type { SearchCounters } from './meili-counters.js'
import { away, engineError } from './meili-errors.js'

/** A batch of documents may take long to send. Milliseconds. */
const workTimeout = 30_000
/** After a search got no answer in time, others fail at once for so long: each would wait as long for nothing. */
const breather = 2_000
/** Between two looks at a task. */
const firstPause = 5
const longestPause = 250
/** Longest wait for one task: it may stand behind the filling of a large index. */
const patience = 600_000
const mostAttempts = 3
const betweenAttempts = 500

export interface MeiliAccess {
  readonly url: string
  readonly key: string | undefined
  readonly counters: SearchCounters
  /** Somebody waits for a search: after so many milliseconds the server counts as away. Default 5,000. */
  readonly searchTimeout?: number | undefined
}

/** A Meilisearch server: asks it, waits for its tasks, and turns its errors into ours. */
export class MeiliServer {
  readonly #searcher: Meilisearch
  readonly #worker: Meilisearch
  readonly #counters: SearchCounters
  readonly #closing = new AbortController()
  readonly #searchTimeout: number
  #breathesUntil = 0

  constructor({ url, key, counters, searchTimeout = 5_000 }: MeiliAccess) {
    this.#searchTimeout = searchTimeout
    const access = { host: url, ...(key === undefined ? {} : { apiKey: key }) }
    this.#searcher = new Meilisearch({ ...access, timeout: searchTimeout })
    this.#worker = new Meilisearch({ ...access, timeout: workTimeout })
    this.#counters = counters
  }

  /** For a request that somebody waits for. @throws Unavailable, Rejected */
  async search<T>(request: (client: Meilisearch) => Promise<T>): Promise<T> {
    if (performance.now() < this.#breathesUntil) throw away('no answer')
    const asked = performance.now()
    try {
      return await this.#translated(() => request(this.#searcher))
    } catch (error) {
      if (performance.now() - asked >= this.#searchTimeout) this.#breathesUntil = performance.now() + breather
      throw error
    }
  }

  /** @throws Unavailable, Rejected */
  ask<T>(request: (client: Meilisearch) => Promise<T>): Promise<T> {
    return this.#translated(() => request(this.#worker))
  }

  /** As `ask`; undefined when the index is not there. */
  async askIfThere<T>(request: (client: Meilisearch) => Promise<T>): Promise<T | undefined> {
    return this.ask((client) =>
      request(client).catch((error: unknown) => {
        if (error instanceof MeilisearchApiError && error.cause?.code === 'index_not_found') return undefined
        throw error
      }),
    )
  }

  /**
   * Gives a task and waits until it is done. One that failed within the engine (disk, memory) or was cancelled is given
   * again, at most twice: tasks of ours may all be repeated.
   * @throws Rejected for a task that can never succeed; Unavailable when the engine is away or its task keeps failing
   */
  async run(enqueue: (client: Meilisearch) => Promise<EnqueuedTask>): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const { taskUid } = await this.ask(enqueue)
      const task = await this.#finished(taskUid)
      if (task.status === 'succeeded') {
        this.#counters.tasksDone++
        return
      }
      this.#counters.tasksFailed++
      const code = task.error?.code ?? task.status
      if (!worthRepeating(task))
        throw code === 'index_not_found' ? away(code) : new Rejected('meilisearch', code)
      if (attempt === mostAttempts) throw away(code)
      this.#counters.tasksRetried++
      await this.#pause(betweenAttempts * attempt)
    }
  }

  /** What is asked from now on throws Unavailable; waiting for tasks ends. */
  close(): void {
    this.#closing.abort()
  }

  async #finished(uid: number): Promise<Task> {
    const until = performance.now() + patience
    for (let pause = firstPause; ; pause = Math.min(pause * 1.5, longestPause)) {
      const task = await this.ask((client) => client.tasks.getTask(uid))
      if (task.status !== 'enqueued' && task.status !== 'processing') return task
      if (performance.now() > until) throw away('task not done')
      await this.#pause(pause)
    }
  }

  async #pause(ms: number): Promise<void> {
    await wait(ms, undefined, { signal: this.#closing.signal }).catch(() => {
      throw away('closed')
    })
  }

  async #translated<T>(request: () => Promise<T>): Promise<T> {
    if (this.#closing.signal.aborted) throw away('closed')
    try {
      return await request()
    } catch (error) {
      const ours = engineError(error)
      if (!(ours instanceof Rejected)) this.#counters.unavailable++
      throw ours
    }
  }
}

function worthRepeating({ status, error }: Task): boolean {
  return status === 'canceled' || error?.type === 'internal' || error?.type === 'system'
}
