import type { Job } from '../platform/jobs/index.js'
import type { Logger } from '../platform/log.js'
import { type Alarm, alarmsCollection } from './alarm.js'
import { type StepsDeps, takeStep } from './steps.js'

const atOnce = 200

export interface DeadlineJobDeps extends StepsDeps {
  readonly log: Logger
}

/**
 * Does what is due by the clock: reminders, expiries, escalations, provisional closes. What was missed is made up, each
 * step after the other, in one run.
 */
export function deadlineJob(deps: DeadlineJobDeps): Job {
  const { store, clock, log } = deps

  async function due(after: Alarm | undefined): Promise<Alarm[]> {
    const filter = { at: { $lte: clock.now().toISOString() } }
    const place = after ? { after: { value: after.at, id: after.id } } : {}
    return store.find(alarmsCollection, filter, {
      sort: { field: 'at', direction: 'asc' },
      limit: atOnce,
      ...place,
    })
  }

  /** One alarm that fails must not keep the others waiting. */
  async function take(alarm: Alarm, counts: Counts, signal: AbortSignal): Promise<void> {
    try {
      if (await takeStep(deps, alarm, signal)) counts[alarm.step] = (counts[alarm.step] ?? 0) + 1
    } catch (error) {
      signal.throwIfAborted()
      counts.failed = (counts.failed ?? 0) + 1
      log.error({ err: error, referral: alarm.id, step: alarm.step }, 'a deadline was not acted on')
    }
  }

  /** Everything that is due now, once through. */
  async function pass(counts: Counts, signal: AbortSignal): Promise<void> {
    let last: Alarm | undefined
    for (;;) {
      const batch = await due(last)
      for (const alarm of batch) await take(alarm, counts, signal)
      if (batch.length < atOnce) return
      last = batch.at(-1)
    }
  }

  return {
    name: 'act-on-deadlines',
    summary: {
      zh: '按期限提醒、到期、逐级上报、默认结案',
      en: 'Remind, expire, escalate and close provisionally, as deadlines pass',
    },
    schedule: '* * * * *',
    async run({ signal }) {
      const counts: Counts = {}
      // A step that is taken late may be followed at once by the next one.
      for (let before = -1; done(counts) > before; ) {
        before = done(counts)
        counts.failed = 0
        await pass(counts, signal)
      }
      return { counts, ...(counts.failed ? { error: 'deadline-failed' } : {}) }
    },
  }
}

type Counts = Partial<Record<Alarm['step'] | 'failed', number>>

function done({ failed: _, ...steps }: Counts): number {
  return Object.values(steps).reduce((sum, count) => sum + count, 0)
}
