export { auditChange, auditTrail, events, outbox, recordedShape } from './collections.js'
export { dayAfter, dayOf, minuteOf, periodsOf, periodsWithin, startOf } from './days.js'
export { noteExport } from './export-note.js'
export { anyOf, given } from './filters.js'
export { firstOrAgain } from './first-or-again.js'
export { type Found, searchRecords } from './found.js'
export {
  type ImportDraft,
  type ImportedRow,
  type ImportOptions,
  type ImportRow,
  type ImportRules,
  type ImportTarget,
  importRecords,
  importSize,
  type Resolved,
} from './import.js'
export { integrityJob } from './integrity-job.js'
export { recordMessages } from './messages.js'
export type {
  AuditEntry,
  Event,
  Facts,
  FollowedKind,
  Recorded,
  RecordedFields,
  RecordKind,
  SearchableKind,
} from './model.js'
export { assertChangeable, assertMayKey, both, everything, nothing, type Reach } from './reach.js'
export { actionRoute, recordRoutes } from './record-routes.js'
export { type Guard, Records } from './records.js'
export { type Rewritten, rewriteAll } from './rewrite-all.js'
export { externalId, idParams, isoDay, reason, recordId, regionCode, several, stampKeys } from './schema.js'
export { endsOf, type Turn } from './turns.js'
export {
  type Birth,
  bulkSize,
  concluder,
  type Deed,
  type Follower,
  follower,
  type New,
  type Unit,
  type UnitDeps,
  unitOfWork,
} from './unit.js'
