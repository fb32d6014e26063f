import { isCrisis, needKind } from '../needs/index.js'
import { offeringsCollection } from '../offerings/index.js'
import { systemActor } from '../platform/actor.js'
import type { Job } from '../platform/jobs/index.js'
import type { Logger } from '../platform/log.js'
import { type UnitDeps, unitOfWork } from '../platform/records/index.js'
import { type CrisisNote, type CrisisWatch, crisisNotes } from './crisis-notes.js'

export interface CrisisCallDeps extends UnitDeps {
  readonly log: Logger
  /** Offerings for a need, best first, that pass the hard rules. */
  readonly candidates: (needId: string) => Promise<readonly string[]>
}

const caller = systemActor('crisis')
/** So many organisations are called: enough that one answers, few enough that each feels asked. */
const mostCalled = 10
const atOnce = 100

/**
 * Calls the organisations that can help with a need in crisis: at once in the process that noted it, and every minute
 * whatever was left by one that died. Staff have heard of it before, from `need.crisis`.
 */
export function createCrisisCalls(deps: CrisisCallDeps, watch: Pick<CrisisWatch, 'takeNoted'>) {
  const { store, log } = deps

  /** Announces `need.crisis-call` and takes the note away, in one transaction; says whether it was done here. */
  async function call({ id }: CrisisNote): Promise<boolean> {
    const need = await store.get(needKind.collection, id)
    const offerings = need && isCrisis(need) ? (await deps.candidates(id)).slice(0, mostCalled) : []
    const found = await store.getMany(offeringsCollection, offerings)
    const organizations = [...new Set(found.map(({ organizationId }) => organizationId))]
    return unitOfWork(deps, caller, async (unit) => {
      const note = await unit.tx.get(crisisNotes, id)
      if (!note) return false
      await unit.tx.remove(crisisNotes, id, note.revision)
      if (!need || !isCrisis(need)) return false
      const facts = { region: need.region, offerings, organizations }
      unit.announce({ name: 'need.crisis-call', kind: needKind.name, subject: id, facts })
      return true
    })
  }

  async function callAll(): Promise<number> {
    const notes = await store.find(crisisNotes, {}, { limit: atOnce })
    let called = 0
    for (const note of notes) if (await call(note)) called += 1
    return called
  }

  const job: Job = {
    name: 'call-in-crisis',
    summary: {
      zh: '为危机需求通知可提供帮助的组织',
      en: 'Call organisations that can help with needs in crisis',
    },
    schedule: '* * * * *',
    run: async () => ({ counts: { called: await callAll() } }),
  }

  return {
    job,
    /** After a commit: calls for what was noted here. Never rejects; what fails is tried again by the job. */
    async kick(): Promise<void> {
      if (!watch.takeNoted()) return
      await callAll().catch((err) => log.error({ err }, 'a crisis was not called for; the job will'))
    },
  }
}
