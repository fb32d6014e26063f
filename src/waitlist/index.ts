export { lineNotes, waitsCollection } from './collection.js'
export { createOffers } from './offers.js'
export { waitlistRoutes } from './routes.js'
export { createWaitlist, type Waitlist } from './service.js'
export { LineWatch } from './watch.js'

export const waitTag = { zh: '排队', en: 'Waiting lines' }
export const waitMessages = { 'kind.wait': { zh: '排队', en: 'wait' } }
