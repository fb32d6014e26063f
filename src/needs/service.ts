import { reaches } from '../access/index.js'
import type { Actor } from '../platform/actor.js'
import { Conflict, Forbidden, Invalid, NotFound } from '../platform/errors.js'
import { Lanes } from '../platform/lanes.js'
import {
  assertChangeable,
  assertMayKey,
  everything,
  type Found,
  type ImportedRow,
  type ImportOptions,
  type ImportRow,
  importRecords,
  type New,
  noteExport,
  Records,
  searchRecords,
  type Unit,
  type UnitDeps,
  unitOfWork,
} from '../platform/records/index.js'
import type { SearchIndex, SearchQuery } from '../platform/search/index.js'
import type { FindOptions, RawDocument, Transaction } from '../platform/store/index.js'
import { mask } from '../privacy/index.js'
import type { ReasonCode } from '../reasons/index.js'
import { unknownRegion } from '../regions/index.js'
import { unknownTerm } from '../taxonomy/index.js'
import { needKind, needSort } from './collection.js'
import {
  type Duplicate,
  duplicateDays,
  likelyDuplicates,
  type MostAlike,
  mostAlike,
  type NewText,
} from './duplicates.js'
import { type NeedFilters, type Reference, searchFilter, storeFilter } from './filters.js'
import { judged } from './guarded.js'
import type { Hotline, Hotlines } from './hotlines.js'
import { type DetectUrgencies, isReworded, needImport } from './importing.js'
import { type HiddenMark, hiddenIn, type IdentityKeeper, keptOf, masked } from './masking.js'
import {
  changeNeed,
  closeNeed,
  moveNeed,
  type Need,
  type NeedChange,
  type NeedDraft,
  newNeed,
} from './model.js'
import { wantsMore } from './progress.js'
import { queued } from './queue.js'
import { type Asked, needReach } from './reach.js'
import { resolveNeed } from './references.js'
import { type NeedRelation, type ShownNeed, shownNeed } from './shown.js'
import { decideUrgency, type Urgency, type UrgencySigns } from './urgency.js'

export interface NeedsDeps extends UnitDeps, Reference {
  readonly search: SearchIndex
  /** What the words of a text say about urgency; undefined when nothing presses. Asked for every need that is written. */
  readonly detectUrgency: (text: string) => UrgencySigns | undefined
  /** The same of many texts, in their order, while the event loop goes on; default: one after the other. */
  readonly detectUrgencies?: DetectUrgencies
  readonly hotlines: Hotlines
  /** Whether referrals of this need are kept; it cannot be removed then. */
  readonly hasReferrals: (tx: Transaction, of: { readonly needId: string }) => Promise<boolean>
  readonly identities: IdentityKeeper
}

/** How an actor stands to a need for a reason that lies outside needs: an offering that fits, a referral. */
export type Acquaintance = (need: Need, actor: Actor) => Promise<NeedRelation | undefined>

export interface ShownTitle {
  readonly title: string
  /** The whole of it as it is shown. */
  readonly need: ShownNeed
  /** It is shown by category only: nothing of its words may stand beside. */
  readonly isWithheld: boolean
}

/** A need that was written, and where its texts hide something. */
export type ChangedNeed = Need & { readonly hidden: readonly HiddenMark[] }
export type CreatedNeed = ChangedNeed & {
  readonly likelyDuplicates: readonly Duplicate[]
  /** Whom to call now; empty unless it is a crisis. */
  readonly hotlines: readonly Hotline[]
}

/** What else is done in the transaction that enters a need; may give the need as it is after that. */
export type AlsoDone = (unit: Unit, need: Need) => Promise<Need>

