import type { WorkingCalendar } from '../calendar/index.js'
import { type IdentityKeeper, judged, type Need, queued } from '../needs/index.js'
import type { Offering } from '../offerings/index.js'
import type { Organization } from '../organizations/index.js'
import type { Actor } from '../platform/actor.js'
import type { Clock } from '../platform/clock.js'
import type { Ids } from '../platform/ids.js'
import type { Leases } from '../platform/leases/index.js'
import { bulkSize, type New, type Recorded, unitOfWork } from '../platform/records/index.js'
import type { DocumentStore, Filter, FindOptions } from '../platform/store/index.js'
import {
  announceReferral,
  type Referral,
  type ReferralBulk,
  type Stage,
  type Terms,
} from '../referrals/index.js'
import type { Regions } from '../regions/index.js'
import type { ServiceRecord, ServiceRecords } from '../service-records/index.js'
import type { Taxonomy } from '../taxonomy/index.js'
import { agedTo } from './ageing.js'
import { type DemoLoad, demoLoads } from './collection.js'
import { type Demo, type DemoRecord, demoActor } from './load.js'
import { historyOf, type ReferralHistory } from './referral-history.js'

/** What of `Records` the demo needs. */
interface Bulk<T extends Recorded> {
  find(filter: Filter, options: FindOptions): Promise<T[]>
  getMany(ids: readonly string[]): Promise<T[]>
  /** `at` becomes the stamp of creation. */
  createMany(items: readonly DemoRecord<T>[], actor: Actor, action: string): Promise<T[]>
}

export interface DemoDeps {
  readonly store: DocumentStore
  readonly leases: Leases
  readonly clock: Clock
  readonly ids: Ids
  /** Seals who the people of the demo are. */
  readonly vault: IdentityKeeper
  /** Says which needs are about protected groups. */
  readonly taxonomy: Taxonomy
  /** The services of the three; a demo record may have any state, so it goes past their drafts. */
  readonly organizations: { readonly records: Bulk<Organization> }
  readonly offerings: { readonly records: Bulk<Offering> }
  readonly needs: { readonly records: Bulk<Need> }
  readonly regions: Regions
  readonly terms: Terms
  readonly calendar: Pick<WorkingCalendar, 'zone'>
  readonly referralBulk: ReferralBulk
  readonly services: { readonly records: Pick<ServiceRecords, 'existing' | 'enterMany'> }
}

/** So long nobody goes on with the demo when the process dies that writes it; milliseconds. */
const leaseMs = 10_000

/**
 * Writes the demo, once, into a store that holds none of the three kinds. Of several processes one does it while the
 * others wait; if it is killed, one of them or the next start goes on where it stopped.
 * @returns how many records were written
 */
export async function fillWithDemo(deps: DemoDeps, demo: Demo): Promise<number> {
  const { leases, organizations, offerings, needs, taxonomy, calendar, referralBulk } = deps
  if (await isSettled(deps)) return 0
  return leases.holding('demo', leaseMs, async () => {
    if (await isSettled(deps)) return 0
    const load = await begunLoad(deps)
    const aged = agedTo(demo, new Date(load.startedAt))
    const history = historyOf(aged.referrals, aged.needs, aged.offerings, { ...deps, zone: calendar.zone })
    const written =
      (await writeMissing(organizations.records, aged.organizations)) +
      (await writeMissing(offerings.records, aged.offerings)) +
      (await writeMissing(
        needs.records,
        aged.needs.map((need) => ({ ...need, fields: queued(judged(asReferred(need, history), taxonomy)) })),
      )) +
      (await writeMissing(serviceBulk(deps), aged.serviceRecords)) +
      (await writeMissing(referralBulk, birthsOf(history)))
    await referralBulk.keepMonths([...history.months.values()])
    await conclude(deps, load, aged, history)
    return written
  })
}

/** Whether there is nothing to do: all of the demo is there, or other data. */
async function isSettled({ store, organizations, offerings, needs }: DemoDeps): Promise<boolean> {
  const load = await store.get(demoLoads, 'demo')
  if (load) return load.done
  return (
    (await holdsAny(organizations.records)) ||
    (await holdsAny(offerings.records)) ||
    (await holdsAny(needs.records))
  )
}

/** Who people are, and that somebody waits for an answer, in the transaction that marks the end: nobody is told twice. */
function conclude(
  { store, clock, ids, vault }: DemoDeps,
  load: DemoLoad,
  { identities, referrals, current }: Demo,
  history: ReferralHistory,
): Promise<void> {
  const deps = { store, clock, ids, onCommitted: () => undefined }
  return unitOfWork(deps, demoActor, async (unit) => {
    await vault.keep(unit, identities)
    for (const { id, needId, opening, steps } of referrals) {
      const referral = history.referrals.get(id)
      if (!referral || !current.has(needId) || !waiting.has(referral.stage)) continue
      announceReferral(unit, steps.at(-1)?.action ?? opening.how, referral)
    }
    await unit.tx.replace(demoLoads, { ...load, done: true }, load.revision)
  })
}

/** On these somebody has to say a word. */
const waiting: ReadonlySet<Stage> = new Set(['requested', 'applied', 'reported', 'disputed'])

async function holdsAny<T extends Recorded>(records: Bulk<T>): Promise<boolean> {
  return (await records.find({}, { limit: 1 })).length > 0
}

/** The mark of a filling that was broken off, or a new one. */
async function begunLoad({ store, clock }: DemoDeps): Promise<DemoLoad> {
  const before = await store.get(demoLoads, 'demo')
  if (before) return before
  const load = { id: 'demo', revision: 1, startedAt: clock.now().toISOString(), done: false }
  await store.insert(demoLoads, load)
  return load
}

/** What the need says, with what its referrals have made of it. */
function asReferred({ id, fields }: DemoRecord<Need>, history: ReferralHistory): New<Need> {
  const { progress, state, partlyTaken } = history.needAfter(id)
  if (!progress) return fields
  return { ...fields, progress, state, ...(partlyTaken ? { partlyTaken } : {}) }
}

function birthsOf({ referrals }: ReferralHistory): DemoRecord<Referral>[] {
  return [...referrals.values()].map((referral) => ({
    id: referral.id,
    at: referral.createdAt,
    fields: referral,
  }))
}

/** They go through the use case that counts them into the totals. */
function serviceBulk({
  services: { records },
}: DemoDeps): Pick<Bulk<ServiceRecord>, 'getMany' | 'createMany'> {
  return { getMany: records.existing, createMany: records.enterMany }
}

async function writeMissing<T extends Recorded>(
  records: Pick<Bulk<T>, 'getMany' | 'createMany'>,
  items: readonly DemoRecord<T>[],
): Promise<number> {
  let written = 0
  for (let from = 0; from < items.length; from += bulkSize) {
    const batch = items.slice(from, from + bulkSize)
    const there = new Set((await records.getMany(batch.map(({ id }) => id))).map(({ id }) => id))
    const missing = batch.filter(({ id }) => !there.has(id))
    if (missing.length) await records.createMany(missing, demoActor, 'demo')
    written += missing.length
  }
  return written
}
