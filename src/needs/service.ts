import type { Actor } from '../platform/actor.js'
import { Conflict, Invalid } from '../platform/errors.js'
import {
  type Found,
  type ImportDraft,
  type ImportedRow,
  type ImportOptions,
  type ImportRow,
  importRecords,
  Records,
  type Resolved,
  searchRecords,
  type UnitDeps,
} from '../platform/records/index.js'
import type { SearchIndex, SearchQuery } from '../platform/search/index.js'
import type { FindOptions, RawDocument, Transaction } from '../platform/store/index.js'
import type { ReasonCode } from '../reasons/index.js'
import { unknownRegion } from '../regions/index.js'
import { unknownTerm } from '../taxonomy/index.js'
import { needKind, needSort } from './collection.js'
import { type Duplicate, duplicateDays, likelyDuplicates } from './duplicates.js'
import { type NeedFilters, type Reference, searchFilter, storeFilter } from './filters.js'
import type { Hotline, Hotlines } from './hotlines.js'
import {
  changeNeed,
  closeNeed,
  moveNeed,
  type Need,
  type NeedChange,
  type NeedDraft,
  newNeed,
} from './model.js'
import { resolveNeed } from './references.js'
import { needDraft } from './schema.js'
import { decideUrgency, type Urgency, type UrgencySigns } from './urgency.js'

export interface NeedsDeps extends UnitDeps, Reference {
  readonly search: SearchIndex
  /** What the words of a text say about urgency; undefined when nothing presses. Asked for every need that is written. */
  readonly detectUrgency: (text: string) => UrgencySigns | undefined
  readonly hotlines: Hotlines
  /** Whether referrals of this need are kept; it cannot be removed then. */
  readonly hasReferrals: (tx: Transaction, of: { readonly needId: string }) => Promise<boolean>
}

export type CreatedNeed = Need & {
  readonly likelyDuplicates: readonly Duplicate[]
  /** Whom to call now; empty unless it is a crisis. */
  readonly hotlines: readonly Hotline[]
}

/** The use cases around needs, and the only writer of them. */
export interface Needs {
  readonly records: Records<Need>
  /** Keeps the need, whatever it may be a duplicate of. @throws Invalid; Conflict `key.taken` for an external id in use */
  create(draft: NeedDraft, actor: Actor): Promise<CreatedNeed>
  /** What `create` gave, as it is now. @throws NotFound */
  recall(id: string): Promise<CreatedNeed>
  /** @throws Invalid `urgency.lowering`, and as `create` does */
  amend(id: string, revision: number, change: NeedChange, actor: Actor): Promise<Need>
  /** @throws Conflict `state.refused` while it has referrals */
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
  /** @throws Invalid when the urgency falls and no reason is given; Conflict `state.refused` when it is that already */
  setUrgency(
    id: string,
    revision: number,
    to: Urgency,
    reason: string | undefined,
    actor: Actor,
  ): Promise<Need>
  /** Whom to call now; empty unless it is a crisis. @throws NotFound */
  hotlinesOf(id: string): Promise<readonly Hotline[]>
  /** Needs of the same region and the last 30 days, the newest 500 of them, that say nearly the same. */
  findDuplicates(draft: Pick<NeedChange, 'region' | 'text'>): Promise<Duplicate[]>
  getRaw(id: string): Promise<RawDocument>
  list(filters: NeedFilters, options: FindOptions): Promise<Need[]>
  search(filters: NeedFilters, query: Omit<SearchQuery, 'filters'>): Promise<Found<Need>>
  importMany(rows: readonly ImportRow[], actor: Actor, options: ImportOptions): Promise<ImportedRow[]>
}

const mostCompared = 500

