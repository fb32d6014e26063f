export { needKind, needsCollection } from './collection.js'
export { crisisFollower, isCrisis } from './crisis.js'
export { type GuardedTopic, guardedTopics, topicsOf } from './guarded.js'
export { type Hotline, loadHotlines } from './hotlines.js'
export { needMessages } from './messages.js'
export { type Need, type NeedDraft, type NeedState, needStates, sources, visibilities } from './model.js'
export { noProgress, openAmount, type Progress, progressed, wantsMore } from './progress.js'
export { needRoutes } from './routes.js'
export { needDraft } from './schema.js'
export { createNeeds, type Needs } from './service.js'
export { type NeedRelation, type ShownNeed, shownNeed } from './shown.js'
export { type UrgencyRecord, urgencies } from './urgency.js'

export const needTag = { zh: '需求', en: 'Needs' }
