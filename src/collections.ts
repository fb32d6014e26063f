import { accessCollections } from './access/index.js'
import { auditSeals } from './audit/index.js'
import { alarmsCollection, crisisNotes, questionsCollection } from './deadlines/index.js'
import { demoLoads } from './demo/index.js'
import { dutyTurns } from './duty/index.js'
import { identityCollections } from './identities/index.js'
import { insightCollections } from './insights/index.js'
import { learningCollections } from './learning/index.js'
import { linksCollection } from './links/index.js'
import { keptProfiles } from './matching/index.js'
import { mergesCollection } from './merging/index.js'
import { needKind } from './needs/index.js'
import { notificationCollections } from './notifications/index.js'
import { offeringKind } from './offerings/index.js'
import { organizationKind } from './organizations/index.js'
import { idempotencyKeys } from './platform/http/idempotency.js'
import { jobRuns } from './platform/jobs/index.js'
import { leases, makings } from './platform/leases/index.js'
import { auditTrail, events, outbox } from './platform/records/index.js'
import { changeLog, deadLetters, relayCursors } from './platform/relay/index.js'
import type { Collection, Stored } from './platform/store/index.js'
import { capacityMonths, referralsCollection } from './referrals/index.js'
import { savedFilters } from './saved-filters/index.js'
import { serviceRecordCollections } from './service-records/index.js'
import { lineNotes, waitsCollection } from './waitlist/index.js'

/** What can be searched. */
export const searchableKinds = [organizationKind, offeringKind, needKind]

/** All that an installation keeps in its store. */
export const storeCollections: readonly Collection<Stored>[] = [
  ...searchableKinds.map(({ collection }) => collection),
  referralsCollection,
  capacityMonths,
  ...serviceRecordCollections,
  alarmsCollection,
  crisisNotes,
  questionsCollection,
  waitsCollection,
  lineNotes,
  mergesCollection,
  ...insightCollections,
  auditTrail,
  auditSeals,
  ...learningCollections,
  outbox,
  events,
  changeLog,
  relayCursors,
  deadLetters,
  leases,
  makings,
  idempotencyKeys,
  linksCollection,
  keptProfiles,
  jobRuns,
  savedFilters,
  demoLoads,
  ...accessCollections,
  dutyTurns,
  ...notificationCollections,
  ...identityCollections,
]
