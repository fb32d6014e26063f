import { regionsOf } from '../access/index.js'
import { type Acquaintance, type Need, type Needs, wantsMore } from '../needs/index.js'
import type { Actor } from '../platform/actor.js'
import type { Clock } from '../platform/clock.js'
import { NotFound } from '../platform/errors.js'
import type { Regions } from '../regions/index.js'
import { type Analysis, analyseNeed, type Stated } from './analyse.js'
import { type HoldingDeps, holding } from './holding.js'
import type { Matcher } from './matcher.js'
import { noFacts, plainNeed } from './profile.js'
import type { ExplainedPairing, Recommendations } from './recommendations.js'
import {
  factsOfNeed,
  factsOfSketch,
  needText,
  type OfferingSketch,
  type PlainText,
  plainStated,
  statedIn,
} from './record-facts.js'
import { leastFitFor, leastFitForUnkept, mayNameFor, withoutWords } from './rights.js'
import type { Weights } from './score.js'
import { urgencySigns } from './urgency-signs.js'

export interface MatchingDeps extends HoldingDeps {
  readonly clock: Clock
  readonly timeZone: string
  /** An empty matcher of the same language and weights, for texts that are not to be kept; good until the next is asked for. */
  readonly emptyMatcher: () => Matcher
  readonly needs: Needs
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

/** Answers for whom and by whom, from a matcher that is kept in step with the records. */
export function createMatching(deps: MatchingDeps) {
  const { clock, language, matcher, offerings, needs } = deps
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: deps.timeZone })
  const today = (): string => day.format(clock.now())
  const year = (): number => Number(today().slice(0, 4))
  const held = holding(deps, { today, year })
  const { providers } = held

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

  return {
    projection: held.projection,

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
      await held.hearOfOffering(offeringId)
      const heard = explained()
      if (!heard) throw new NotFound(offerings.records.kind.name, offeringId)
      return heard
    },

    /** Open needs for an offering that the actor may write for, best first. @throws NotFound, Forbidden */
    async forOffering(id: string, options: AskOptions, actor: Actor): Promise<Recommendations> {
      await offerings.assertOwn(id, actor)
      const asked = { ...options, today: today() }
      const leastFit = leastFitFor(actor, deps.regions)
      let found = matcher.needsFor(id, asked, leastFit)
      if (!found) {
        await held.hearOfOffering(id)
        found = matcher.needsFor(id, asked, leastFit)
      }
      if (!found) throw new NotFound(offerings.records.kind.name, id)
      return regionsOf(actor, deps.regions) === 'all' ? found : shownTo(actor, found)
    },

    /** Ids of open needs that an offering, as it is now, is about, at most 1,000; none where it is not kept. */
    async needsAbout(id: string): Promise<string[]> {
      try {
        await held.hearOfOffering(id)
      } catch (error) {
        if (error instanceof NotFound) return []
        throw error
      }
      return matcher.needsAbout(id, { limit: mostAbout, explain: false, today: today() })
    },

    /** Open needs that an offering would fit if it were published as it is written, best first; nothing is kept. */
    async forSketch(sketch: OfferingSketch, options: AskOptions, actor: Actor): Promise<Recommendations> {
      const { organization } = actor
      if (organization !== undefined) await held.knowProviders([organization])
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
      for await (const batch of held.offeringsOf(organization)) {
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
