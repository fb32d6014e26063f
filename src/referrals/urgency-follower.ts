import { type Need, needKind } from '../needs/index.js'
import { type Follower, follower } from '../platform/records/index.js'
import { referralKind, referralsCollection } from './collection.js'
import { factsOf } from './facts.js'
import { dueAt } from './ladder.js'
import type { Change, Referral } from './model.js'
import { debtors } from './states.js'
import type { Terms } from './terms.js'

const somebody = debtors.filter((debtor) => debtor !== 'nobody')
/** No need has as many referrals that wait for somebody. */
const mostWaiting = 500

/**
 * The deadlines of a need's referrals move when its urgency changes, in the same transaction: the term that runs counts by
 * the new urgency from when it began. One that is over by then is acted on by the next look at the clock.
 */
export function urgencyFollower(terms: Terms): Follower {
  return follower(needKind, async (unit, need, before) => {
    if (!before || before.urgency.level === need.urgency.level) return
    const filter = { needId: need.id, owes: { $in: somebody } }
    const waiting = await unit.tx.find(referralsCollection, filter, { limit: mostWaiting })
    const change: Change = {
      at: unit.at,
      by: unit.actor.id,
      field: 'urgency',
      from: before.urgency.level,
      to: need.urgency.level,
      why: whyOf(need, before),
    }
    for (const { id } of waiting) {
      const apply = (referral: Referral): Referral => {
        const { dueAt: _, ...rest } = referral
        const moved = { ...rest, urgency: need.urgency.level, changes: [...referral.changes, change] }
        const due = dueAt(moved, terms)
        return due === undefined ? moved : { ...moved, dueAt: due }
      }
      const after = await unit.amend(referralKind, { id, revision: undefined, change: apply })
      const event = { name: 'referral.amend', kind: referralKind.name, subject: id }
      unit.announce({ ...event, facts: factsOf(after) })
    }
  })
}

/** In the words of whoever lowered it; to raise it needs none. */
function whyOf({ urgency: { lowered } }: Need, { urgency: before }: Need): string {
  const isLowered = lowered !== undefined && lowered.at !== before.lowered?.at
  return isLowered ? lowered.reason : '需求更紧急 / the need is more urgent'
}
