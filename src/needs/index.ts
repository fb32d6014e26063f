import type { ApiPart } from '../platform/http/api-part.js'
import type { Reference } from './filters.js'
import { needMessages } from './messages.js'
import { needRoutes } from './routes.js'
import type { Needs } from './service.js'

export { addProgress } from './add-progress.js'
export { needKind, needsCollection } from './collection.js'
export { crisisFollower, isCrisis } from './crisis.js'
export type { Reference } from './filters.js'
export { guardedTopics, judged, topicsOf } from './guarded.js'
export { loadHotlines } from './hotlines.js'
export { judgeAll } from './judge-all.js'
export { type IdentityKeeper, maskedWording, type Wording } from './masking.js'
export { enlarged, mergedAway, movable, reduced, restored } from './merged.js'
export { needMessages } from './messages.js'
export { type Need, type NeedDraft, type NeedState, needStates, sources, visibilities } from './model.js'
export { openingFollower } from './openings.js'
export { liveStates, noProgress, openAmount, type Progress, progressed, wantsMore } from './progress.js'
export { queued } from './queue.js'
export { needRoutes } from './routes.js'
export { createdNeed, needDraft, needRecord } from './schema.js'
export { type Acquaintance, createNeeds, type Needs } from './service.js'
export { type ShownNeed, shownNeed } from './shown.js'
export { stillNeededLink } from './still-needed-link.js'
export { type UrgencyRecord, urgencies } from './urgency.js'
export { needStateWords, sourceWords, urgencyWords, visibilityWords } from './words.js'

export function needApi(needs: Needs, reference: Reference): ApiPart {
  const tags = { needs: { zh: '需求', en: 'Needs' } }
  return { routes: needRoutes(needs, reference), tags, messages: needMessages }
}
