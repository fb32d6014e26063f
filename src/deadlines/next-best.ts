import type { Matching } from '../matching/index.js'
import { systemActor } from '../platform/actor.js'
import type { DocumentStore } from '../platform/store/index.js'
import { referralsCollection } from '../referrals/index.js'

/** What comes next is chosen by the clock, and seen by nobody before it is asked. */
const clockwork = systemActor('deadlines')

/** Of so many of the best one is bound not to have been asked. */
const looked = 20
const mostAsked = 200

/**
 * The offerings that are recommended for a need, best first, save those that were asked for it before, however that
 * ended. All of them pass the hard rules.
 */
export function notAskedYet(
  store: Pick<DocumentStore, 'find'>,
  matching: Pick<Matching, 'forNeed'>,
): (needId: string) => Promise<string[]> {
  return async (needId) => {
    const asked = await store.find(referralsCollection, { needId }, { limit: mostAsked })
    const known = new Set(asked.map(({ offeringId }) => offeringId))
    const { items } = await matching.forNeed(
      needId,
      { limit: looked, explain: false, fit: 'possible' },
      clockwork,
    )
    return items.map(({ id }) => id).filter((id) => !known.has(id))
  }
}
