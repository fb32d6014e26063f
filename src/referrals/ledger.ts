import type { Offering } from '../offerings/index.js'
import { offeringKind } from '../offerings/index.js'
import type { Unit } from '../platform/records/index.js'
import type { Reader } from '../platform/store/index.js'
import { type CapacityMonth, capacityMonthId, withPlaces } from './capacity.js'
import { capacityMonths } from './collection.js'
import type { Referral } from './model.js'
import { type Places, placesBetween } from './quantities.js'

/**
 * Moves what a referral takes of its offering's months from how it was to how it is. When places were taken or given
 * back, matching hears of it.
 * @throws Conflict `capacity.full`
 */
export async function movePlaces(
  unit: Unit,
  offering: Pick<Offering, 'id' | 'capacity'>,
  before: Referral | undefined,
  after: Referral,
): Promise<void> {
  const changes = [...placesBetween(before, after)]
  for (const [month, change] of changes) await movePlacesOf(unit, offering, month, change)
  if (changes.some(([, { taken }]) => taken !== 0)) unit.retell(offeringKind, offering.id)
}

async function movePlacesOf(
  { tx }: Unit,
  { id, capacity }: Pick<Offering, 'id' | 'capacity'>,
  month: string,
  change: Places,
): Promise<void> {
  const empty = emptyMonth(id, month)
  const before = await tx.get(capacityMonths, empty.id)
  const after = withPlaces(before ?? empty, change, capacity)
  if (before) await tx.replace(capacityMonths, after, before.revision)
  else await tx.insert(capacityMonths, after)
}

export function emptyMonth(offeringId: string, month: string): CapacityMonth {
  return { id: capacityMonthId(offeringId, month), revision: 1, offeringId, month, pending: 0, taken: 0 }
}

/** What referrals have taken of a month (YYYY-MM), by offering; those without any are missing. @param ids at most 1,000 */
export async function placesTaken(
  store: Pick<Reader, 'getMany'>,
  ids: readonly string[],
  month: string,
): Promise<Map<string, number>> {
  const found = await store.getMany(
    capacityMonths,
    ids.map((id) => capacityMonthId(id, month)),
  )
  return new Map(found.map(({ offeringId, taken }) => [offeringId, taken]))
}