/** The use cases around needs, and the only writer of them. */
export interface Needs {
  readonly records: Records<Need>
  /** Keeps the need, whatever it may be a duplicate of. @throws Invalid; Conflict `key.taken` for an external id in use */
  create(draft: NeedDraft, actor: Actor, also?: AlsoDone): Promise<CreatedNeed>
  /** What `create` gave, as it is now. @throws NotFound */
  recall(id: string, actor: Actor): Promise<CreatedNeed>
  /** @throws Invalid `urgency.lowering`, and as `create` does */
  amend(id: string, revision: number, change: NeedChange, actor: Actor): Promise<ChangedNeed>
  /** Erases what is kept of the person too. @throws Conflict `state.refused` while it has referrals */
  remove(id: string, revision: number, actor: Actor): Promise<void>
  /** Opens or withdraws. @throws Conflict `state.refused`; Invalid when a closed need is opened without a reason */
  move(
    id: string,
    revision: number,
    to: 'open' | 'withdrawn',
    reason: string | undefined,
    actor: Actor,
  ): Promise<Need>
  /** Ends the search before it is met. @throws Conflict `state.refused`, also while a referral is under way */
  close(id: string, revision: number, reason: ReasonCode, actor: Actor): Promise<Need>
  /** Says that it is still needed: a line in the audit trail. @throws NotFound, Forbidden */
  sayStillNeeded(id: string, actor: Actor): Promise<void>
  /** @throws Invalid when the urgency falls and no reason is given; Conflict `state.refused` when it is that already */
  setUrgency(
    id: string,
    revision: number,
    to: Urgency,
    reason: string | undefined,
    actor: Actor,
  ): Promise<Need>
  /** Whom to call now, by what the actor may see of it; empty unless it is a crisis. @throws NotFound */
  hotlinesOf(id: string, actor: Actor): Promise<readonly Hotline[]>
  /**
   * Needs of the same region and the last 30 days, the newest 500 of them, that say nearly the same.
   * @throws Forbidden for a region that the actor does not write for
   */
  findDuplicates(draft: Pick<NeedChange, 'region' | 'text'>, actor: Actor): Promise<Duplicate[]>
  /** The same for texts of one region that come together: for each what it is most like, of those before it too. */
  findDuplicatesAmong(
    region: string,
    texts: readonly NewText[],
    actor: Actor,
  ): Promise<(MostAlike | undefined)[]>
  /** The need as the actor may see it. @throws NotFound */
  getRaw(id: string, actor: Actor): Promise<RawDocument>
  /** The same, to work with. @throws NotFound */
  getShown(id: string, actor: Actor): Promise<ShownNeed>
  /** A need that the actor is responsible for. @throws NotFound, and Forbidden where it is only seen */
  getOwn(id: string, actor: Actor): Promise<Need>
  list(filters: NeedFilters, options: FindOptions, actor: Actor): Promise<ShownNeed[]>
  search(filters: NeedFilters, query: Omit<SearchQuery, 'filters'>, actor: Actor): Promise<Found<ShownNeed>>
  /** Says in the audit trail that a list of them is taken away as a file. */
  noteExport(actor: Actor): Promise<void>
  /**
   * What needs that were found for the actor are called for it, as they are now; those that it may not find any more are
   * left out. @param ids at most 1,000
   */
  titlesFor(ids: readonly string[], actor: Actor): Promise<Map<string, ShownTitle>>
  /** Asks these too, one after the other, of a single need that the actor's reach does not show whole. */
  alsoShowTo(acquaintance: Acquaintance): void
  /** What the words of a text say about its urgency; undefined when nothing presses. */
  signsIn(text: string): UrgencySigns | undefined
  importMany(rows: readonly ImportRow[], actor: Actor, options: ImportOptions): Promise<ImportedRow[]>
}

const mostCompared = 500

