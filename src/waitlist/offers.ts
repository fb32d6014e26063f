import { needKind, openAmount, wantsMore } from '../needs/index.js'
import { Conflict } from '../platform/errors.js'
import type { Job } from '../platform/jobs/index.js'
import type { Logger } from '../platform/log.js'
import { unitOfWork } from '../platform/records/index.js'
import type { Writer } from '../platform/store/index.js'
import { referralKind } from '../referrals/index.js'
import { type LineNote, lineNotes, lineSort, waitKind, waitsCollection } from './collection.js'
import { type Leaving, leave, offer, type Wait } from './model.js'
import { factsOf, type WaitlistDeps } from './service.js'
import { usher } from './usher.js'
import type { LineWatch } from './watch.js'

const atOnce = 100

export interface OffersDeps extends WaitlistDeps {
  readonly log: Logger
}

/** Offers places that are free to whoever is first in the line, by a request in the name of that need's community. */
export function createOffers(deps: OffersDeps, watch: Pick<LineWatch, 'takeNoted'>) {
  const { store, referrals, log } = deps

  /** The request and the end of the wait are one transaction. @throws Conflict when the need cannot be asked for */
  async function offerTo(wait: Wait, quantity: number): Promise<void> {
    const mark = async (tx: Writer, subjects: readonly string[]) => {
      const now = await tx.get(waitsCollection, wait.id)
      if (now?.revision !== wait.revision) throw new Conflict('revision.stale', wait.id)
      const referralId = subjects.find((id) => id.startsWith(`${referralKind.prefix}-`)) ?? ''
      await tx.replace(waitsCollection, offer(now, referralId), now.revision)
    }
    const opening = { how: 'request', offeringId: wait.offeringId, quantity } as const
    await referrals.open(wait.needId, opening, { ...usher, mark })
  }

  function dismiss(wait: Wait, leftFor: Leaving): Promise<void> {
    return unitOfWork(deps, usher, async (unit) => {
      const change = (before: Wait) => leave(before, leftFor)
      const left = await unit.amend(waitKind, { ...wait, change }, { action: 'dismiss', reason: leftFor })
      unit.announce({ name: 'waitlist.left', kind: waitKind.name, subject: wait.id, facts: factsOf(left) })
    })
  }

  async function first(offeringId: string): Promise<Wait | undefined> {
    const filter = { offeringId, state: 'waiting' }
    const [wait] = await store.find(waitsCollection, filter, { sort: lineSort, limit: 1 })
    return wait
  }

  async function freePlaces(offeringId: string): Promise<number> {
    const [month] = (await referrals.placesOf(offeringId, usher)).months
    return (month?.left ?? 0) - (month?.pending ?? 0)
  }

  /** Whether the line moved by one. */
  async function moveLine(offeringId: string): Promise<boolean> {
    const wait = await first(offeringId)
    if (!wait) return false
    const need = await store.get(needKind.collection, wait.needId)
    if (!need || !wantsMore(need)) {
      await dismiss(wait, 'need-closed')
      return true
    }
    // Strictly in order: who needs several places is not overtaken by those who need one.
    if ((await freePlaces(offeringId)) < wait.places) return false
    try {
      await offerTo(wait, Math.min(wait.quantity, openAmount(need)))
    } catch (error) {
      if (!(error instanceof Conflict) || error.code === 'revision.stale') throw error
      await dismiss(wait, 'not-offered')
    }
    return true
  }

  async function serve(note: LineNote, signal?: AbortSignal): Promise<number> {
    let moved = 0
    while (await moveLine(note.id)) {
      signal?.throwIfAborted()
      moved += 1
    }
    // Stale when another place was freed meanwhile: then it is looked at once more.
    await store.remove(lineNotes, note.id, note.revision)
    return moved
  }

  /** Each line that was noted; one that somebody else is writing just now comes again with the next run. */
  async function serveAll(signal?: AbortSignal): Promise<{ moved: number; failed: number }> {
    const counts = { moved: 0, failed: 0 }
    for (const note of await store.find(lineNotes, {}, { limit: atOnce })) {
      try {
        counts.moved += await serve(note, signal)
      } catch (error) {
        signal?.throwIfAborted()
        if (error instanceof Conflict) continue
        counts.failed += 1
        log.error({ err: error, offering: note.id }, 'a line was not served')
      }
    }
    return counts
  }

  const job: Job = {
    name: 'serve-lines',
    summary: { zh: '有空余名额时，依次向排队的需求提供', en: 'Offer places that are free to those who wait' },
    schedule: '* * * * *',
    async run({ signal }) {
      const counts = await serveAll(signal)
      return { counts, ...(counts.failed ? { error: 'line-failed' } : {}) }
    },
  }

  /** A new month has places of its own. */
  const monthly: Job = {
    name: 'open-lines',
    summary: { zh: '新的月份开始，重新查看排队', en: 'Look at all lines again, as a new month begins' },
    schedule: '5 0 1 * *',
    async run() {
      const lines = await store.tally(waitsCollection, { state: 'waiting' }, ['offeringId'])
      for (const { key } of lines) await noteLine(String(key[0]))
      return { counts: { lines: lines.length } }
    },
  }

  function noteLine(id: string): Promise<void> {
    return store.transaction(async (tx) => {
      const before = await tx.get(lineNotes, id)
      if (!before) await tx.insert(lineNotes, { id, revision: 1, at: deps.clock.now().toISOString() })
    })
  }

  return {
    jobs: [job, monthly],
    /** After a commit: serves the lines that were noted here. Never rejects; what fails is tried again by the job. */
    async kick(): Promise<void> {
      if (watch.takeNoted()) await serveAll().catch((err) => log.error({ err }, 'lines wait for the job'))
    },
  }
}
