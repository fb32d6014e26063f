import { Counter, Histogram, type Registry } from 'prom-client'
import type { Ending } from './model.js'

/** Seconds: most jobs take less than one, the nightly check may take many minutes. */
const buckets = [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 1_800]

/** What this process measures of the jobs it runs. */
export class JobMetrics {
  readonly #runs: Counter<'job' | 'outcome'>
  readonly #durations: Histogram<'job'>

  /** Registers itself: one to a registry. */
  constructor(registry: Registry) {
    const registers = [registry]
    this.#runs = new Counter({
      name: 'duijie_job_runs_total',
      help: 'Runs of jobs that ended in this process or were found abandoned by it',
      labelNames: ['job', 'outcome'],
      registers,
    })
    this.#durations = new Histogram({
      name: 'duijie_job_duration_seconds',
      help: 'Time from the beginning to the end of a run',
      labelNames: ['job'],
      buckets,
      registers,
    })
  }

  /** @param seconds missing where nobody saw the end */
  ended(job: string, outcome: Ending, seconds?: number): void {
    this.#runs.inc({ job, outcome })
    if (seconds !== undefined) this.#durations.observe({ job }, seconds)
  }
}
