import type { ApiPart } from '../platform/http/api-part.js'
import { attachmentRoutes } from './attachment-routes.js'
import { monthClosingRoutes } from './closing-routes.js'
import { monthClosings } from './closings.js'
import { serviceRecordsCollection } from './collection.js'
import { serviceRecordMessages } from './messages.js'
import { monthGates } from './month-gates.js'
import type { ServiceParts } from './parts.js'
import { serviceRecordRoutes } from './routes.js'
import { serviceRecordSheet } from './sheet.js'
import { serviceTotals } from './totals.js'
import { serviceTotalRoutes } from './totals-routes.js'
import { serviceRecordVersions } from './versions.js'

export { attachmentRoutes } from './attachment-routes.js'
export { examineAttachments } from './attachments/examine.js'
export { AttachmentFiles } from './attachments/files.js'
export { attachmentSweepJob } from './attachments/sweep.js'
export { serviceRecordMessages } from './messages.js'
export { monthOf, newServiceRecord, type ServiceRecord } from './model.js'
export { createServiceParts, type ServiceParts } from './parts.js'
export { recountTotals } from './recount.js'
export { serviceRecordRoutes } from './routes.js'
export { hasServiceRecords, type ServiceRecords } from './service.js'
export { serviceRecordSheet } from './sheet.js'
export { serviceTotalRoutes } from './totals-routes.js'
export type { ServiceTotals } from './totals-service.js'
export { type Measure, measures, measuresOf, type Work, type WorkKind, workKinds } from './work.js'
export { kindTexts, measureTexts } from './work-schema.js'

export const serviceRecordCollections = [
  serviceRecordsCollection,
  serviceRecordVersions,
  serviceTotals,
  monthGates,
  monthClosings,
]

type TotalsDeps = Omit<Parameters<typeof serviceTotalRoutes>[0], 'totals'>

export function serviceRecordApi(services: ServiceParts, deps: TotalsDeps): ApiPart {
  const { records, attachments, closings, totals } = services
  return {
    routes: [
      ...serviceRecordRoutes(records, serviceRecordSheet(deps, deps.namesOf)),
      ...attachmentRoutes(attachments),
      ...monthClosingRoutes(closings),
      ...serviceTotalRoutes({ ...deps, totals }),
    ],
    tags: {
      'service-records': { zh: '服务记录', en: 'Service records' },
      'service-totals': { zh: '服务量统计与月结', en: 'Totals and closed months' },
    },
    messages: serviceRecordMessages,
  }
}
