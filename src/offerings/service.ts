import { actsFor, reaches } from '../access/index.js'
import {
  mayServe,
  type Organization,
  type Organizations,
  organizationsCollection,
} from '../organizations/index.js'
import type { Actor } from '../platform/actor.js'
import { Conflict, Forbidden, Invalid } from '../platform/errors.js'
import {
  assertChangeable,
  assertMayKey,
  everything,
  type Found,
  type Guard,
  type ImportDraft,
  type ImportedRow,
  type ImportOptions,
  type ImportRow,
  importRecords,
  Records,
  type Resolved,
  searchRecords,
  type UnitDeps,
  unitOfWork,
} from '../platform/records/index.js'
import type { SearchIndex, SearchQuery } from '../platform/search/index.js'
import type { FindOptions, RawDocument, Reader, Transaction } from '../platform/store/index.js'
import { unknownRegion } from '../regions/index.js'
import { unknownTerm } from '../taxonomy/index.js'
import { offeringKind, offeringSort, offeringsCollection } from './collection.js'
import { type OfferingFilters, type Reference, searchFilter, storeFilter } from './filters.js'
import {
  changeOffering,
  confirmOffering,
  moveOffering,
  newOffering,
  type Offering,
  type OfferingChange,
  type OfferingDraft,
  type OfferingState,
  restateCapacity,
} from './model.js'
import { offeringReach } from './reach.js'
import { organizationErrors, resolveOffering } from './references.js'
import { offeringDraft } from './schema.js'

export interface OfferingsDeps extends UnitDeps, Reference {
  readonly search: SearchIndex
  readonly organizations: Pick<Organizations, 'getMany'>
  /** Whether referrals to this offering are kept; it cannot be removed then. */
  readonly hasReferrals: (tx: Transaction, of: { readonly offeringId: string }) => Promise<boolean>
}

/** The use cases around offerings, and the only writer of them. */
export interface Offerings {
  readonly records: Records<Offering>
  /** @throws Invalid; Conflict `key.taken` for an external id in use */
  create(draft: OfferingDraft, actor: Actor): Promise<Offering>
  amend(id: string, revision: number, change: OfferingChange, actor: Actor): Promise<Offering>
  /** @throws Conflict `state.refused` while it has referrals */
  remove(id: string, revision: number, actor: Actor): Promise<void>
  /**
   * Publishes, pauses or closes.
   * @throws Conflict `state.refused` when the state does not allow it, or when it is to be published and its
   * organisation is neither active nor warned
   */
  move(id: string, revision: number, to: OfferingState, actor: Actor): Promise<Offering>
  /** Says that all of it still holds. */
  confirm(id: string, revision: number, actor: Actor): Promise<Offering>
  /** Says how many places a month there are now, and that the rest holds. @throws Conflict `state.refused` */
  restateCapacity(id: string, perMonth: number, actor: Actor): Promise<Offering>
  getRaw(id: string, actor: Actor): Promise<RawDocument>
  /** @throws NotFound */
  getShown(id: string, actor: Actor): Promise<Offering>
  /** That the actor may write for it. @throws NotFound, Forbidden */
  assertOwn(id: string, actor: Actor): Promise<void>
  list(filters: OfferingFilters, options: FindOptions, actor: Actor): Promise<Offering[]>
  search(
    filters: OfferingFilters,
    query: Omit<SearchQuery, 'filters'>,
    actor: Actor,
  ): Promise<Found<Offering>>
  importMany(rows: readonly ImportRow[], actor: Actor, options: ImportOptions): Promise<ImportedRow[]>
}

/** Whether offerings of this organisation are kept, in whatever state. */
export async function hasOfferings(tx: Transaction, organizationId: string): Promise<boolean> {
  return (await tx.find(offeringsCollection, { organizationId }, { limit: 1 })).length > 0
}

