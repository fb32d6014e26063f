import type { ApiPart } from '../platform/http/api-part.js'
import type { NamesOf } from '../platform/http/list-file.js'
import type { Regions } from '../regions/index.js'
import { codeRoutes } from './code-routes.js'
import { type CodesDeps, createCodes } from './codes.js'
import { referralMessages } from './messages.js'
import { referralRoutes } from './routes.js'
import type { Referrals } from './service.js'

export type { ActionInput } from './action-input.js'
export { type ActionContext, act } from './actions.js'
export { createReferralBulk, type ReferralBulk } from './bulk.js'
export { type CapacityMonth, withPlaces } from './capacity.js'
export { createCodes } from './codes.js'
export { capacityMonths, hasReferrals, referralKind, referralsCollection } from './collection.js'
export { type DeadlineSettings, loadDeadlines } from './deadline-settings.js'
export { announceReferral } from './facts.js'
export { ladder, type Rung } from './ladder.js'
export { emptyMonth, placesTaken } from './ledger.js'
export { referralLinks } from './links.js'
export { referralMessages } from './messages.js'
export type { PairingSeen, Rating, Referral } from './model.js'
export { monthJob } from './month-job.js'
export { type Opening, openReferral } from './opening.js'
export { partsOf, placesBetween, placesOf, progressBetween } from './quantities.js'
export { type Miscount, miscounts } from './recount.js'
export { createReferrals, type Referrals } from './service.js'
export {
  type Action,
  actions,
  allowedActions,
  begun,
  finalStages,
  keptAs,
  owes,
  type Party,
  parties,
  type Stage,
  stageAfter,
  stages,
  table,
} from './states.js'
export { Terms } from './terms.js'
export { urgencyFollower } from './urgency-follower.js'

/** @param deps with all that one-time codes need */
export function referralApi(
  deps: CodesDeps & { readonly referrals: Referrals },
  regions: Regions,
  namesOf: NamesOf,
): ApiPart {
  return {
    routes: [...referralRoutes(deps.referrals, regions, namesOf), ...codeRoutes(createCodes(deps))],
    tags: { referrals: { zh: '对接单', en: 'Referrals' } },
    messages: referralMessages,
  }
}
