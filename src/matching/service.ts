import { regionsOf } from '../access/index.js'
import { type Acquaintance, type Need, type Needs, wantsMore } from '../needs/index.js'
import type { Offering, Offerings } from '../offerings/index.js'
import type { Organization, Organizations } from '../organizations/index.js'
import type { Actor } from '../platform/actor.js'
import type { Clock } from '../platform/clock.js'
import { NotFound } from '../platform/errors.js'
import type { Recorded } from '../platform/records/index.js'
import type { MemoryProjection } from '../platform/relay/index.js'
import type { DocumentStore } from '../platform/store/index.js'
import type { Regions } from '../regions/index.js'
import { type Analysis, analyseNeed, analyseOffering, type Stated } from './analyse.js'
import { type FreshProfile, keepProfiles, keptPacked } from './kept-profiles.js'
import type { Language } from './language.js'
import type { Matcher } from './matcher.js'
import { noFacts, type Provider, pack, plainNeed } from './profile.js'
import type { ExplainedPairing, Recommendations } from './recommendations.js'
import {
  factsOfNeed,
  factsOfOffering,
  factsOfSketch,
  needText,
  type OfferingSketch,
  type PlainText,
  plainStated,
  providerFrom,
  statedIn,
} from './record-facts.js'
import { leastFitFor, leastFitForUnkept, mayNameFor, withoutWords } from './rights.js'
import type { Weights } from './score.js'
import { urgencySigns } from './urgency-signs.js'

export interface MatchingDeps {
  readonly store: DocumentStore
  readonly clock: Clock
  readonly timeZone: string
  readonly language: Language
  readonly matcher: Matcher
  /** An empty matcher of the same language and weights, for texts that are not to be kept; good until the next is asked for. */
  readonly emptyMatcher: () => Matcher
  readonly organizations: Organizations
  readonly offerings: Offerings
  readonly needs: Needs
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
  readonly regions: Regions
}

export interface AskOptions {
  readonly limit: number
  readonly explain: boolean
  readonly fit: 'weak' | 'possible' | 'strong'
}

/** So many of those it fits, or would if it were open, and as many of those that its words fit anywhere. */
const mostAbout = 500

export type Matching = ReturnType<typeof createMatching>

/**
 * Keeps the matcher in step with the records, as a view of the relay's, and answers for whom and by whom.
 * What was analysed is kept in the store, so that a start only reads.
 */
