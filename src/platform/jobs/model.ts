import type { Text2 } from '../http/route.js'
import type { Stored } from '../store/index.js'

/** What came of a run. */
export interface Result {
  /** What it did, in whole numbers by name, e.g. `paused`. */
  readonly counts: Readonly<Record<string, number>>
  /** A code for something wrong that it found, though it did all it had to: the run counts as failed. */
  readonly error?: string
}

export interface JobContext {
  /** The instant of the tick. */
  readonly at: Date
  /**
   * Aborted when the process stops, or when it held the job for so long without a sign of life that another may have it
   * now. A run then throws at its next safe place; what it has written stays.
   */
  readonly signal: AbortSignal
}

/** Work that is done at certain times, by one process at a time. Done twice it must do no harm. */
export interface Job {
  /** Lower case words with hyphens, e.g. `expire-keys`. */
  readonly name: string
  readonly summary: Text2
  /** Minute, hour, day of the month, month, day of the week, in the configured time zone; six fields begin with the second. */
  readonly schedule: string
  run(context: JobContext): Promise<Result>
}

/** How a run ended: `failed` by an error, `abandoned` because its process died or stopped. */
export type Ending = 'done' | 'failed' | 'abandoned'

/** One tick of one job. The id is made of both, so the store gives each tick to one process. */
export interface JobRun extends Stored {
  readonly job: string
  /** ISO instant. */
  readonly tick: string
  /** Which process has it. */
  readonly process: string
  readonly startedAt: string
  readonly endedAt?: string
  /** Milliseconds. */
  readonly ms?: number
  /** `before`: the newest tick before the job was known here, which nobody has missed. */
  readonly outcome: 'before' | 'running' | Ending
  readonly counts?: Result['counts']
  /** Class or code of the error, never its message. */
  readonly error?: string
}

export function runId(job: string, tick: Date): string {
  return `${job}@${tick.toISOString()}`
}

export function newRun(
  job: string,
  tick: Date,
  process: string,
  startedAt: Date,
  outcome: 'before' | 'running' = 'running',
): JobRun {
  return {
    id: runId(job, tick),
    revision: 1,
    job,
    tick: tick.toISOString(),
    process,
    startedAt: startedAt.toISOString(),
    outcome,
  }
}

export function endedRun(
  run: JobRun,
  ending: Partial<Result> & { readonly outcome: Ending },
  at: Date,
): JobRun & { readonly outcome: Ending; readonly ms: number } {
  return { ...run, ...ending, endedAt: at.toISOString(), ms: at.getTime() - Date.parse(run.startedAt) }
}
