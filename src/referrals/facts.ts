import type { Referral } from './model.js'

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
