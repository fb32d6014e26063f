import type { ApiPart } from '../platform/http/api-part.js'
import { dutyMessages } from './messages.js'
import { dutyRoutes } from './routes.js'
import type { Duty } from './service.js'

export { dutyTurns } from './collection.js'
export { dutyMessages } from './messages.js'
export { onDuty } from './on-duty.js'
export { createDuty } from './service.js'

export function dutyApi(duty: Duty): ApiPart {
  return { routes: dutyRoutes(duty), tags: { duty: { zh: '值班', en: 'Duty' } }, messages: dutyMessages }
}
