export { auditTrail, outbox, recordedShape } from './collections.js'
export { dayAfter, dayOf, periodsOf, periodsWithin, startOf } from './days.js'
export { anyOf, given } from './filters.js'
export { type Found, searchRecords } from './found.js'
export {
  type ImportDraft,
  type ImportedRow,
  type ImportOptions,
  type ImportRow,
  importRecords,
  type Resolved,
} from './import.js'
export { integrityJob } from './integrity-job.js'
export { recordMessages } from './messages.js'
export type { Actor, Recorded, RecordedFields, RecordKind } from './model.js'
export { actionRoute, recordRoutes } from './record-routes.js'
export { bulkSize, type Guard, type New, Records, type RecordsDeps } from './records.js'
export { externalId, idParams, isoDay, reason, recordId, regionCode, several, stampKeys } from './schema.js'
