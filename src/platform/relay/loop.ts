import { backoff } from './backoff.js'

/** Runs `work` after `ms` milliseconds, unless the function it returns is called before. */
export type After = (ms: number, work: () => void) => () => void

export interface LoopOptions {
  /** Does all there is to do. */
  readonly work: () => Promise<void>
  /** Told of every failure, after which the work is tried again. */
  readonly onError: (error: unknown) => void
  /** Only tests give their own. */
  readonly after?: After
  readonly random?: () => number
}

const byTimer: After = (ms, work) => {
  const timer = setTimeout(work, ms)
  timer.unref()
  return () => clearTimeout(timer)
}

/** Work that is done when somebody says there may be some: never twice at once, and later and later while it fails. */
export class Loop {
  private running: Promise<void> | undefined
  private next: Promise<void> | undefined
  private endPause: (() => void) | undefined
  private failures = 0
  private stopped = false

  constructor(private readonly options: LoopOptions) {}

  /** Says that there may be work; returns at once. While it waits after a failure that changes nothing. */
  kick(): void {
    if (!this.endPause) void this.turn().catch(() => undefined)
  }

  /** One whole run that begins after the call. @throws what the run threw */
  turn(): Promise<void> {
    if (this.next) return this.next
    if (!this.running) return this.begin()
    this.next = this.running
      .catch(() => undefined)
      .then(() => {
        this.next = undefined
        return this.begin()
      })
    return this.next
  }

  /** The run under way ends; no other begins. */
  async stop(): Promise<void> {
    this.stopped = true
    this.endPause?.()
    await (this.next ?? this.running)?.catch(() => undefined)
  }

  private begin(): Promise<void> {
    if (this.stopped) return Promise.resolve()
    this.endPause?.()
    this.endPause = undefined
    this.running = this.run()
    return this.running
  }

  private async run(): Promise<void> {
    const { work, onError, after = byTimer, random = Math.random } = this.options
    try {
      await work()
      this.failures = 0
    } catch (error) {
      this.failures++
      onError(error)
      if (!this.stopped) {
        this.endPause = after(backoff(this.failures, random()), () => {
          this.endPause = undefined
          this.kick()
        })
      }
      throw error
    } finally {
      this.running = undefined
    }
  }
}
