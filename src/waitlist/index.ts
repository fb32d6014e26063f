import type { ApiPart } from '../platform/http/api-part.js'
import { waitlistRoutes } from './routes.js'
import type { Waitlist } from './service.js'

export { lineNotes, waitsCollection } from './collection.js'
export { createOffers } from './offers.js'
export { createWaitlist, type Waitlist } from './service.js'
export { LineWatch } from './watch.js'

export function waitlistApi(waitlist: Waitlist): ApiPart {
  const name = { zh: '排队', en: 'Waiting lines' }
  const messages = { 'kind.wait': { zh: '排队', en: 'wait' } }
  return { routes: waitlistRoutes(waitlist), tags: { waits: name }, messages }
}
