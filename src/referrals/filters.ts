import { anyOf, given } from '../platform/records/index.js'
import type { Condition, Filter } from '../platform/store/index.js'
import type { Regions } from '../regions/index.js'
import type { Urgency } from './model.js'
import type { Debtor, ReferralState } from './states.js'

/** Which referrals are asked for; of several values any may hold. */
export interface ReferralFilters {
  readonly state?: readonly ReferralState[]
  readonly need?: string
  readonly offering?: string
  readonly organization?: readonly string[]
  /** Of the need, with everything in it. */
  readonly region?: string
  readonly owes?: readonly Debtor[]
  /** When it was opened. */
  readonly urgency?: readonly Urgency[]
  /** Whoever owes should have acted by now. */
  readonly overdue?: true
}

/** @param now ISO instant */
export function storeFilter(filters: ReferralFilters, regions: Regions, now: string): Filter {
  const { state, need, offering, organization, region, owes, urgency, overdue } = filters
  const codes = regions.narrowedTo(region)
  return given<Condition>({
    state: state && anyOf(state),
    needId: need,
    offeringId: offering,
    organizationId: organization && anyOf(organization),
    region: codes && anyOf(codes),
    owes: owes && anyOf(owes),
    urgency: urgency && anyOf(urgency),
    // It begins with the deadline.
    queue: overdue && { $lt: now },
  })
}
