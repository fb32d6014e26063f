export type { ActionInput } from './action-input.js'
export { type ActionContext, act } from './actions.js'
export { type CapacityMonth, placesLeft, withPlaces } from './capacity.js'
export { defaultSettings, type Referral, type ReferralSettings } from './model.js'
export { type Opening, openReferral } from './opening.js'
export { partsOf, placesBetween, placesOf, progressBetween } from './quantities.js'
export {
  type Action,
  actions,
  allowedActions,
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
