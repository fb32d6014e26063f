import { availableParallelism } from 'node:os'
import type { Clock } from '../platform/clock.js'
import { openThreads } from '../platform/threads.js'
import type { Language } from './language.js'
import { type UrgencySigns, urgencySigns } from './urgency-signs.js'

/** What the threads of signs-thread.ts start from and are asked. */
export interface SignsThreadData {
  readonly seeds: string
}
export interface SignsQuestion {
  readonly texts: readonly string[]
  readonly year: number
}

export interface SignsReaderOptions {
  /** The folder that `language` was loaded from: each thread loads its own. */
  readonly seeds: string
  readonly language: () => Language
  readonly clock: Clock
  /** On how many threads texts are read that are many, 0 for none; default: a core less than there are, at most 3. */
  readonly threads?: number
}

/** To start a thread takes as long as to read some thousand texts. */
const many = 1_000
/** So many go to a thread at once: all have something to do until nearly the end. */
const inOneGo = 200

/** Reads texts for urgency: few where it is asked, many on threads of their own, while this one writes what was read before. */
export class SignsReader {
  readonly #options: SignsReaderOptions
  readonly #threads: ReturnType<typeof threadsOf> | undefined

  constructor(options: SignsReaderOptions) {
    const { seeds, threads: count = Math.min(availableParallelism() - 1, 3) } = options
    this.#options = options
    this.#threads = count ? threadsOf(seeds, count) : undefined
  }

  of(text: string): UrgencySigns | undefined {
    return urgencySigns(text, this.#options.language(), this.#year())
  }

  /** In their order. @throws Error where a thread ends meanwhile */
  async ofAll(texts: readonly string[]): Promise<readonly (UrgencySigns | undefined)[]> {
    const threads = this.#threads
    if (!threads || texts.length < many) return texts.map((text) => this.of(text))
    const year = this.#year()
    const parts: Promise<(UrgencySigns | undefined)[]>[] = []
    for (let from = 0; from < texts.length; from += inOneGo)
      parts.push(threads.run({ texts: texts.slice(from, from + inOneGo), year }))
    return (await Promise.all(parts)).flat()
  }

  async close(): Promise<void> {
    await this.#threads?.destroy()
  }

  #year(): number {
    return this.#options.clock.now().getFullYear()
  }
}

function threadsOf(seeds: string, most: number) {
  const data: SignsThreadData = { seeds }
  const module = new URL('./signs-thread.js', import.meta.url)
  return openThreads<SignsQuestion, (UrgencySigns | undefined)[]>(module, data, most)
}
