import cron from 'node-cron'
import type { Job } from './model.js'

/**
 * Ticks by the system's clock until the function that it returns is called.
 * @param onTick told the instant that the schedule names, which is the same in every process
 * @param onMissed told when ticks have gone by unheard, because the process or the whole machine slept
 */
export function startCron(
  jobs: readonly Job[],
  timeZone: string,
  onTick: (job: Job, at: Date) => void,
  onMissed: (job: Job) => void,
): () => void {
  const tasks = jobs.map((job) => {
    const options = { name: job.name, timezone: timeZone, unref: true }
    const task = cron.schedule(job.schedule, ({ date }) => onTick(job, date), options)
    task.on('execution:missed', () => onMissed(job))
    return task
  })
  return () => {
    for (const task of tasks) void task.destroy()
  }
}
