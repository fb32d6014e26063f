import type { Offering } from '../offerings/index.js'
import { Conflict } from '../platform/errors.js'
import type { Stored } from '../platform/store/index.js'
import type { Places } from './quantities.js'

/** Places of one offering in one month, as its referrals hold them; changed only with them. */
export interface CapacityMonth extends Stored, Places {
  readonly offeringId: string
  /** YYYY-MM */
  readonly month: string
}

/** One per offering and month, so that two writers meet. */
export const capacityMonthId = (offeringId: string, month: string): string => `${offeringId}-${month}`

/** What is left of a month; undefined where no capacity is stated. Never below 0, also when less is offered than before. */
export function placesLeft(
  capacity: Offering['capacity'],
  month: Pick<CapacityMonth, 'taken'> | undefined,
): number | undefined {
  return capacity && Math.max(0, capacity.perMonth - (month?.taken ?? 0))
}

/**
 * The month after places were asked for, taken or given back. What was taken before a capacity was lowered stays.
 * @param change what is added to each
 * @throws Conflict `capacity.full` when more would be taken than is left; RangeError when a number falls below 0
 */
export function withPlaces(
  before: CapacityMonth,
  change: Places,
  capacity: Offering['capacity'],
): CapacityMonth {
  const left = placesLeft(capacity, before)
  if (left !== undefined && change.taken > left) {
    throw new Conflict('capacity.full', `${before.month}, ${left} / ${capacity?.perMonth} ${capacity?.unit}`)
  }
  const pending = before.pending + change.pending
  const taken = before.taken + change.taken
  if (pending < 0 || taken < 0) throw new RangeError(`${before.id}: less than nothing`)
  return { ...before, pending, taken }
}
