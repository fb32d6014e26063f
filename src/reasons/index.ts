import type { ApiPart } from '../platform/http/api-part.js'
import { reasonRoutes } from './routes.js'

export { needsNote, nextSteps, type ReasonCode, reasons } from './reasons.js'

export { reasonCode } from './schema.js'

/** Under the tag of the referrals, which give them. */
export function reasonApi(): ApiPart {
  return { routes: reasonRoutes() }
}