export function createMatching(deps: MatchingDeps) {
  const { store, clock, language, matcher, organizations, offerings, needs } = deps
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: deps.timeZone })
  const today = (): string => day.format(clock.now())
  const year = (): number => Number(today().slice(0, 4))
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

  const analysed = (need: Need): Analysis => analyseNeed(needText(need), statedIn(need), language, year())

  function putPlain(among: Matcher, offering: PlainText): void {
    const title = offering.title ?? offering.text
    const coverage = offering.region ? [offering.region] : undefined
    const facts = { ...noFacts(title), ages: offering.ages, coverage }
    among.putOffering(offering.id, { title, text: offering.text }, plainStated(offering), facts, year())
  }

  /** With the titles that the actor may see, as the needs are now. */
  async function shownTo(actor: Actor, found: Recommendations): Promise<Recommendations> {
    const shown = await needs.titlesFor(
      found.items.map(({ id }) => id),
      actor,
    )
    const items = found.items.flatMap((item) => {
      const need = shown.get(item.id)
      if (!need) return []
      return [need.isWithheld ? withoutWords(item, need.title) : { ...item, title: need.title }]
    })
    return { ...found, items }
  }

  const kinds = {
    organizations: organizations.records.kind.name,
    offerings: offerings.records.kind.name,
    needs: needs.records.kind.name,
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

  return {
    projection,

    /** The version of the weights that this process goes by. */
    weights: (): string => matcher.weights.version,

    goBy: (weights: Weights): void => matcher.goBy(weights),

    /** Brings in order what was loaded, so that the first questions need not. */
    settle: (): void => matcher.settle(),

    /** What the words of a need say: services, groups, ages, urgency, each with the words it came from. */
    analyse: (text: string, stated: Stated = {}): Analysis => analyseNeed(text, stated, language, year()),

    /** Whether a person should look: no word tells of a crisis, and the text may. */
    isToCheck: (text: string): boolean => urgencySigns(text, language, year())?.level === 'check',

    /** Offerings for a need that the actor is responsible for, best first. @throws NotFound, Forbidden */
    async forNeed(
      id: string,
      options: AskOptions,
      actor: Actor,
    ): Promise<Recommendations & { analysis: Analysis }> {
      const need = await needs.getOwn(id, actor)
      const analysis = analysed(need)
      const asked = { ...options, today: today() }
      return { ...matcher.recommend(analysis, factsOfNeed(need), asked, mayNameFor(actor)), analysis }
    },

    /** What is to be said of a kept need and a kept offering, whether or not they may be paired. @throws NotFound */
    async explainPairing(needId: string, offeringId: string): Promise<ExplainedPairing> {
      const need = await needs.records.get(needId)
      const analysis = analysed(need)
      const explained = () => matcher.explainPair(analysis, factsOfNeed(need), offeringId, today())
      const known = explained()
      if (known) return known
      await hearOfOffering(offeringId)
      const heard = explained()
      if (!heard) throw new NotFound(kinds.offerings, offeringId)
      return heard
    },

    /** Open needs for an offering that the actor may write for, best first. @throws NotFound, Forbidden */
    async forOffering(id: string, options: AskOptions, actor: Actor): Promise<Recommendations> {
      await offerings.assertOwn(id, actor)
      const asked = { ...options, today: today() }
      const leastFit = leastFitFor(actor, deps.regions)
      let found = matcher.needsFor(id, asked, leastFit)
      if (!found) {
        await hearOfOffering(id)
        found = matcher.needsFor(id, asked, leastFit)
      }
      if (!found) throw new NotFound(kinds.offerings, id)
      return regionsOf(actor, deps.regions) === 'all' ? found : shownTo(actor, found)
    },

    /** Ids of open needs that an offering, as it is now, is about, at most 1,000; none where it is not kept. */
    async needsAbout(id: string): Promise<string[]> {
      try {
        await hearOfOffering(id)
      } catch (error) {
        if (error instanceof NotFound) return []
        throw error
      }
      return matcher.needsAbout(id, { limit: mostAbout, explain: false, today: today() })
    },

    /** Open needs that an offering would fit if it were published as it is written, best first; nothing is kept. */
    async forSketch(sketch: OfferingSketch, options: AskOptions, actor: Actor): Promise<Recommendations> {
      const { organization } = actor
      if (organization !== undefined) await knowProviders([organization])
      const found = matcher.needsForText(
        { title: sketch.title, text: sketch.description },
        { categories: sketch.categories, groups: sketch.targetGroups },
        factsOfSketch(sketch, providers.get(organization ?? '')),
        { ...options, today: today() },
        leastFitForUnkept(actor, deps.regions),
      )
      return regionsOf(actor, deps.regions) === 'all' ? found : shownTo(actor, found)
    },

    /** An organisation sees a need that is for those who can serve when one of its offerings fits it. */
    async acquaintance(need: Need, { organization }: Actor): ReturnType<Acquaintance> {
      if (organization === undefined || need.visibility === 'staff' || !wantsMore(need)) return undefined
      const analysis = analysed(need)
      const facts = factsOfNeed(need)
      for await (const batch of offeringsOf(organization)) {
        const fits = batch.map(({ id }) => matcher.fitOf(analysis, facts, id, today()))
        if (fits.some((fit) => fit === 'possible' || fit === 'strong')) return 'unaffiliated'
      }
      return undefined
    },

    /** Texts in, pairings out, nothing kept: against `against`, or against the kept offerings where it is missing. */
    match(
      asked: readonly PlainText[],
      against: readonly PlainText[] | undefined,
      options: AskOptions,
      actor: Actor,
    ) {
      const mayName = against ? undefined : mayNameFor(actor)
      const among = against ? deps.emptyMatcher() : matcher
      const answer = (need: PlainText) => {
        const text = need.title ? `${need.title}。${need.text}` : need.text
        const analysis = analyseNeed(text, plainStated(need), language, year())
        const facts = { ...plainNeed(need.title ?? ''), region: need.region, ages: need.ages }
        const found = among.recommend(analysis, facts, { ...options, today: today() }, mayName)
        return { id: need.id, ...found, analysis }
      }
      try {
        for (const offering of against ?? []) putPlain(among, offering)
        return asked.map(answer)
      } finally {
        if (against) among.clear()
      }
    },
  }
}
