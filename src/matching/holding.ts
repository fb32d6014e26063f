import { type Need, needKind, wantsMore } from '../needs/index.js'
import type { Offering, Offerings } from '../offerings/index.js'
import type { Organization, Organizations } from '../organizations/index.js'
import type { Recorded } from '../platform/records/index.js'
import type { MemoryProjection } from '../platform/relay/index.js'
import type { DocumentStore } from '../platform/store/index.js'
import { type Analysis, analyseNeed, analyseOffering } from './analyse.js'
import { type FreshProfile, keepProfiles, keptPacked } from './kept-profiles.js'
import type { Language } from './language.js'
import type { Matcher } from './matcher.js'
import { type Provider, pack } from './profile.js'
import { factsOfNeed, factsOfOffering, needText, providerFrom, statedIn } from './record-facts.js'

export interface HoldingDeps {
  readonly store: DocumentStore
  readonly language: Language
  readonly matcher: Matcher
  readonly organizations: Organizations
  readonly offerings: Offerings
  /** How many places of a month (YYYY-MM) the referrals of these offerings have taken; those that took none may be missing. */
  readonly placesTaken: (
    store: DocumentStore,
    offeringIds: readonly string[],
    month: string,
  ) => Promise<ReadonlyMap<string, number>>
  /**
   * How well organisations have served, in [0, 1], told from what is known of them beforehand, likewise in [0, 1]. Those of
   * which nothing is known may be missing; missing as a whole, nothing is known of any.
   */
  readonly recordsOf?: (
    store: DocumentStore,
    organizationIds: readonly string[],
  ) => Promise<ReadonlyMap<string, (prior: number) => number>>
}

/** The day, and its year, that analyses and facts are of. */
interface Today {
  today(): string
  year(): number
}

/**
 * Keeps the matcher in step with the records, as a view of the relay's. What was analysed is kept in the store, so that a
 * start only reads.
 */
export function holding(deps: HoldingDeps, { today, year }: Today) {
  const { store, language, matcher, organizations, offerings } = deps
  const providers = new Map<string, Provider>()
  const madeFrom = ({ revision }: Recorded): string => `${revision} ${language.version} ${year()}`

  /** Analyses that are still good, and the others made anew and kept. */
  async function packedOf<T extends Recorded>(
    records: readonly T[],
    analyse: (record: T) => Analysis,
  ): Promise<Map<string, Uint32Array>> {
    const packed = await keptPacked(
      store,
      records.map((record) => ({ id: record.id, of: madeFrom(record) })),
    )
    const fresh: FreshProfile[] = []
    for (const record of records) {
      if (packed.has(record.id)) continue
      const made = pack(analyse(record))
      packed.set(record.id, made)
      fresh.push({ id: record.id, of: madeFrom(record), packed: made })
    }
    await keepProfiles(store, fresh, [])
    return packed
  }

  async function putOfferings(records: readonly Offering[]): Promise<void> {
    await knowProviders(records.map((offering) => offering.organizationId))
    const limited = records.filter(({ capacity }) => capacity).map(({ id }) => id)
    const taken = limited.length
      ? await deps.placesTaken(store, limited, today().slice(0, 7))
      : new Map<string, number>()
    const packed = await packedOf(records, (offering) =>
      analyseOffering(
        { title: offering.title, text: offering.description },
        { categories: offering.categories, groups: offering.targetGroups },
        language,
        year(),
      ),
    )
    for (const offering of records) {
      matcher.putPacked(
        offering.id,
        packed.get(offering.id) as Uint32Array,
        factsOfOffering(offering, providers.get(offering.organizationId), taken.get(offering.id) ?? 0),
      )
    }
  }

  async function putNeeds(records: readonly Need[]): Promise<void> {
    const open = records.filter(wantsMore)
    for (const need of records) if (!wantsMore(need)) matcher.needs.remove(need.id)
    const packed = await packedOf(open, (need) =>
      analyseNeed(needText(need), statedIn(need), language, year()),
    )
    for (const need of open) {
      const source = { text: needText(need), stated: statedIn(need) }
      matcher.putNeed(need.id, source, factsOfNeed(need), year(), packed.get(need.id))
    }
  }

  /** @param told whether they may have been told of already, by what is newer */
  async function knowOrganizations(records: readonly Organization[], told = false): Promise<void> {
    const ids = records.map(({ id }) => id)
    const recorded = ids.length ? await deps.recordsOf?.(store, ids) : undefined
    for (const organization of records) {
      const { id } = organization
      if (!told || !providers.has(id))
        providers.set(id, providerFrom(organization, today(), recorded?.get(id)))
    }
  }

  /** With their offerings, for those show what their organisation is. */
  async function putOrganizations(records: readonly Organization[]): Promise<void> {
    await knowOrganizations(records)
    for (const { id } of records) {
      for await (const batch of offeringsOf(id)) await putOfferings(batch)
    }
  }

  async function* offeringsOf(organizationId: string): AsyncIterable<Offering[]> {
    let last: string | undefined
    for (;;) {
      const after = last === undefined ? {} : { after: { value: last, id: last } }
      const batch = await offerings.records.find({ organizationId }, { limit: 500, ...after })
      if (batch.length) yield batch
      if (batch.length < 500) return
      last = batch.at(-1)?.id
    }
  }

  async function knowProviders(ids: readonly string[]): Promise<void> {
    const unknown = [...new Set(ids)].filter((id) => !providers.has(id))
    if (!unknown.length) return
    const found = await organizations.records.getMany(unknown)
    await knowOrganizations(found, true)
  }

  /** Hears of an offering that other processes know already. @throws NotFound */
  async function hearOfOffering(id: string): Promise<void> {
    for (;;) {
      const offering = await offerings.records.get(id)
      await putOfferings([offering])
      // What was changed meanwhile may have been told before the older state was put.
      const [now] = await offerings.records.getMany([id])
      if (now?.revision === offering.revision) return
      matcher.offerings.remove(id)
    }
  }

  const kinds = {
    organizations: organizations.records.kind.name,
    offerings: offerings.records.kind.name,
    needs: needKind.name,
  }

  const projection: MemoryProjection = {
    name: 'matching',
    async apply(kind, records, removed) {
      if (kind === kinds.organizations) {
        for (const id of removed) providers.delete(id)
        await putOrganizations(records as Organization[])
      } else if (kind === kinds.offerings) {
        for (const id of removed) matcher.offerings.remove(id)
        await putOfferings(records as Offering[])
      } else if (kind === kinds.needs) {
        for (const id of removed) matcher.needs.remove(id)
        await putNeeds(records as Need[])
      }
      await keepProfiles(store, [], removed)
    },
    async load(kind, records) {
      // Their offerings come by themselves, after them.
      if (kind === kinds.organizations) await knowOrganizations(records as Organization[])
      else await projection.apply(kind, records, [])
    },
    held(kind) {
      if (kind === kinds.organizations) return providers.keys()
      return kind === kinds.offerings ? matcher.offerings.ids() : matcher.needs.ids()
    },
  }

  return { projection, providers, knowProviders, offeringsOf, hearOfOffering }
}
