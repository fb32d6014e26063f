import type { Clock } from '../clock.js'
import { keepAlive, type Lease, type Leases } from '../leases/index.js'
import type { Logger } from '../log.js'
import type { JobMetrics } from './metrics.js'
import {
  type Ending,
  endedRun,
  type Job,
  type JobContext,
  type JobRun,
  newRun,
  type Result,
} from './model.js'
import type { JobRuns } from './runs.js'

export interface RunnerDeps {
  readonly leases: Leases
  readonly clock: Clock
  /** Names this process among those that share the store. */
  readonly process: string
  readonly log: Logger
  readonly metrics: JobMetrics
  /** After this long without a sign of life a run is taken to be dead; milliseconds, default half a minute. */
  readonly leaseMs?: number
}

/** The lease that is held while a job runs. */
export function leaseOf(job: string): string {
  return `job:${job}`
}

/** Runs a tick if no other process has it. */
export class JobRunner {
  readonly #leaseMs: number

  constructor(
    private readonly runs: JobRuns,
    private readonly deps: RunnerDeps,
  ) {
    this.#leaseMs = deps.leaseMs ?? 30_000
  }

  async take(job: Job, at: Date, stopping: AbortSignal): Promise<void> {
    const { clock, leases, process, log } = this.deps
    const run = newRun(job.name, at, process, clock.now())
    // Most ticks of most processes end here, without a write.
    if (await this.runs.isTaken(run.id)) return
    const lease = await leases.take(leaseOf(job.name), this.#leaseMs)
    if (!lease) {
      log.debug({ job: job.name, tick: run.tick }, 'left to the process that has the job')
      return
    }
    try {
      await this.buryDead(job)
      if (await this.runs.begin(run)) await this.runHolding(lease, job, run, stopping)
    } finally {
      await lease.release()
    }
  }

  private async buryDead({ name }: Job): Promise<void> {
    const { clock, log, metrics } = this.deps
    for (const { tick, process } of await this.runs.abandonDead(name, clock.now())) {
      log.warn({ job: name, tick, process }, 'a run was abandoned')
      metrics.ended(name, 'abandoned')
    }
  }

  private async runHolding(lease: Lease, job: Job, run: JobRun, stopping: AbortSignal): Promise<void> {
    const { clock, log, metrics } = this.deps
    const kept = keepAlive(lease, this.#leaseMs, (error) => log.error(error))
    const signal = AbortSignal.any([stopping, kept.lost])
    const ending = await this.endingOf(job, { at: new Date(run.tick), signal })
    await kept.end()
    const ended = endedRun(run, ending, clock.now())
    await this.runs.end(ended)
    log.info({ job: job.name, outcome: ended.outcome, ms: ended.ms, counts: ended.counts }, 'job')
    metrics.ended(job.name, ended.outcome, ended.ms / 1_000)
    await this.runs.trim(job.name)
  }

  private async endingOf(
    job: Job,
    context: JobContext,
  ): Promise<Partial<Result> & { readonly outcome: Ending }> {
    try {
      const result = await job.run(context)
      return { ...result, outcome: result.error === undefined ? 'done' : 'failed' }
    } catch (error) {
      if (context.signal.aborted) return { outcome: 'abandoned', error: 'stopped' }
      this.deps.log.error({ job: job.name, err: error }, 'a job failed')
      return { outcome: 'failed', error: nameOf(error) }
    }
  }
}

/** Class and code: a message may quote what people wrote. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const { name } = error.constructor
  return 'code' in error ? `${name} ${error.code}` : name
}
