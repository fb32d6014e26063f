import { accountKind } from '../src/access/index.js'
import { alarmsCollection, crisisNotes, questionsCollection } from '../src/deadlines/index.js'
import { dutyTurns } from '../src/duty/index.js'
import { createVault, identityCollections } from '../src/identities/index.js'
import { insightCollections } from '../src/insights/index.js'
import { learningCollections } from '../src/learning/index.js'
import { linksCollection } from '../src/links/index.js'
import { keptProfiles } from '../src/matching/index.js'
import { mergesCollection } from '../src/merging/index.js'
import { createNeeds, crisisFollower, loadHotlines, needKind, needsCollection } from '../src/needs/index.js'
import { createOfferings, hasOfferings, offeringKind, offeringsCollection } from '../src/offerings/index.js'
import { createOrganizations, organizationKind, organizationsCollection } from '../src/organizations/index.js'
import { systemActor } from '../src/platform/actor.js'
import { idempotencyKeys } from '../src/platform/http/idempotency.js'
import { timeOrderedIds } from '../src/platform/ids.js'
import { Leases, makings } from '../src/platform/leases/index.js'
import type { Follower } from '../src/platform/records/index.js'
import { openSqliteSearch } from '../src/platform/search/index.js'
import { createKeyRing, readKeys } from '../src/privacy/index.js'
import { capacityMonths, hasReferrals, placesTaken, referralsCollection } from '../src/referrals/index.js'
import { loadRegions } from '../src/regions/index.js'
import { serviceRecordCollections } from '../src/service-records/index.js'
import { MonthGates } from '../src/service-records/month-gates.js'
import { createServiceRecords } from '../src/service-records/service.js'
import { serviceTies } from '../src/service-ties.js'
import { loadTaxonomy } from '../src/taxonomy/index.js'
import { lineNotes, waitsCollection } from '../src/waitlist/index.js'
import type { Engine } from './each-store.js'
import { temporaryPath } from './platform/store/temporary-sqlite.js'
import { relayed } from './relayed.js'
import { onCleanup } from './setup.js'

export const regions = loadRegions('seeds/regions')
export const taxonomy = loadTaxonomy('seeds/taxonomy')

const [district] = regions.all.filter(({ level }) => level === 'district')
/** A street, two of its communities, and a community of another street. */
export const street = regions.all.find(
  ({ level, code }) => level === 'street' && regions.childrenOf(code).length > 1,
)?.code as string
export const [community, nextCommunity] = regions.childrenOf(street).map(({ code }) => code) as [
  string,
  string,
]
export const elsewhere = regions.all.find(
  ({ level, code }) => level === 'community' && !regions.covers(street, code),
)?.code as string
export const districtCode = district?.code as string

export const actor = systemActor('tester')

/** The three services on a real store and search index of their own; the clock stands until a test moves it. */
export async function featureServices(engine: Pick<Engine, 'open'>, followers: readonly Follower[] = []) {
  const store = await engine.open([
    organizationsCollection,
    offeringsCollection,
    needsCollection,
    referralsCollection,
    capacityMonths,
    alarmsCollection,
    crisisNotes,
    questionsCollection,
    waitsCollection,
    lineNotes,
    mergesCollection,
    ...relayed,
    keptProfiles,
    idempotencyKeys,
    ...identityCollections,
    linksCollection,
    ...learningCollections,
    ...insightCollections,
    ...serviceRecordCollections,
    makings,
    dutyTurns,
    accountKind.collection,
  ])
  const search = openSqliteSearch({ path: temporaryPath() })
  onCleanup(() => search.close())
  const kinds = [organizationKind, offeringKind, needKind]
  await search.prepare(kinds.map((kind) => kind.search))

  let now = Date.parse('2026-03-10T02:00:00.000Z')
  let last = 0
  const clock = { now: () => new Date(now) }
  const ids = { next: (prefix: string) => `${prefix}-${String(++last).padStart(6, '0')}` }
  const deps = {
    store,
    search,
    clock,
    ids,
    onCommitted: () => undefined,
    followers: [crisisFollower(regions), ...followers],
    regions,
    taxonomy,
  }
  const detectUrgency = (text: string) => {
    const words = ['不想活', '割腕'].filter((word) => text.includes(word))
    if (words.length) return { level: 'crisis' as const, kinds: ['self-harm'], words }
    if (text.includes('以后用不上了')) return { level: 'check' as const, kinds: [], words: [] }
    return text.includes('尽快') ? { level: 'urgent' as const, kinds: [], words: ['尽快'] } : undefined
  }

  const organizations = createOrganizations({ ...deps, hasOfferings, hasServiceRecords: async () => false })
  const offerings = createOfferings({ ...deps, organizations, hasReferrals })
  const ring = createKeyRing(readKeys(`test:${Buffer.alloc(32, 7).toString('base64')}`))
  const vault = createVault(ring)
  const needs = createNeeds({
    ...deps,
    detectUrgency,
    identities: vault,
    hasReferrals,
    hotlines: loadHotlines('seeds/taxonomy'),
  })
  const records = createServiceRecords({ ...deps, ...serviceTies(organizations) }, new MonthGates(store))
  return {
    store,
    search,
    clock,
    ids,
    // Their tokens must not shift the numbers of the records.
    leases: new Leases({ store, clock, ids: timeOrderedIds(clock) }),
    organizations,
    offerings,
    needs,
    services: { records },
    placesTaken,
    regions,
    taxonomy,
    ring,
    vault,
    deps,
    advance: (ms: number) => {
      now += ms
    },
    /** Puts all records into the search index, as the relay does in the end. */
    async index() {
      for (const { kind, find } of [
        { kind: organizationKind, find: organizations.records },
        { kind: offeringKind, find: offerings.records },
        { kind: needKind, find: needs.records },
      ] as const) {
        for await (const batch of find.scan()) {
          const entries = batch.map((record) => (kind.toSearchEntry as (of: typeof record) => never)(record))
          await search.put(kind.search, entries)
        }
      }
    },
  }
}

export type FeatureServices = Awaited<ReturnType<typeof featureServices>>
