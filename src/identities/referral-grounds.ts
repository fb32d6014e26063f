import type { DocumentStore } from '../platform/store/index.js'
import { finalStages, type Referral, referralsCollection, type Stage } from '../referrals/index.js'
import type { ReferralGrounds, ReferralStanding } from './deps.js'

/** From acceptance until both sides have closed it. */
const running: readonly Stage[] = ['accepted', 'on-hold', 'in-progress', 'reopened', 'reported', 'disputed']
/** Nobody answered it in time: it may be overridden, and until then nobody serves. */
const closed: ReadonlySet<Stage> = new Set<Stage>([...finalStages, 'expired'])
/** A need has a handful of referrals; this many for a batch of 200 needs. */
const mostRead = 10_000

/** What referrals say to whether a person may be shown, read where they are kept. */
export function referralGrounds(store: Pick<DocumentStore, 'find'>): ReferralGrounds {
  return {
    async isRunning(needId, organizationId) {
      const filter = { needId, organizationId, stage: { $in: running } }
      return (await store.find(referralsCollection, filter, { limit: 1 })).length > 0
    },
    async standingOf(reader, needIds) {
      const referrals = await reader.find(
        referralsCollection,
        { needId: { $in: needIds } },
        { limit: mostRead },
      )
      const standings = new Map<string, ReferralStanding>()
      for (const referral of referrals)
        standings.set(referral.needId, withReferral(standings.get(referral.needId), referral))
      return standings
    },
  }
}

function withReferral(
  before: ReferralStanding | undefined,
  { stage, times, updatedAt }: Referral,
): ReferralStanding {
  if (!closed.has(stage)) return { ...before, isRunning: true }
  const at = times.closed ?? updatedAt
  const last = before?.closedAt !== undefined && before.closedAt > at ? before.closedAt : at
  return { isRunning: before?.isRunning ?? false, closedAt: last }
}