export function createNeeds(deps: NeedsDeps): Needs {
  const { search, clock, detectUrgency, hotlines, identities } = deps
  const records = new Records(needKind, deps)
  // What is counted of a community's needs stands on the same pages: who writes one would meet the others in the store.
  const lanes = new Lanes()

  const resolved = <C extends NeedChange>(draft: C): C => {
    const answer = resolveNeed(draft, deps)
    if ('errors' in answer) throw new Invalid(answer.errors)
    return answer.draft
  }
  /** The store and not the search index: that lags behind, and what comes twice often comes at once. */
  const newIn = (region: string): Promise<Need[]> => {
    const since = new Date(clock.now().getTime() - duplicateDays * 86_400_000).toISOString()
    return records.find({ region, createdAt: { $gte: since } }, { sort: needSort, limit: mostCompared })
  }
  const duplicatesOf = async ({ region, text }: Pick<NeedChange, 'region' | 'text'>): Promise<Duplicate[]> =>
    likelyDuplicates(text, await newIn(region))
  const changed = (before: Need, change: NeedChange, signs: UrgencySigns | undefined): Need =>
    queued(judged(changeNeed(before, change, signs), deps.taxonomy))
  const made = (draft: NeedDraft, signs: UrgencySigns | undefined): New<Need> =>
    queued(judged(newNeed(draft, signs), deps.taxonomy))
  const reachOf = (actor: Actor, asked: Asked = {}) => needReach(actor, asked, deps)
  const changeable = (id: string, actor: Actor) => records.changeable(id, reachOf(actor))
  const assertInCharge = (region: string, actor: Actor): void => {
    if (!reaches(actor, region, deps.regions)) throw new Forbidden('needs.write')
  }
  /** @throws NotFound */
  const inLaneOf = async <R>(id: string, work: () => Promise<R>): Promise<R> => {
    const { region } = await records.get(id)
    return lanes.run([region], work)
  }
  const amendedInLane = (...[id, ...rest]: Parameters<typeof records.amend>): Promise<Need> =>
    inLaneOf(id, () => records.amend(id, ...rest))
  const acquaintances: Acquaintance[] = []
  const relationOf = async (need: Need, actor: Actor): Promise<NeedRelation | undefined> => {
    for (const ask of acquaintances) {
      const relation = await ask(need, actor)
      if (relation) return relation
    }
    return undefined
  }
  /** @throws NotFound where the actor does not see it */
  const shownTo = async (need: Need, actor: Actor): Promise<ShownNeed> => {
    const reach = reachOf(actor)
    const inReach = reach.sees(need) ? reach.show(need) : undefined
    if (inReach === need) return need
    const relation = await relationOf(need, actor)
    // Who serves it sees it whole, though everybody else sees a part of it too.
    if (relation !== undefined && (relation !== 'unaffiliated' || !inReach))
      return shownNeed(need, relation, deps)
    if (!inReach) throw new NotFound(needKind.name, need.id)
    return inReach
  }
  const detectAll: DetectUrgencies = async (texts) => texts.map(detectUrgency)
  const parts = { detectUrgencies: detectAll, ...deps, made, changed, reachOf }

  return {
    records,
    async create(given, actor, also) {
      assertInCharge(given.region, actor)
      assertMayKey(reachOf(actor), given)
      const { draft, wording } = masked(resolved(given))
      const duplicates = await duplicatesOf(draft)
      const need = await lanes.run([draft.region], () =>
        unitOfWork(deps, actor, async (unit) => {
          const created = await unit.create(needKind, made(draft, detectUrgency(draft.text)))
          await identities.keep(unit, [keptOf(created.id, wording, given.identity)])
          return (await also?.(unit, created)) ?? created
        }),
      )
      const hidden = hiddenIn(need)
      return { ...need, hidden, likelyDuplicates: duplicates, hotlines: hotlines.of(need) }
    },
    async recall(id, actor) {
      const need = await records.seen(id, { sees: reachOf(actor).changes })
      const duplicates = await duplicatesOf(need)
      const others = duplicates.filter((duplicate) => duplicate.id !== id)
      return { ...need, hidden: hiddenIn(need), likelyDuplicates: others, hotlines: hotlines.of(need) }
    },
    async amend(id, revision, change, actor) {
      const { draft: next, wording } = masked(resolved(change))
      const apply = (before: Need) => {
        assertMayKey(reachOf(actor), next, before)
        return changed(before, next, isReworded(before, next) ? detectUrgency(next.text) : undefined)
      }
      const guard = changeable(id, actor)
      const need = await inLaneOf(id, () =>
        unitOfWork(deps, actor, async (unit) => {
          await guard?.(unit.tx)
          assertInCharge(next.region, actor)
          const amended = await unit.amend(needKind, { id, revision, change: apply })
          await identities.keep(unit, [keptOf(id, wording)])
          return amended
        }),
      )
      return { ...need, hidden: hiddenIn(need) }
    },
    async remove(id, revision, actor) {
      const guard = changeable(id, actor)
      // A referral that is opened at the same time writes the need, which this transaction removes.
      await inLaneOf(id, () =>
        unitOfWork(deps, actor, async (unit) => {
          await guard?.(unit.tx)
          if (await deps.hasReferrals(unit.tx, { needId: id })) {
            throw new Conflict('state.refused', 'it has referrals')
          }
          await unit.remove(needKind, id, revision)
          await identities.forget(unit, id)
        }),
      )
    },
    move(id, revision, to, given, actor) {
      const reason = maskedReason(given)
      const apply = (before: Need) => moveNeed(before, to, reason)
      return amendedInLane(id, revision, actor, apply, to, reason, changeable(id, actor))
    },
    close(id, revision, reason, actor) {
      const apply = (before: Need) => closeNeed(before, reason)
      return amendedInLane(id, revision, actor, apply, 'close', reason, changeable(id, actor))
    },
    async sayStillNeeded(id, actor) {
      await records.get(id)
      const guard = changeable(id, actor)
      await unitOfWork(deps, actor, async (unit) => {
        await guard?.(unit.tx)
        unit.note(needKind, { action: 'still-needed' }, id)
      })
    },
    setUrgency(id, revision, to, given, actor) {
      const reason = maskedReason(given)
      const decision = { reason, by: actor.id, at: clock.now().toISOString() }
      const decide = (before: Need): Need =>
        queued({ ...before, urgency: decideUrgency(before.urgency, to, decision) })
      return amendedInLane(id, revision, actor, decide, 'urgency', reason, changeable(id, actor))
    },
    hotlinesOf: async (id, actor) => hotlines.of(await shownTo(await records.get(id), actor)),
    async findDuplicates(draft, actor) {
      const errors = unknownRegion(deps.regions, 'region', draft.region)
      if (errors.length) throw new Invalid(errors)
      assertInCharge(draft.region, actor)
      return duplicatesOf({ ...draft, text: mask(draft.text).text })
    },
    async findDuplicatesAmong(region, texts, actor) {
      assertInCharge(region, actor)
      const shown = texts.map(({ title, text }) => ({ title: mask(title).text, text: mask(text).text }))
      return mostAlike(shown, await newIn(region))
    },
    async getRaw(id, actor) {
      const raw = await records.getRaw(id)
      if (reachOf(actor) === everything) return raw
      const need = JSON.parse(raw.json) as Need
      const shown = await shownTo(need, actor)
      // The stored bytes where nothing is held back.
      return shown === need ? raw : { ...raw, json: JSON.stringify(shown) }
    },
    getShown: async (id, actor) => shownTo(await records.get(id), actor),
    async getOwn(id, actor) {
      const need = await records.get(id)
      assertChangeable(needKind, id, need, reachOf(actor))
      return need
    },
    async list(filters, options, actor) {
      assertKnown(filters, deps)
      return records.list(reachOf(actor, { filters }), storeFilter(filters, deps, options.sort), options)
    },
    async search(filters, query, actor) {
      assertKnown(filters, deps)
      const asked = { ...query, filters: searchFilter(filters, deps) }
      const listing = { filter: storeFilter(filters, deps), sort: needSort }
      return searchRecords(records, search, asked, listing, reachOf(actor, { ...query, filters }))
    },
    noteExport: (actor) => noteExport(deps, needKind, actor),
    async titlesFor(ids, actor) {
      const reach = reachOf(actor)
      const found = (await records.getMany(ids)).filter(
        (need) => reach.sees(need) || (need.visibility !== 'staff' && wantsMore(need)),
      )
      return new Map(
        found.map((need) => {
          const relation = reach.changes(need) ? 'responsible' : 'unaffiliated'
          const isWithheld = relation === 'unaffiliated' && judged(need, deps.taxonomy).guarded
          const shown = shownNeed(need, relation, deps)
          return [need.id, { title: shown.title, need: shown, isWithheld }]
        }),
      )
    },
    alsoShowTo(acquaintance) {
      acquaintances.push(acquaintance)
    },
    signsIn: detectUrgency,
    importMany: (rows, actor, options) =>
      importRecords(records, needImport(parts, actor), rows, actor, options),
  }
}

/** A reason stays in the audit trail for ever, where nobody may be named. */
function maskedReason(reason: string | undefined): string | undefined {
  return reason === undefined ? undefined : mask(reason).text
}

function assertKnown({ region, category, group }: NeedFilters, { regions, taxonomy }: Reference): void {
  const errors = [
    ...unknownRegion(regions, 'region', region),
    ...unknownTerm(taxonomy.services, 'category', category, 'category.unknown'),
    ...unknownTerm(taxonomy.groups, 'group', group, 'group.unknown'),
  ]
  if (errors.length) throw new Invalid(errors)
}
