import type { Zone } from '../calendar/index.js'
import {
  type Acquaintance,
  addProgress,
  type Needs,
  needKind,
  type ShownNeed,
  shownNeed,
} from '../needs/index.js'
import { type Offerings, offeringKind } from '../offerings/index.js'
import type { Actor } from '../platform/actor.js'
import { Conflict, Forbidden, NotFound } from '../platform/errors.js'
import { Lanes } from '../platform/lanes.js'
import {
  type AuditEntry,
  auditTrail,
  firstOrAgain,
  noteExport,
  type Recorded,
  type RecordKind,
  type Unit,
  type UnitDeps,
  unitOfWork,
} from '../platform/records/index.js'
import type { FindOptions, RawDocument, Reader } from '../platform/store/index.js'
import type { Regions } from '../regions/index.js'
import type { Taxonomy } from '../taxonomy/index.js'
import type { ActionInput } from './action-input.js'
import { type ActionContext, act } from './actions.js'
import { referralKind, referralSort, referralsCollection } from './collection.js'
import { announceReferral } from './facts.js'
import type { ReferralFilters } from './filters.js'
import { type Standing, standing } from './ladder.js'
import { movePlaces } from './ledger.js'
import { type OrganizationLoad, readLoads } from './loads.js'
import { maskedInput, maskedReport } from './masked.js'
import type { PairingSeen, Referral } from './model.js'
import { type OfferingPlaces, placesOfMonths } from './offering-places.js'
import { type Opening, openers, openReferral } from './opening.js'
import { progressBetween } from './quantities.js'
import { listFilter, maySee, partyFor, partyOf, shownReferral } from './scope.js'
import { type Action, type Party, type Stage, serving, type Way } from './states.js'
import type { Terms } from './terms.js'

export interface ReferralsDeps extends UnitDeps {
  readonly regions: Regions
  readonly taxonomy: Taxonomy
  readonly zone: Zone
  readonly terms: Terms
  /** Say which needs and offerings an actor sees, and which it speaks for. */
  readonly needs: Pick<Needs, 'getShown' | 'getOwn'>
  readonly offerings: Pick<Offerings, 'getShown' | 'assertOwn'>
  /** What matching says of this pairing. @throws NotFound */
  readonly explainPairing: (needId: string, offeringId: string) => Promise<PairingSeen>
}

/** Who acts, where that is not the actor's own side: a beneficiary by a one-time code, say. */
export interface ActOptions {
  readonly party?: Party
}

/** A referral with how far up its waiting was told. */
export interface ToldReferral extends Referral {
  readonly ladder?: Standing
}

/** The use cases around referrals, and the only writer of them, of the progress of needs and of the months of offerings. */
export interface Referrals {
  /**
   * Opens a referral for a need, in one of four ways.
   * @throws NotFound for a need or offering out of the actor's sight; Forbidden for a way, a need or an offering that is not
   * the actor's; Conflict `need.taken`, `capacity.full`, `state.refused` for a pairing that is asked for already; Invalid
   */
  open(needId: string, opening: Opening, actor: Actor): Promise<Referral>
  /**
   * Does what a party may do with it.
   * @param revision undefined where it is right for whatever is there now
   * @throws NotFound; Conflict `revision.stale`, `state.refused` naming what is allowed, `need.taken`, `capacity.full`;
   * Invalid
   */
  act(
    id: string,
    revision: number | undefined,
    action: Action,
    input: ActionInput,
    actor: Actor,
    options?: ActOptions,
  ): Promise<Referral>
  /** @throws NotFound, also out of the actor's reach */
  get(id: string, actor: Actor): Promise<Referral>
  /** For links that speak for somebody; whoever asks. @throws NotFound */
  stageOf(id: string): Promise<Stage>
  /** As `get`, for an answer. @throws NotFound */
  getRaw(id: string, actor: Actor): Promise<RawDocument>
  list(filters: ReferralFilters, options: FindOptions, actor: Actor): Promise<ToldReferral[]>
  /** What each organisation has in hand of what the actor sees. */
  loads(region: string | undefined, actor: Actor): Promise<OrganizationLoad[]>
  /** Says in the audit trail that a list of them is taken away as a file. */
  noteExport(actor: Actor): Promise<void>
  /** What was done to it, newest first, the last 200. @throws NotFound */
  history(id: string, actor: Actor): Promise<AuditEntry[]>
  /** The need itself, whose progress it is. @throws NotFound */
  needOf(needId: string, actor: Actor): Promise<ShownNeed>
  /** Places of this month and the five after it. @throws NotFound */
  placesOf(offeringId: string, actor: Actor): Promise<OfferingPlaces>
  /** An organisation sees the needs of the referrals it was sent; the whole need while it serves. */
  readonly acquaintance: Acquaintance
}

