import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Access, accessCollections, createAccess, loadCommonPasswords } from './access/index.js'
import { auditSeals } from './audit/index.js'
import { loadHolidays, WorkingCalendar, zoneOf } from './calendar/index.js'
import type { Config } from './config.js'
import {
  alarmFollower,
  alarmsCollection,
  CrisisWatch,
  crisisNotes,
  questionsCollection,
} from './deadlines/index.js'
import { demoLoads } from './demo/index.js'
import {
  createPeople,
  createVault,
  identityCollections,
  type People,
  type ReferralGrounds,
  referralGrounds,
  type Vault,
} from './identities/index.js'
import { insightCollections, insightFollowers } from './insights/index.js'
import { openKeys } from './keys.js'
import { learningCollections, learningFollower } from './learning/index.js'
import { linksCollection } from './links/index.js'
import { keptProfiles, UrgencyCues } from './matching/index.js'
import { mergesCollection } from './merging/index.js'
import { createNeeds, crisisFollower, loadHotlines, type Needs, needKind } from './needs/index.js'
import { notificationCollections } from './notifications/index.js'
import { createOfferings, hasOfferings, type Offerings, offeringKind } from './offerings/index.js'
import { createOrganizations, type Organizations, organizationKind } from './organizations/index.js'
import { type Clock, systemClock } from './platform/clock.js'
import { Invalid } from './platform/errors.js'
import { idempotencyKeys } from './platform/http/idempotency.js'
import { type Ids, timeOrderedIds } from './platform/ids.js'
import { jobRuns } from './platform/jobs/index.js'
import { Leases, leases } from './platform/leases/index.js'
import {
  auditTrail,
  events,
  type Follower,
  outbox,
  type Recorded,
  type SearchableKind,
} from './platform/records/index.js'
import { changeLog, deadLetters, relayCursors } from './platform/relay/index.js'
import { openSearch, type SearchCounters, type SearchIndex, searchCounters } from './platform/search/index.js'
import {
  type Collection,
  type DocumentStore,
  holdsData,
  openStore,
  type SlowLog,
  type Stored,
} from './platform/store/index.js'
import { normalize } from './platform/text/index.js'
import type { KeyRing } from './privacy/index.js'
import type { References } from './references.js'
import {
  capacityMonths,
  createReferralBulk,
  hasReferrals,
  loadDeadlines,
  type ReferralBulk,
  referralsCollection,
  Terms,
} from './referrals/index.js'
import type { Regions } from './regions/index.js'
import { loadReferences, ownSeeds } from './seeds-folder.js'
import {
  AttachmentFiles,
  createServiceParts,
  hasServiceRecords,
  type ServiceParts,
  serviceRecordCollections,
} from './service-records/index.js'
import { serviceTies } from './service-ties.js'
import { searchSynonyms, type Taxonomy } from './taxonomy/index.js'
import { LineWatch, lineNotes, waitsCollection } from './waitlist/index.js'

const kinds = [organizationKind, offeringKind, needKind]

/** All that an installation keeps in its store. */
export const storeCollections: readonly Collection<Stored>[] = [
  ...kinds.map(({ collection }) => collection),
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
  idempotencyKeys,
  linksCollection,
  keptProfiles,
  jobRuns,
  demoLoads,
  ...accessCollections,
  ...notificationCollections,
  ...identityCollections,
]

/** The data of one installation, opened without a server. */
export interface Workspace {
  readonly store: DocumentStore
  /** Not prepared yet: most commands never ask it. */
  readonly search: SearchIndex
  readonly searchCounters: SearchCounters
  readonly clock: Clock
  readonly ids: Ids
  readonly leases: Leases
  readonly kinds: readonly SearchableKind<Recorded>[]
  readonly organizations: Organizations
  readonly offerings: Offerings
  readonly needs: Needs
  /** Seals and opens who the people behind the needs are. */
  readonly ring: KeyRing
  readonly vault: Vault
  readonly people: People
  readonly referralGrounds: ReferralGrounds
  readonly services: ServiceParts
  readonly references: References
  readonly taxonomy: Taxonomy
  readonly regions: Regions
  readonly calendar: WorkingCalendar
  readonly terms: Terms
  /** What changes of records entail, for services that are made beside the workspace. */
  readonly followers: readonly Follower[]
  readonly crisisWatch: CrisisWatch
  readonly lineWatch: LineWatch
  readonly referralBulk: ReferralBulk
  readonly access: Access
  close(): Promise<void>
}

/**
 * Opens the data folder, making it when it is missing. What is written is owed to the search index and the matcher
 * through the outbox. Only a server works that off: were it done here, a server that runs beside would miss it.
 * @param onCommitted told after each commit
 * @param logSlow told of slow operations of the store
 * @param onMissingYear told of a year whose public holidays are not known, when a term first touches it
 */
