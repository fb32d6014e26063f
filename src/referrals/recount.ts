import { type Need, needKind, noProgress, type Progress } from '../needs/index.js'
import type { DocumentStore, Reader } from '../platform/store/index.js'
import { type CapacityMonth, capacityMonthId } from './capacity.js'
import { capacityMonths, referralsCollection } from './collection.js'
import type { Referral } from './model.js'
import { type Places, partsOf, placesOf } from './quantities.js'

/** Somewhere a total differs from what the referrals add up to. */
export interface Miscount {
  readonly kind: 'need' | 'capacity-month'
  readonly id: string
  /** As kept, and as the referrals have it. */
  readonly kept: Progress | Places
  readonly counted: Progress | Places
}

const none: Places = { pending: 0, taken: 0 }

/** The sums of some referrals: by need, and by offering and month. */
export class Recount {
  readonly needs = new Map<string, Progress>()
  readonly months = new Map<string, Places>()

  add(referral: Referral): void {
    const { needId, offeringId, place } = referral
    const parts = partsOf(referral)
    const sum = this.needs.get(needId) ?? noProgress
    this.needs.set(needId, {
      pending: sum.pending + parts.pending,
      reserved: sum.reserved + parts.reserved,
      committed: sum.committed + parts.committed,
      delivered: sum.delivered + parts.delivered,
    })
    if (!place) return
    const id = capacityMonthId(offeringId, place.month)
    const before = this.months.get(id) ?? none
    const { pending, taken } = placesOf(referral)
    this.months.set(id, { pending: before.pending + pending, taken: before.taken + taken })
  }

  needDiffers({ id, progress = noProgress }: Pick<Need, 'id' | 'progress'>): Miscount | undefined {
    const counted = this.needs.get(id) ?? noProgress
    const parts = Object.keys(noProgress) as (keyof Progress)[]
    return parts.every((part) => progress[part] === counted[part])
      ? undefined
      : { kind: 'need', id, kept: progress, counted }
  }

  monthDiffers({ id, pending, taken }: CapacityMonth): Miscount | undefined {
    const counted = this.months.get(id) ?? none
    return pending === counted.pending && taken === counted.taken
      ? undefined
      : { kind: 'capacity-month', id, kept: { pending, taken }, counted }
  }
}

/**
 * Adds up all referrals and compares with what needs and months keep, streaming: it holds two numbers or four for each
 * need and month that has any. What differs is looked at once more in a transaction, for others may write meanwhile.
 */
export async function miscounts(store: DocumentStore): Promise<Miscount[]> {
  const recount = new Recount()
  for await (const batch of store.scan(referralsCollection))
    for (const referral of batch) recount.add(referral)
  const suspects: Miscount[] = []
  const missing = new Set(recount.months.keys())
  for await (const batch of store.scan(needKind.collection))
    suspects.push(...batch.flatMap((need) => recount.needDiffers(need) ?? []))
  for await (const batch of store.scan(capacityMonths)) {
    for (const { id } of batch) missing.delete(id)
    suspects.push(...batch.flatMap((month) => recount.monthDiffers(month) ?? []))
  }
  for (const id of missing) {
    const counted = recount.months.get(id) as Places
    if (counted.pending || counted.taken) suspects.push({ kind: 'capacity-month', id, kept: none, counted })
  }
  const found: Miscount[] = []
  for (const suspect of suspects) {
    const again = await store.transaction((tx) => recountOne(tx, suspect))
    if (again) found.push(again)
  }
  return found
}

/** The same of one need, or of one month of one offering. */
async function recountOne(tx: Reader, { kind, id }: Miscount): Promise<Miscount | undefined> {
  const recount = new Recount()
  if (kind === 'need') {
    for (const referral of await allOf(tx, { needId: id })) recount.add(referral)
    const need = await tx.get(needKind.collection, id)
    return need && recount.needDiffers(need)
  }
  const month = await tx.get(capacityMonths, id)
  const offeringId = id.slice(0, -'-YYYY-MM'.length)
  for (const referral of await allOf(tx, { offeringId })) recount.add(referral)
  return recount.monthDiffers(month ?? { ...none, id, revision: 0, offeringId, month: id.slice(-7) })
}

/** A need or an offering has some hundreds at most; pages of a thousand. */
async function allOf(tx: Reader, filter: { needId: string } | { offeringId: string }): Promise<Referral[]> {
  const found: Referral[] = []
  for (;;) {
    const last = found.at(-1)
    const after = last ? { after: { value: last.id, id: last.id } } : {}
    const page = await tx.find(referralsCollection, { ...filter }, { limit: 1_000, ...after })
    found.push(...page)
    if (page.length < 1_000) return found
  }
}
