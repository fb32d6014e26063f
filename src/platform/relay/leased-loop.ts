import { keepAlive, type Leases } from '../leases/index.js'
import { Loop } from './loop.js'

export interface LeasedLoopOptions {
  /** Names the lease. */
  readonly name: string
  readonly leases: Leases
  /** Whether there is something to do; asked without the lease, so that rest costs no writes. */
  readonly isBusy: () => Promise<boolean>
  /**
   * Does one portion; false when nothing is left. A portion that another process does at the same time, because this one
   * slept too long, must do no harm.
   * @param lost aborted when the lease is lost or the process stops
   */
  readonly step: (lost: AbortSignal) => Promise<boolean>
  /** Told of every failure, after which the work is tried again. */
  readonly onError: (error: unknown) => void
  /** Milliseconds between looks for what other processes left; default a second. */
  readonly pollMs?: number
  /** Milliseconds after which another process goes on when this one dies; default ten seconds. */
  readonly leaseMs?: number
}

/** Work over what is in the store that one process does at a time, whichever comes first. */
export class LeasedLoop {
  readonly #loop: Loop
  readonly #stopping = new AbortController()
  #poll: NodeJS.Timeout | undefined

  constructor(private readonly options: LeasedLoopOptions) {
    this.#loop = new Loop({ work: () => this.#run(), onError: (error) => this.#tell(error) })
  }

  start(): void {
    this.#poll = setInterval(() => this.kick(), this.options.pollMs ?? 1_000)
    this.#poll.unref()
    this.kick()
  }

  /** Says that there may be work; returns at once. */
  kick(): void {
    this.#loop.kick()
  }

  /** One whole run that begins after the call; does nothing while another process has the work. @throws what it threw */
  turn(): Promise<void> {
    return this.#loop.turn()
  }

  /** The portion under way ends; no other begins. */
  async stop(): Promise<void> {
    clearInterval(this.#poll)
    this.#stopping.abort()
    await this.#loop.stop()
  }

  /** What gives up because we stop has not failed. */
  #tell(error: unknown): void {
    const { aborted, reason } = this.#stopping.signal
    if (!aborted || error !== reason) this.options.onError(error)
  }

  async #run(): Promise<void> {
    const { name, leases, isBusy, step, onError, leaseMs = 10_000 } = this.options
    if (this.#stopping.signal.aborted || !(await isBusy())) return
    const lease = await leases.take(name, leaseMs)
    if (!lease) return
    const kept = keepAlive(lease, leaseMs, onError)
    const lost = AbortSignal.any([kept.lost, this.#stopping.signal])
    try {
      while (!lost.aborted && (await step(lost)));
    } finally {
      await kept.end()
      await lease.release()
    }
  }
}
