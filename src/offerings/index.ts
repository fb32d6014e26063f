import type { ApiPart } from '../platform/http/api-part.js'
import { offeringMessages } from './messages.js'
import { offeringRoutes } from './routes.js'
import type { Offerings } from './service.js'
import { offeringSheet } from './sheet.js'

export { capacityLink } from './capacity-link.js'
export { capacityTrust } from './capacity-trust.js'
export { offeringKind, offeringsCollection } from './collection.js'
export { confirmationJob } from './confirmation-job.js'
export { offeringMessages } from './messages.js'
export {
  type Ages,
  confirmBy,
  type Mode,
  modes,
  type Offering,
  type OfferingDraft,
  type OfferingState,
  offeringStates,
  units,
  type WeeklyHours,
} from './model.js'
export { offeringRoutes } from './routes.js'
export { ages, mode, offeringDraft, termId, unit } from './schema.js'
export { createOfferings, hasOfferings, type Offerings } from './service.js'
export { offeringSheet } from './sheet.js'
export { modeWords, offeringStateWords, unitWords } from './words.js'

export function offeringApi(offerings: Offerings, ...named: Parameters<typeof offeringSheet>): ApiPart {
  const tags = { offerings: { zh: '服务', en: 'Offerings' } }
  return { routes: offeringRoutes(offerings, offeringSheet(...named)), tags, messages: offeringMessages }
}
