import { noProgress, type Progress } from '../needs/index.js'
import type { Place, Referral, Unit } from './model.js'
import type { Stage } from './states.js'

const partOf: { readonly [stage in Stage]?: keyof Progress } = {
  requested: 'pending',
  applied: 'pending',
  received: 'pending',
  accepted: 'reserved',
  'on-hold': 'reserved',
  'in-progress': 'committed',
  reopened: 'committed',
  disputed: 'committed',
  reported: 'delivered',
  provisional: 'delivered',
  confirmed: 'delivered',
  failed: 'delivered',
  cancelled: 'delivered',
}

type Holding = Pick<Referral, 'stage' | 'quantity' | 'delivered'>

/** What one referral holds of its need. What a failed or cancelled one has done stays done. */
export function partsOf({ stage, quantity, delivered }: Holding): Progress {
  const part = partOf[stage]
  return part ? { ...noProgress, [part]: part === 'delivered' ? delivered : quantity } : noProgress
}

/** Places of one month of an offering: asked for, and taken. */
export interface Places {
  readonly pending: number
  readonly taken: number
}

/** What one referral takes of its month, in the unit of the offering's capacity; nothing where none is stated. */
export function placesOf(referral: Holding & Pick<Referral, 'place'>): Places {
  const { place } = referral
  if (!place) return { pending: 0, taken: 0 }
  const { pending, reserved, committed, delivered } = partsOf(referral)
  const count = (amount: number): number => (place.counts === 'one' ? Math.min(1, Math.ceil(amount)) : amount)
  return { pending: count(pending), taken: count(reserved + committed + delivered) }
}

/**
 * Where units differ (visits are asked for, cases offered) a referral takes one place.
 * @param month YYYY-MM
 */
export function placeFor(
  capacity: { readonly unit: Unit } | undefined,
  unit: Unit,
  month: string,
): Place | undefined {
  return capacity && { month, counts: capacity.unit === unit ? 'quantity' : 'one' }
}

/** What is added to each part of a need when a referral becomes another; `before` is missing for a new one. */
export function progressBetween(before: Holding | undefined, after: Holding): Progress {
  const from = before ? partsOf(before) : noProgress
  const to = partsOf(after)
  return {
    pending: to.pending - from.pending,
    reserved: to.reserved - from.reserved,
    committed: to.committed - from.committed,
    delivered: to.delivered - from.delivered,
  }
}

/** What is added to the places of each month (YYYY-MM) when a referral becomes another; months without a change aside. */
export function placesBetween(
  before: (Holding & Pick<Referral, 'place'>) | undefined,
  after: Holding & Pick<Referral, 'place'>,
): Map<string, Places> {
  const months = new Map<string, Places>()
  const add = (referral: typeof after, sign: 1 | -1): void => {
    if (!referral.place) return
    const { month } = referral.place
    const { pending, taken } = placesOf(referral)
    const sum = months.get(month) ?? { pending: 0, taken: 0 }
    months.set(month, { pending: sum.pending + sign * pending, taken: sum.taken + sign * taken })
  }
  if (before) add(before, -1)
  add(after, 1)
  for (const [month, { pending, taken }] of months) if (!pending && !taken) months.delete(month)
  return months
}
