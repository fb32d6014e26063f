import type { ApiPart } from '../platform/http/api-part.js'
import { auditRoutes } from './routes.js'
import type { AuditTrail } from './service.js'

export { beginSealing } from './begin.js'
export { auditJob } from './check-job.js'
export { auditSeals } from './collection.js'
export type { Anchor } from './model.js'
export type { AuditProblemKind } from './problems.js'

export { auditRoutes } from './routes.js'
export { Sealing } from './sealing.js'
export { AuditTrail } from './service.js'
export { type AuditReport, verifyAudit } from './verify.js'

export function auditApi(trail: AuditTrail): ApiPart {
  return { routes: auditRoutes(trail), tags: { audit: { zh: '审计', en: 'Audit trail' } } }
}
