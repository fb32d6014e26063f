import { Worker } from 'node:worker_threads'
import type { Answer, Question } from './answering.js'

export interface ThreadsOptions {
  /** The module that calls `answering`, as it is named once it is built: `.js`. */
  readonly module: URL
  /** Handed to each as its `workerData`. */
  readonly data: unknown
  /** How many at most, >= 1. */
  readonly count: number
}

interface Waiting {
  resolve(answer: unknown): void
  reject(error: unknown): void
}

/** Threads that answer one kind of question, begun as there are questions. Whoever asks bounds how many wait. */
export class Threads<Q, A> {
  readonly #threads = new Set<Thread>()

  constructor(private readonly options: ThreadsOptions) {}

  /** @throws what the thread threw; Error where it ended before it answered */
  ask(question: Q): Promise<A> {
    return this.#leastBusy().ask(question) as Promise<A>
  }

  /** Ends all of them; whatever was not answered is refused. */
  async close(): Promise<void> {
    await Promise.all(Array.from(this.#threads, (thread) => thread.end()))
  }

  #leastBusy(): Thread {
    const [thread] = [...this.#threads].sort((a, b) => a.waiting - b.waiting)
    if (thread && (thread.waiting === 0 || this.#threads.size >= this.options.count)) return thread
    const fresh: Thread = new Thread(this.options, () => this.#threads.delete(fresh))
    this.#threads.add(fresh)
    return fresh
  }
}

class Thread {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  #asked = 0

  /** @param onEnd told when it answers no more */
  constructor({ module, data }: ThreadsOptions, onEnd: () => void) {
    this.#worker = startedAt(module, data)
    this.#worker.on('message', (answer: Answer) => this.#settle(answer))
    this.#worker.on('error', (error) => this.#refuseAll(error))
    this.#worker.on('exit', (code) => {
      onEnd()
      this.#refuseAll(new Error(`a thread ended with ${code} before it answered`))
    })
  }

  get waiting(): number {
    return this.#waiting.size
  }

  ask(question: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const asked: Question = { number: ++this.#asked, question }
      this.#waiting.set(asked.number, { resolve, reject })
      this.#worker.ref()
      this.#worker.postMessage(asked)
    })
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.number)
    this.#waiting.delete(answer.number)
    if (!this.#waiting.size) this.#rest()
    if ('error' in answer) waiting?.reject(answer.error)
    else waiting?.resolve(answer.answer)
  }

  #refuseAll(error: unknown): void {
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
    this.#rest()
  }

  /** A thread that nobody waits for keeps no process alive. */
  #rest(): void {
    this.#worker.unref()
  }
}

function startedAt(module: URL, data: unknown): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(module, { workerData: data })
  const source = module.href.replace(/js$/, 'ts')
  return new Worker(readingSources(source), { eval: true, workerData: data })
}

/** A clone runs its sources (bin/duijie.js), and what makes node read them is not handed on to threads by itself. */
function readingSources(source: string): string {
  const [tsx, module] = [import.meta.resolve('tsx/esm/api'), source].map((url) => JSON.stringify(url))
  return `import(${tsx}).then(({ register }) => { register(); return import(${module}) })`
}
