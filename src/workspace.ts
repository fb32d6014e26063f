import { join } from 'node:path'
import { type Access, accountRoles, createAccess, loadCommonPasswords } from './access/index.js'
import { loadHolidays, WorkingCalendar, zoneOf } from './calendar/index.js'
import { searchableKinds, storeCollections } from './collections.js'
import type { Config } from './config.js'
import { attachmentFolder, existingStorePath, storePath } from './data-folder.js'
import { alarmFollower, CrisisWatch } from './deadlines/index.js'
import {
  createPeople,
  createVault,
  type People,
  type ReferralGrounds,
  referralGrounds,
  type Vault,
} from './identities/index.js'
import { insightFollowers } from './insights/index.js'
import { openKeys } from './keys.js'
import { learningFollower } from './learning/index.js'
import { type Language, loadLanguage, SignsReader } from './matching/index.js'
import { createNeeds, crisisFollower, loadHotlines, type Needs, openingFollower } from './needs/index.js'
import { createOfferings, hasOfferings, type Offerings } from './offerings/index.js'
import { createOrganizations, type Organizations } from './organizations/index.js'
import { type Clock, systemClock } from './platform/clock.js'
import { Invalid } from './platform/errors.js'
import { type Ids, timeOrderedIds } from './platform/ids.js'
import { Leases } from './platform/leases/index.js'
import type { Follower, Recorded, SearchableKind } from './platform/records/index.js'
import { openSearch, type SearchCounters, type SearchIndex, searchCounters } from './platform/search/index.js'
import { type DocumentStore, holdsData, openStore, type SlowLog } from './platform/store/index.js'
import { normalize } from './platform/text/index.js'
import type { KeyRing } from './privacy/index.js'
import {
  createReferralBulk,
  hasReferrals,
  loadDeadlines,
  type ReferralBulk,
  Terms,
  urgencyFollower,
} from './referrals/index.js'
import type { Regions } from './regions/index.js'
import { loadReferences, ownSeeds } from './seeds-folder.js'
import {
  AttachmentFiles,
  createServiceParts,
  hasServiceRecords,
  type ServiceParts,
} from './service-records/index.js'
import { serviceTies } from './service-ties.js'
import type { References } from './spreadsheets/index.js'
import { searchSynonyms, type Taxonomy } from './taxonomy/index.js'
import { LineWatch } from './waitlist/index.js'

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
  /** Loaded when it is first asked for. */
  readonly language: () => Language
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
  // Half a second that commands without a new need do not wait for.
  let loaded: Language | undefined
  const language = () => (loaded ??= loadLanguage(seeds))
  const calendar = new WorkingCalendar(
    loadHolidays(join(seeds, 'calendar')),
    zoneOf(config.timeZone),
    onMissingYear,
  )
  const terms = new Terms(loadDeadlines(seeds, data), calendar)
  const crisisWatch = new CrisisWatch()
  const lineWatch = new LineWatch()
  const followers = [
    crisisFollower(regions),
    openingFollower,
    crisisWatch.follower,
    urgencyFollower(terms),
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
  const signs = new SignsReader({ seeds, language, clock })
  const needs = createNeeds({
    ...shared,
    detectUrgency: (text) => signs.of(text),
    detectUrgencies: (texts) => signs.ofAll(texts),
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
    kinds: searchableKinds,
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
    language,
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
        nameOf: async (id) => (await organizations.records.getMany([id]))[0]?.name,
        byNumber: async (number) => {
          const filter = { $or: [{ 'track.creditCode': number }, { 'track.filingNumber': number }] }
          return (await organizations.records.find(filter, { limit: 1 }))[0]
        },
      },
      keys: ring,
      commonPasswords: loadCommonPasswords(ownSeeds),
      openid: openidSettings(config),
      publicUrl: config.publicUrl,
      secondFactorRoles: accountRoles.filter((role) => config.secondFactorRoles?.split(',').includes(role)),
      sessionLife: { idle: config.sessionIdle * 60_000, whole: config.sessionHours * 3_600_000 },
    }),
    async close() {
      await signs.close()
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