export function createOfferings(deps: OfferingsDeps): Offerings {
  const { search, organizations, clock } = deps
  const records = new Records(offeringKind, deps)
  const now = () => clock.now().toISOString()

  const organizationsOf = async (drafts: readonly OfferingChange[]): Promise<Map<string, Organization>> => {
    const found = await organizations.getMany([...new Set(drafts.map((draft) => draft.organizationId))])
    return new Map(found.map((organization) => [organization.id, organization]))
  }
  const resolved = async <C extends OfferingChange>(draft: C, publishing: boolean): Promise<C> => {
    const known = await organizationsOf([draft])
    const answer = resolveOffering(draft, known.get(draft.organizationId), publishing, deps)
    if ('errors' in answer) throw new Invalid(answer.errors)
    return answer.draft
  }
  /** Whether the actor may write for an organisation; staff of a street for those at home in it, once they are found. */
  const isInCharge = (actor: Actor, id: string, found: Organization | undefined): boolean =>
    isOwn(actor, id) &&
    (actor.role !== 'street' || found === undefined || reaches(actor, found.homeRegion, deps.regions))
  /** That the actor may write for these organisations. @throws Forbidden */
  const assertInCharge = async (tx: Reader, actor: Actor, ids: readonly string[]): Promise<void> => {
    assertOwn(actor, ids)
    if (actor.role !== 'street') return
    const found = await tx.getMany(organizationsCollection, ids)
    if (found.some((organization) => !isInCharge(actor, organization.id, organization))) throw notInCharge()
  }
  /** That the actor may change this offering, and give it to `next`. @throws NotFound, Forbidden */
  const assertOwned = async (tx: Reader, id: string, actor: Actor, next?: string): Promise<void> => {
    const reach = offeringReach(actor)
    if (reach === everything) return
    const offering = await tx.get(offeringsCollection, id)
    assertChangeable(offeringKind, id, offering, reach)
    await assertInCharge(tx, actor, [offering.organizationId, next ?? offering.organizationId])
  }
  const changeable =
    (id: string, actor: Actor): Guard =>
    (tx) =>
      assertOwned(tx, id, actor)
  const rulesFor = (actor: Actor) => ({
    schema: offeringDraft,
    make: (draft: OfferingDraft) => newOffering(draft, now()),
    change: (before: Offering, { state: _, ...change }: OfferingDraft) => changeOffering(before, change),
    resolve: async (
      rows: readonly ImportDraft<Offering, OfferingDraft>[],
    ): Promise<Resolved<OfferingDraft>[]> => {
      const known = await organizationsOf(
        rows.flatMap(({ draft, before }) => (before ? [draft, before] : [draft])),
      )
      return rows.map(({ draft, before }) => {
        const publishing = !before && draft.state === 'published'
        const organization = known.get(draft.organizationId)
        const owners = [draft.organizationId, ...(before ? [before.organizationId] : [])]
        if (!owners.every((id) => isInCharge(actor, id, known.get(id))))
          return { errors: [{ field: 'organizationId', code: 'organization.beyond' }] }
        return resolveOffering(draft, organization, publishing, deps)
      })
    },
    guard: async (tx: Transaction, rows: readonly ImportDraft<Offering, OfferingDraft>[]): Promise<void> => {
      const ids = new Set(rows.map(({ draft }) => draft.organizationId))
      const known = new Map((await tx.lock(organizationsCollection, [...ids])).map((each) => [each.id, each]))
      for (const { draft, before } of rows) {
        const publishing = !before && draft.state === 'published'
        const [wrong] = organizationErrors(known.get(draft.organizationId), publishing)
        if (wrong) throw new Conflict('state.refused', wrong.code, wrong.field)
        if (!isInCharge(actor, draft.organizationId, known.get(draft.organizationId)))
          throw new Conflict('state.refused', 'organization.beyond', 'organizationId')
      }
    },
  })

  return {
    records,
    async create(draft, actor) {
      const { organizationId } = draft
      assertOwn(actor, [organizationId])
      assertMayKey(offeringReach(actor), draft)
      const publishing = draft.state === 'published'
      const offering = newOffering(await resolved(draft, publishing), now())
      return records.create(offering, actor, async (tx) => {
        await assertInCharge(tx, actor, [organizationId])
        await assertServes(tx, organizationId, publishing)
      })
    },
    async amend(id, revision, change, actor) {
      const { organizationId } = change
      const reach = offeringReach(actor)
      const before = await records.seen(id, reach)
      assertOwn(actor, [before.organizationId, organizationId])
      assertMayKey(reach, change, before)
      const moves = before.state === 'published' && before.organizationId !== organizationId
      const next = await resolved(change, moves)
      const apply = (offering: Offering) => changeOffering(offering, next)
      return records.amend(id, revision, actor, apply, 'amend', undefined, async (tx) => {
        await assertOwned(tx, id, actor, organizationId)
        await assertServes(tx, organizationId, moves)
      })
    },
    async remove(id, revision, actor) {
      // A referral that is opened at the same time locks the offering, which this transaction removes.
      await records.remove(id, revision, actor, async (tx) => {
        await assertOwned(tx, id, actor)
        if (await deps.hasReferrals(tx, { offeringId: id })) {
          throw new Conflict('state.refused', 'it has referrals')
        }
      })
    },
    async move(id, revision, to, actor) {
      const guard = changeable(id, actor)
      const change = (before: Offering) => moveOffering(before, to, now())
      if (to !== 'published') return records.amend(id, revision, actor, change, to, undefined, guard)
      // The revision holds the offering to the organisation that it names now.
      const { organizationId } = await records.seen(id, offeringReach(actor))
      return records.amend(id, revision, actor, change, to, undefined, async (tx) => {
        await guard(tx)
        const [organization] = await tx.lock(organizationsCollection, [organizationId])
        if (!organization || !mayServe(organization)) {
          throw new Conflict('state.refused', `organization standing: ${organization?.standing ?? 'unknown'}`)
        }
      })
    },
    confirm(id, revision, actor) {
      const change = (before: Offering) => confirmOffering(before, now())
      return records.amend(id, revision, actor, change, 'confirm', undefined, changeable(id, actor))
    },
    restateCapacity: (id, perMonth, actor) =>
      unitOfWork(deps, actor, async (unit) => {
        await assertOwned(unit.tx, id, actor)
        return unit.amend(
          offeringKind,
          { id, revision: undefined, change: (before) => restateCapacity(before, perMonth, unit.at) },
          { action: 'capacity' },
        )
      }),
    getShown: (id, actor) => records.seen(id, offeringReach(actor)),
    assertOwn: (id, actor) => assertOwned(deps.store, id, actor),
    getRaw: (id, actor) => records.seenRaw(id, offeringReach(actor)),
    async list(filters, options, actor) {
      assertKnown(filters, deps)
      return records.list(offeringReach(actor), storeFilter(filters, deps), options)
    },
    async search(filters, query, actor) {
      assertKnown(filters, deps)
      const asked = { ...query, filters: searchFilter(filters, deps) }
      const listing = { filter: storeFilter(filters, deps), sort: offeringSort }
      return searchRecords(records, search, asked, listing, offeringReach(actor))
    },
    importMany: (rows, actor, options) => importRecords(records, rulesFor(actor), rows, actor, options),
  }
}

/** That the organisation is still there and, where that matters, in good standing. */
async function assertServes(tx: Transaction, organizationId: string, publishing: boolean): Promise<void> {
  const [organization] = await tx.lock(organizationsCollection, [organizationId])
  const errors = organizationErrors(organization, publishing)
  if (errors.length) throw new Invalid(errors)
}

const notInCharge = () => new Forbidden('offerings.write')

/** Organisations write for themselves, whichever other they name and whether it exists. @throws Forbidden */
function assertOwn(actor: Actor, organizationIds: readonly string[]): void {
  if (!organizationIds.every((id) => isOwn(actor, id))) throw notInCharge()
}

function isOwn(actor: Actor, organizationId: string): boolean {
  const isStaff = actor.role === 'system' || actor.role === 'district' || actor.role === 'street'
  return isStaff || actsFor(actor, organizationId)
}

function assertKnown({ category, group, region }: OfferingFilters, { regions, taxonomy }: Reference): void {
  const errors = [
    ...unknownTerm(taxonomy.services, 'category', category, 'category.unknown'),
    ...unknownTerm(taxonomy.groups, 'group', group, 'group.unknown'),
    ...unknownRegion(regions, 'region', region),
  ]
  if (errors.length) throw new Invalid(errors)
}
