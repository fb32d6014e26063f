import type { Zone } from '../calendar/index.js'
import { offeringKind } from '../offerings/index.js'
import { systemActor } from '../platform/actor.js'
import type { Job } from '../platform/jobs/index.js'
import { bulkSize, type UnitDeps, unitOfWork } from '../platform/records/index.js'
import { capacityMonths } from './collection.js'

const actor = systemActor('new-month')

/** Tells matching, when a month begins, of the offerings that had places taken in the one before: they are free again. */
export function monthJob(deps: UnitDeps & { readonly zone: Zone }): Job {
  const { store, clock, zone } = deps

  async function* offeringsOf(month: string): AsyncIterable<string[]> {
    for (let last: string | undefined; ; ) {
      const after = last === undefined ? {} : { after: { value: last, id: last } }
      const page = await store.find(capacityMonths, { month }, { limit: bulkSize, ...after })
      if (page.length) yield page.filter(({ taken }) => taken > 0).map(({ offeringId }) => offeringId)
      if (page.length < bulkSize) return
      last = page.at(-1)?.id
    }
  }

  return {
    name: 'new-month',
    summary: {
      zh: '每月初恢复各服务的名额',
      en: 'Let matching see the places of a new month',
    },
    schedule: '1 0 1 * *',
    async run({ signal }) {
      const today = zone.dayOf(clock.now().toISOString())
      let offerings = 0
      for await (const ids of offeringsOf(monthBefore(today))) {
        signal.throwIfAborted()
        if (!ids.length) continue
        await unitOfWork(deps, actor, async (unit) => unit.retell(offeringKind, ...ids))
        offerings += ids.length
      }
      return { counts: { offerings } }
    },
  }
}

/** YYYY-MM */
function monthBefore(day: string): string {
  return new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 2)).toISOString().slice(0, 7)
}