const mostHistory = 200
const unanswered = ['requested', 'applied', 'received'] as const satisfies readonly Stage[]

export function createReferrals(deps: ReferralsDeps): Referrals {
  const { store, clock, regions, zone, terms } = deps
  const lanes = new Lanes()
  /** Whoever writes the same need, or what is kept of the same organisation, would meet in the store. */
  const inTurn = <R>(
    { needId, organizationId }: Pick<Referral, 'needId' | 'organizationId'>,
    work: () => Promise<R>,
  ) => lanes.run([needId, organizationId], () => firstOrAgain(work))

  const contextOf = (party: Party, actor: Actor, at: string): ActionContext => ({
    ...{ party, actor: actor.id, at, terms },
    today: zone.dayOf(at),
  })
  const shown = (actor: Actor, referral: Referral) => shownReferral(actor, referral, regions)

  const told = (referral: Referral): ToldReferral => {
    const ladder = standing(referral, terms, clock.now().toISOString())
    return ladder ? { ...referral, ladder } : referral
  }

  /** Organisations offer what is their own for what they see; others ask for the needs they are in charge of. */
  async function assertInReach(
    { needId, offeringId }: { readonly needId: string; readonly offeringId: string },
    actor: Actor,
  ): Promise<void> {
    if (partyOf(actor) === 'organisation') {
      await deps.needs.getShown(needId, actor)
      await deps.offerings.assertOwn(offeringId, actor)
    } else {
      await deps.needs.getOwn(needId, actor)
      await deps.offerings.getShown(offeringId, actor)
    }
  }

  async function visible(id: string, actor: Actor): Promise<Referral> {
    const referral = await one(store, referralKind, id)
    if (!maySee(actor, referral, regions)) throw new NotFound(referralKind.name, id)
    return referral
  }

  /** Moves what need and offering keep of a referral from how it was to how it is, and tells of it. */
  async function follow(
    unit: Unit,
    { before, after, action }: { before?: Referral; after: Referral; action: Action | Way },
  ): Promise<void> {
    const offering = await one(unit.tx, offeringKind, after.offeringId)
    await addProgress(unit, after.needId, progressBetween(before, after))
    await movePlaces(unit, offering, before, after)
    announceReferral(unit, action, after, before)
  }

  return {
    async open(needId, given, actor) {
      const opening = { ...given, ...(given.report ? { report: maskedReport(given.report) } : {}) }
      const { how, offeringId } = opening
      const party = partyOf(actor) === 'system' ? openers[how][0] : partyOf(actor)
      if (!party) throw new Forbidden(`referral.${how}`)
      await assertInReach({ needId, offeringId }, actor)
      const pairing = await deps.explainPairing(needId, offeringId)
      const { organizationId } = await one(store, offeringKind, offeringId)
      const opened = await inTurn({ needId, organizationId }, () =>
        unitOfWork(deps, actor, async (unit) => {
          const need = await one(unit.tx, needKind, needId)
          // Held, so that it cannot be removed meanwhile.
          const [offering] = await unit.tx.lock(offeringKind.collection, [offeringId])
          if (!offering) throw new NotFound(offeringKind.name, offeringId)
          await assertNotAsked(unit.tx, needId, offeringId)
          const pair = { need, offering, pairing, shown: shownNeed(need, 'unaffiliated', deps) }
          const fresh = openReferral(opening, pair, contextOf(party, actor, unit.at))
          const after = await unit.create(referralKind, fresh, { action: how })
          await follow(unit, { after, action: how })
          return after
        }),
      )
      return shown(actor, opened)
    },

    async act(id, revision, action, given, actor, { party: as } = {}) {
      const seen = as ? await one(store, referralKind, id) : await visible(id, actor)
      const input = maskedInput(given)
      const acted = await inTurn(seen, () =>
        unitOfWork(deps, actor, async (unit) => {
          const before = await one(unit.tx, referralKind, id)
          const party = as ?? partyFor(actor, before.stage, action)
          const change = (now: Referral) => act(now, action, input, contextOf(party, actor, unit.at))
          const reason = input.reason?.code ?? input.why
          const after = await unit.amend(referralKind, { id, revision, change }, { action, reason })
          await follow(unit, { before, after, action })
          return after
        }),
      )
      return shown(actor, acted)
    },

    get: async (id, actor) => shown(actor, await visible(id, actor)),

    stageOf: async (id) => (await one(store, referralKind, id)).stage,

    async getRaw(id, actor) {
      const referral = told(shown(actor, await visible(id, actor)))
      return { revision: referral.revision, json: JSON.stringify(referral) }
    },

    async list(filters, options, actor) {
      const filter = listFilter(actor, filters, regions, clock.now().toISOString())
      const found = filter ? await store.find(referralsCollection, filter, options) : []
      return found.map((referral) => told(shown(actor, referral)))
    },

    async loads(region, actor) {
      const now = clock.now().toISOString()
      const scope = listFilter(actor, region === undefined ? {} : { region }, regions, now)
      return scope ? readLoads(store, scope, now) : []
    },

    noteExport: (actor) => noteExport(deps, referralKind, actor),

    async history(id, actor) {
      await visible(id, actor)
      return store.find(auditTrail, { subjects: id }, { limit: mostHistory, sort: newestId })
    },

    needOf: (needId, actor) => deps.needs.getShown(needId, actor),

    async acquaintance(need, actor) {
      if (actor.organization === undefined) return undefined
      const filter = { needId: need.id, organizationId: actor.organization }
      const own = await store.find(referralsCollection, filter, { limit: mostOwn, sort: referralSort })
      const sent = own.filter((referral) => maySee(actor, referral, regions))
      if (sent.some(({ stage }) => serving.has(stage))) return 'serving'
      return sent.length ? 'unaffiliated' : undefined
    },

    async placesOf(offeringId, actor) {
      const offering = await deps.offerings.getShown(offeringId, actor)
      return placesOfMonths(store, offering, zone.dayOf(clock.now().toISOString()))
    },
  }
}

/** Referrals of one organisation for one need that are looked at, newest first. */
const mostOwn = 20
/** Ids grow with time. */
const newestId = { field: 'id', direction: 'desc' } as const

async function one<T extends Recorded>(
  reader: Pick<Reader, 'get'>,
  { name, collection }: Pick<RecordKind<T>, 'name' | 'collection'>,
  id: string,
): Promise<T> {
  const found = await reader.get(collection, id)
  if (!found) throw new NotFound(name, id)
  return found
}

/** Asked twice at once, one of the two has written the need that the other reads. */
async function assertNotAsked(
  reader: Pick<Reader, 'find'>,
  needId: string,
  offeringId: string,
): Promise<void> {
  const filter = { needId, offeringId, stage: { $in: [...unanswered] } }
  const [asked] = await reader.find(referralsCollection, filter, { limit: 1 })
  if (asked) throw new Conflict('state.refused', `${asked.id} ${asked.stage}; allowed: -`)
}
