import type { DocumentStore } from '../store/index.js'
import { startCron } from './cron.js'
import { type Ending, type Job, type JobRun, newRun } from './model.js'
import { JobRunner, leaseOf, type RunnerDeps } from './runner.js'
import { JobRuns } from './runs.js'
import { Schedule } from './schedule.js'

export interface JobsDeps extends RunnerDeps {
  readonly store: DocumentStore
  readonly timeZone: string
}

/** A job as it stands now. */
export interface JobState {
  readonly job: Job
  readonly nextTick: string
  /** The newest run; one whose process is dead shows as abandoned, even before another process has written that down. */
  readonly lastRun?: JobRun & { readonly outcome: 'running' | Ending }
}

/** How long `stop` waits for runs to end; milliseconds. */
const graceMs = 10_000

/**
 * Runs each tick of each job once, in whichever process takes it first: the record of the run, inserted before it with
 * the tick in its id, decides. A lease keeps two runs of a job from overlapping and shows that a run is alive: a tick
 * that falls while the last run still goes on is passed over. A run that died is not repeated; the next tick does its
 * work. See docs/adr/0011-jobs-by-a-record-and-a-lease.md.
 */
export class Jobs {
  readonly #runs: JobRuns
  readonly #runner: JobRunner
  readonly #schedules: ReadonlyMap<Job, Schedule>
  readonly #stopping = new AbortController()
  readonly #underWay = new Set<Promise<void>>()
  #stopCron = () => {}

  /** @throws RangeError for a schedule that is none */
  constructor(
    private readonly jobs: readonly Job[],
    private readonly deps: JobsDeps,
  ) {
    this.#runs = new JobRuns(deps.store)
    this.#runner = new JobRunner(this.#runs, deps)
    this.#schedules = new Map(jobs.map((job) => [job, new Schedule(job.schedule, deps.timeZone)]))
  }

  get timeZone(): string {
    return this.deps.timeZone
  }

  /** Ticks from now on, and runs what was missed: the newest tick of each job, once, however many there were. */
  start(): void {
    const tick = (job: Job, at: Date) => void this.tick(job, at)
    const catchUp = (job: Job) => void this.catchUp(job)
    this.#stopCron = startCron(this.jobs, this.deps.timeZone, tick, catchUp)
    for (const job of this.jobs) catchUp(job)
  }

  /** Ends when the tick has been run here or was left to others; never rejects. */
  tick(job: Job, at: Date): Promise<void> {
    return this.track(job, () => this.#runner.take(job, at, this.#stopping.signal))
  }

  /** Runs the newest tick unless it was run, or came before the job was known here; never rejects. */
  catchUp(job: Job): Promise<void> {
    const { clock, process } = this.deps
    return this.track(job, async () => {
      const now = clock.now()
      const tick = this.scheduleOf(job).newest(now)
      const isKnown = (await this.#runs.newest(job.name)) !== undefined
      if (isKnown) await this.#runner.take(job, tick, this.#stopping.signal)
      else await this.#runs.begin(newRun(job.name, tick, process, now, 'before'))
    })
  }

  /** All jobs, in the order they were given. */
  async states(): Promise<JobState[]> {
    const names = this.jobs.map(({ name }) => name)
    const newest = await Promise.all(names.map((name) => this.#runs.newest(name)))
    const alive = await this.deps.leases.held(names.map(leaseOf))
    return this.jobs.map((job, at) => {
      const nextTick = this.scheduleOf(job).next(this.deps.clock.now()).toISOString()
      const run = newest[at]
      if (!run || run.outcome === 'before') return { job, nextTick }
      const isDead = run.outcome === 'running' && !alive.has(leaseOf(job.name))
      return { job, nextTick, lastRun: { ...run, outcome: isDead ? 'abandoned' : run.outcome } }
    })
  }

  /** No more ticks; the runs under way are told to end, and have ten seconds for it. */
  async stop(): Promise<void> {
    this.#stopCron()
    this.#stopping.abort()
    let timer: NodeJS.Timeout | undefined
    const grace = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, graceMs)
    })
    await Promise.race([Promise.all(this.#underWay), grace])
    clearTimeout(timer)
  }

  private scheduleOf(job: Job): Schedule {
    const schedule = this.#schedules.get(job)
    if (!schedule) throw new RangeError(`${job.name}: not one of these jobs`)
    return schedule
  }

  private async track(job: Job, work: () => Promise<void>): Promise<void> {
    if (this.#stopping.signal.aborted) return
    const done = work().catch((error) =>
      this.deps.log.error({ job: job.name, err: error }, 'a tick was lost'),
    )
    this.#underWay.add(done)
    await done
    this.#underWay.delete(done)
  }
}
