import { Conflict } from '../errors.js'
import { type DocumentStore, defineCollection, type FindOptions } from '../store/index.js'
import { endedRun, type JobRun } from './model.js'

export const jobRuns = defineCollection<JobRun>({
  name: 'job_runs',
  shape: {
    job: 'string',
    tick: 'string',
    process: 'string',
    startedAt: 'string',
    endedAt: 'string',
    ms: 'number',
    outcome: 'string',
    counts: 'any',
    error: 'string',
  },
  indexes: [{ fields: ['job', 'tick'] }],
})

/** Of each job so many runs are kept. */
export const keptRuns = 100
/** More than a run adds, so that a job which was renamed or ran long without trimming comes down in time. */
const trimmedAtOnce = 50

/** The record of all runs. */
export class JobRuns {
  constructor(private readonly store: DocumentStore) {}

  /** Whether this run is ours; false when its tick has been taken. */
  async begin(run: JobRun): Promise<boolean> {
    try {
      await this.store.insert(jobRuns, run)
      return true
    } catch (error) {
      if (error instanceof Conflict) return false
      throw error
    }
  }

  async isTaken(id: string): Promise<boolean> {
    return (await this.store.get(jobRuns, id)) !== undefined
  }

  /** @throws Conflict when another process has meanwhile written it off as abandoned */
  async end(run: JobRun): Promise<void> {
    await this.store.replace(jobRuns, run, run.revision)
  }

  /** The newest run of a job. */
  async newest(job: string): Promise<JobRun | undefined> {
    return (await this.ofJob(job, 1))[0]
  }

  /** Writes off what is marked as running; only for the one who holds the job's lease, for then nothing of it runs. */
  async abandonDead(job: string, at: Date): Promise<JobRun[]> {
    const dead = (await this.ofJob(job, keptRuns)).filter(({ outcome }) => outcome === 'running')
    for (const run of dead) await this.end(endedRun(run, { outcome: 'abandoned', error: 'process-died' }, at))
    return dead
  }

  /** Drops the oldest runs beyond those that are kept. */
  async trim(job: string): Promise<void> {
    const old = (await this.ofJob(job, keptRuns + trimmedAtOnce)).slice(keptRuns)
    if (old.length) await this.store.removeMany(jobRuns, old)
  }

  private ofJob(job: string, limit: number): Promise<JobRun[]> {
    const options: FindOptions = { sort: { field: 'tick', direction: 'desc' }, limit }
    return this.store.find(jobRuns, { job }, options)
  }
}
