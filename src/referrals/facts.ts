import type { Unit } from '../platform/records/index.js'
import { referralKind } from './collection.js'
import type { Referral } from './model.js'
import type { Action, Way } from './states.js'

/** Codes, ids and numbers: what those who hear of it may need without reading the referral. */
export function factsOf(after: Referral, before?: Referral) {
  const { needId, offeringId, organizationId, region, how, stage, owes, urgency, quantity, unit } = after
  return {
    ...{ needId, offeringId, organizationId, region, how, stage, owes, urgency, quantity, unit },
    ...(before ? { from: before.stage } : {}),
    ...(after.dueAt === undefined ? {} : { dueAt: after.dueAt }),
    ...(after.reason ? { reason: after.reason.code } : {}),
  }
}

/** Tells those whom it concerns what was done to a referral. */
export function announceReferral(unit: Unit, action: Action | Way, after: Referral, before?: Referral): void {
  const facts = factsOf(after, before)
  unit.announce({ name: `referral.${action}`, kind: referralKind.name, subject: after.id, facts })
}
