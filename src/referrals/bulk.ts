import type { Actor } from '../platform/actor.js'
import { type Birth, bulkSize, type UnitDeps, unitOfWork } from '../platform/records/index.js'
import type { CapacityMonth } from './capacity.js'
import { capacityMonths, referralKind, referralsCollection } from './collection.js'
import type { Referral } from './model.js'

export type ReferralBulk = ReturnType<typeof createReferralBulk>

/** Keeps referrals as they are given, with no look at needs and places: for data that is whole by construction. */
export function createReferralBulk(deps: UnitDeps) {
  const { store } = deps
  return {
    getMany: (ids: readonly string[]): Promise<Referral[]> => store.getMany(referralsCollection, ids),

    createMany: (births: readonly Birth<Referral>[], actor: Actor, action: string): Promise<Referral[]> =>
      unitOfWork(deps, actor, (unit) => unit.createMany(referralKind, births, { action })),

    /** Those that are not there yet. */
    async keepMonths(months: readonly CapacityMonth[]): Promise<void> {
      for (let from = 0; from < months.length; from += bulkSize) {
        const batch = months.slice(from, from + bulkSize)
        const ids = batch.map(({ id }) => id)
        const there = new Set((await store.getMany(capacityMonths, ids)).map(({ id }) => id))
        const missing = batch.filter(({ id }) => !there.has(id))
        await store.insertMany(capacityMonths, missing)
      }
    },
  }
}
