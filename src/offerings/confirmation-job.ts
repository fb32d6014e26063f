import { systemActor } from '../platform/actor.js'
import type { Clock } from '../platform/clock.js'
import { Conflict } from '../platform/errors.js'
import type { Job } from '../platform/jobs/index.js'
import { dayAfter } from '../platform/records/index.js'
import type { Condition } from '../platform/store/index.js'
import { confirmedBefore, moveOffering, type Offering } from './model.js'
import type { Offerings } from './service.js'

/** Offerings that lapse within so many days are counted, so that people see what will have to be confirmed. */
const warningDays = 14
const pausedAtOnce = 200
/** Of batches in which somebody else changed an offering just then. */
const mostRefused = 10

const system = systemActor('system')
const reason = '确认已到期 / the confirmation has lapsed'

export interface ConfirmationJobDeps {
  readonly offerings: Pick<Offerings, 'records'>
  readonly clock: Clock
  readonly timeZone: string
}

/**
 * Pauses published offerings that nobody has confirmed in time. Matching leaves them out already; paused they show in
 * lists as what they are, and publishing them again confirms them.
 */
export function confirmationJob({ offerings: { records }, clock, timeZone }: ConfirmationJobDeps): Job {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone })
  const published = (confirmedAt: Condition) => ({ state: 'published', confirmedAt })

  /** @throws Conflict when somebody changes one of them just now */
  async function pauseSome(before: string): Promise<number> {
    const sort = { field: 'confirmedAt', direction: 'asc' } as const
    const lapsed = await records.find(published({ $lt: before }), { sort, limit: pausedAtOnce })
    const now = clock.now().toISOString()
    const change = (offering: Offering) => moveOffering(offering, 'paused', now)
    const pauses = lapsed.map(({ id, revision }) => ({ id, revision, change }))
    if (pauses.length) await records.amendMany(pauses, system, 'paused', reason)
    return pauses.length
  }

  async function pauseAll(before: string, signal: AbortSignal): Promise<number> {
    let paused = 0
    for (let refused = 0; ; ) {
      signal.throwIfAborted()
      try {
        const some = await pauseSome(before)
        if (!some) return paused
        paused += some
      } catch (error) {
        if (!(error instanceof Conflict) || ++refused > mostRefused) throw error
      }
    }
  }

  return {
    name: 'confirm-offerings',
    summary: {
      zh: '暂停确认已到期的服务，统计两周内到期的',
      en: 'Pause offerings whose confirmation has lapsed; count those that lapse within two weeks',
    },
    schedule: '10 2 * * *',
    async run({ signal }) {
      const today = day.format(clock.now())
      const lapsed = confirmedBefore(today)
      const paused = await pauseAll(lapsed, signal)
      const soon = published({ $gte: lapsed, $lt: confirmedBefore(dayAfter(today, warningDays)) })
      return { counts: { paused, lapsingSoon: await records.count(soon) } }
    },
  }
}