export function createNeeds(deps: NeedsDeps): Needs {
  const { search, clock, detectUrgency, hotlines } = deps
  const records = new Records(needKind, deps)

  const resolved = <C extends NeedChange>(draft: C): C => {
    const answer = resolveNeed(draft, deps)
    if ('errors' in answer) throw new Invalid(answer.errors)
    return answer.draft
  }
  const duplicatesOf = async ({
    region,
    text,
  }: Pick<NeedChange, 'region' | 'text'>): Promise<Duplicate[]> => {
    // The store and not the search index: that lags behind, and what comes twice often comes at once.
    const since = new Date(clock.now().getTime() - duplicateDays * 86_400_000).toISOString()
    const filter = { region, createdAt: { $gte: since } }
    return likelyDuplicates(text, await records.find(filter, { sort: needSort, limit: mostCompared }))
  }
  const rules = {
    schema: needDraft,
    make: (draft: NeedDraft) => newNeed(draft, detectUrgency(draft.text)),
    change: (before: Need, { state: _, ...change }: NeedDraft) => changed(before, change, detectUrgency),
    resolve: async (rows: readonly ImportDraft<Need, NeedDraft>[]): Promise<Resolved<NeedDraft>[]> =>
      rows.map(({ draft }) => resolveNeed(draft, deps)),
  }

  return {
    records,
    async create(draft, actor) {
      const need = newNeed(resolved(draft), detectUrgency(draft.text))
      const duplicates = await duplicatesOf(draft)
      const made = await records.create(need, actor)
      return { ...made, likelyDuplicates: duplicates, hotlines: hotlines.of(made) }
    },
    async recall(id) {
      const need = await records.get(id)
      const duplicates = await duplicatesOf(need)
      const others = duplicates.filter((duplicate) => duplicate.id !== id)
      return { ...need, likelyDuplicates: others, hotlines: hotlines.of(need) }
    },
    async amend(id, revision, change, actor) {
      const next = resolved(change)
      return records.amend(id, revision, actor, (before) => changed(before, next, detectUrgency))
    },
    async remove(id, revision, actor) {
      // A referral that is opened at the same time writes the need, which this transaction removes.
      await records.remove(id, revision, actor, async (tx) => {
        if (await deps.hasReferrals(tx, { needId: id })) {
          throw new Conflict('state.refused', 'it has referrals')
        }
      })
    },
    move: (id, revision, to, reason, actor) =>
      records.amend(id, revision, actor, (before) => moveNeed(before, to, reason), to, reason),
    close: (id, revision, reason, actor) =>
      records.amend(id, revision, actor, (before) => closeNeed(before, reason), 'close', reason),
    setUrgency(id, revision, to, reason, actor) {
      const decision = { reason, by: actor.id, at: clock.now().toISOString() }
      const decide = (before: Need): Need => ({
        ...before,
        urgency: decideUrgency(before.urgency, to, decision),
      })
      return records.amend(id, revision, actor, decide, 'urgency', reason)
    },
    hotlinesOf: async (id) => hotlines.of(await records.get(id)),
    async findDuplicates(draft) {
      const errors = unknownRegion(deps.regions, 'region', draft.region)
      if (errors.length) throw new Invalid(errors)
      return duplicatesOf(draft)
    },
    getRaw: (id) => records.getRaw(id),
    async list(filters, options) {
      assertKnown(filters, deps)
      return records.find(storeFilter(filters, deps), options)
    },
    async search(filters, query) {
      assertKnown(filters, deps)
      const asked = { ...query, filters: searchFilter(filters, deps) }
      return searchRecords(records, search, asked, { filter: storeFilter(filters, deps), sort: needSort })
    },
    importMany: (rows, actor, options) => importRecords(records, rules, rows, actor, options),
  }
}

/** The words of a text that stays have been looked at already, by the rules of the day. */
function changed(before: Need, change: NeedChange, detectUrgency: NeedsDeps['detectUrgency']): Need {
  return changeNeed(before, change, before.text === change.text ? undefined : detectUrgency(change.text))
}

function assertKnown({ region, category }: NeedFilters, { regions, taxonomy }: Reference): void {
  const errors = [
    ...unknownRegion(regions, 'region', region),
    ...unknownTerm(taxonomy.services, 'category', category, 'category.unknown'),
  ]
  if (errors.length) throw new Invalid(errors)
}