export async function openWorkspace(
  config: Config,
  onCommitted: () => void = () => {},
  logSlow?: SlowLog,
  onMissingYear?: (year: number) => void,
): Promise<Workspace> {
  const { data, mongoUrl, seeds = ownSeeds, district } = config
  const { taxonomy, regions, references } = loadReferences(seeds, district)
  const path = storePath(data)
  const store = await openStore({ mongoUrl, path, collections: storeCollections, logSlow })
  const counters = searchCounters()
  const search = await openSearch({
    url: config.meiliUrl,
    key: config.meiliKey,
    prefix: config.meiliPrefix,
    path,
    synonyms: searchSynonyms(taxonomy, normalize),
    counters,
  })
  const urgency = new UrgencyCues(readFileSync(join(seeds, 'taxonomy', 'urgency.tsv'), 'utf8'), normalize)
  const calendar = new WorkingCalendar(
    loadHolidays(join(seeds, 'calendar')),
    zoneOf(config.timeZone),
    onMissingYear,
  )
  const terms = new Terms(loadDeadlines(seeds, data), calendar)
  const crisisWatch = new CrisisWatch()
  const lineWatch = new LineWatch()
  const followers = [
    crisisFollower,
    crisisWatch.follower,
    alarmFollower(terms),
    ...lineWatch.followers,
    learningFollower,
    ...insightFollowers(taxonomy),
  ]
  const clock = systemClock
  const shared = {
    store,
    search,
    clock,
    ids: timeOrderedIds(clock),
    onCommitted,
    followers,
    regions,
    taxonomy,
  }
  const organizations: Organizations = createOrganizations({
    ...shared,
    hasOfferings,
    hasServiceRecords,
  })
  const offerings = createOfferings({ ...shared, organizations, hasReferrals })
  const ring = openKeys(config)
  const vault = createVault(ring)
  const needs = createNeeds({
    ...shared,
    detectUrgency: (text) => urgency.find(normalize(text)),
    identities: vault,
    hasReferrals,
    hotlines: loadHotlines(join(seeds, 'taxonomy')),
  })
  const grounds = referralGrounds(store)
  const people = createPeople({ ...shared, needs, vault, ring, referrals: grounds })
  return {
    store,
    search,
    searchCounters: counters,
    clock,
    ids: shared.ids,
    leases: new Leases(shared),
    kinds,
    organizations,
    offerings,
    needs,
    ring,
    vault,
    people,
    referralGrounds: grounds,
    services: createServiceParts({
      ...shared,
      ...serviceTies(organizations),
      files: new AttachmentFiles(attachmentFolder(data), ring),
    }),
    references,
    taxonomy,
    regions,
    calendar,
    terms,
    followers,
    crisisWatch,
    lineWatch,
    referralBulk: createReferralBulk(shared),
    access: createAccess({
      ...shared,
      organizations: {
        exists: async (id) => (await organizations.records.getMany([id])).length > 0,
        byNumber: async (number) => {
          const filter = { $or: [{ 'track.creditCode': number }, { 'track.filingNumber': number }] }
          return (await organizations.records.find(filter, { limit: 1 }))[0]
        },
      },
      keys: ring,
      commonPasswords: loadCommonPasswords(ownSeeds),
      openid: openidSettings(config),
      publicUrl: config.publicUrl,
      sessionLife: { idle: config.sessionIdle * 60_000, whole: config.sessionHours * 3_600_000 },
    }),
    async close() {
      await search.close()
      await store.close()
    },
  }
}

/** @throws Invalid for an issuer that does not know us by a name */
function openidSettings({ openidIssuer, openidClientId, openidClientSecret }: Config) {
  if (openidIssuer === undefined) return undefined
  if (openidClientId === undefined) throw new Invalid([{ field: 'OIDC_CLIENT_ID', code: 'any.required' }])
  return { issuer: openidIssuer, clientId: openidClientId, clientSecret: openidClientSecret }
}

/** For commands that only look. @throws Invalid when there is no data yet, and makes none */
export async function openExistingWorkspace(config: Config): Promise<Workspace> {
  const { mongoUrl } = config
  if (mongoUrl === undefined) existingStorePath(config)
  else if (!(await holdsData(mongoUrl))) throw new Invalid([{ field: 'MONGO_URL', code: 'data.missing' }])
  return openWorkspace(config)
}

/** @throws Invalid when there is no data yet */
export function existingStorePath({ data }: Config): string {
  const path = storePath(data)
  if (!existsSync(path)) throw new Invalid([{ field: data, code: 'data.missing' }])
  return path
}

/** Where the files of service records lie, with either store. */
export function attachmentFolder(data: string): string {
  return join(data, 'attachments')
}

/** The file of the embedded store. */
export function storePath(data: string): string {
  return join(data, 'duijie.sqlite')
}
