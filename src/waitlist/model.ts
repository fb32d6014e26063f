import { type Need, urgencies } from '../needs/index.js'
import type { Offering } from '../offerings/index.js'
import { Conflict, Invalid } from '../platform/errors.js'
import type { New, Recorded } from '../platform/records/index.js'

export const waitStates = ['waiting', 'offered', 'left'] as const

/** Why a wait ended without an offer: its community gave it up, the need wants no more, the offering is not to be had. */
export const leavings = ['given-up', 'need-closed', 'not-offered'] as const
export type Leaving = (typeof leavings)[number]

/** A need that waits for a place of an offering that is full (排队). */
export interface Wait extends Recorded {
  readonly needId: string
  readonly offeringId: string
  readonly organizationId: string
  readonly region: string
  readonly urgency: Need['urgency']['level']
  /** Of the need, in its unit; > 0. */
  readonly quantity: number
  /** Places that it takes, in the unit of the offering's capacity. */
  readonly places: number
  readonly state: (typeof waitStates)[number]
  /** Sorts a line: the most urgent first, then whoever has waited longest; the id breaks ties. */
  readonly order: string
  /** Unique while it waits: one place in a line for a need. */
  readonly key?: string
  /** The request that was opened when a place was free. */
  readonly referralId?: string
  readonly leftFor?: Leaving
}

/**
 * A place at the end of the line among those of its urgency.
 * @param quantity in the need's unit
 * @param at ISO instant
 * @throws Conflict `state.refused` for an offering that is not published or states no capacity; Invalid for more than it
 * takes on in a whole month
 */
export function newWait(need: Need, offering: Offering, quantity: number, at: string): New<Wait> {
  const { capacity, state } = offering
  if (state !== 'published' || !capacity) {
    throw new Conflict('state.refused', `${state}, capacity ${capacity ? 'stated' : 'not stated'}`)
  }
  const places = capacity.unit === need.amount.unit ? quantity : 1
  if (places > capacity.perMonth) {
    throw new Invalid([{ field: 'quantity', code: 'number.max', params: { limit: capacity.perMonth } }])
  }
  const { level } = need.urgency
  return {
    needId: need.id,
    offeringId: offering.id,
    organizationId: offering.organizationId,
    region: need.region,
    urgency: level,
    quantity,
    places,
    state: 'waiting',
    order: `${urgencies.length - urgencies.indexOf(level)} ${at}`,
    key: `${need.id} ${offering.id}`,
  }
}

/** @throws Conflict `state.refused` when it does not wait any more */
export function leave(wait: Wait, leftFor: Leaving): Wait {
  const { key: _, ...rest } = assertWaiting(wait)
  return { ...rest, state: 'left', leftFor }
}

/** @throws Conflict `state.refused` when it does not wait any more */
export function offer(wait: Wait, referralId: string): Wait {
  const { key: _, ...rest } = assertWaiting(wait)
  return { ...rest, state: 'offered', referralId }
}

function assertWaiting(wait: Wait): Wait {
  if (wait.state !== 'waiting') throw new Conflict('state.refused', `${wait.state}; allowed: -`)
  return wait
}
