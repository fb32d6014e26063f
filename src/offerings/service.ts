import { mayServe, type Organization, type Organizations } from '../organizations/index.js'
import { Conflict, Invalid } from '../platform/errors.js'
import {
  type Actor,
  type Found,
  type ImportDraft,
  type ImportedRow,
  type ImportOptions,
  type ImportRow,
  importRecords,
  Records,
  type RecordsDeps,
  type Resolved,
  searchRecords,
} from '../platform/records/index.js'
import type { SearchIndex, SearchQuery } from '../platform/search/index.js'
import type { FindOptions, RawDocument } from '../platform/store/index.js'
import { unknownRegion } from '../regions/index.js'
import { unknownTerm } from '../taxonomy/index.js'
import { offeringKind } from './collection.js'
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
} from './model.js'
import { resolveOffering } from './references.js'
import { offeringDraft } from './schema.js'

export interface OfferingsDeps extends RecordsDeps, Reference {
  readonly search: SearchIndex
  readonly organizations: Pick<Organizations, 'getMany'>
}

/** The use cases around offerings, and the only writer of them. */
export interface Offerings {
  readonly records: Records<Offering>
  /** @throws Invalid; Conflict `key.taken` for an external id in use */
  create(draft: OfferingDraft, actor: Actor): Promise<Offering>
  amend(id: string, revision: number, change: OfferingChange, actor: Actor): Promise<Offering>
  remove(id: string, revision: number, actor: Actor): Promise<void>
  /**
   * Publishes, pauses or closes.
   * @throws Conflict `state.refused` when the state does not allow it, or when it is to be published and its
   * organisation is neither active nor warned
   */
  move(id: string, revision: number, to: OfferingState, actor: Actor): Promise<Offering>
  /** Says that all of it still holds. */
  confirm(id: string, revision: number, actor: Actor): Promise<Offering>
  getRaw(id: string): Promise<RawDocument>
  /** Whether offerings of this organisation are kept, in whatever state. */
  hasOfferings(organizationId: string): Promise<boolean>
  list(filters: OfferingFilters, options: FindOptions): Promise<Offering[]>
  search(filters: OfferingFilters, query: Omit<SearchQuery, 'filters'>): Promise<Found<Offering>>
  importMany(rows: readonly ImportRow[], actor: Actor, options: ImportOptions): Promise<ImportedRow[]>
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
  const rules = {
    schema: offeringDraft,
    make: (draft: OfferingDraft) => newOffering(draft, now()),
    change: (before: Offering, { state: _, ...change }: OfferingDraft) => changeOffering(before, change),
    resolve: async (
      rows: readonly ImportDraft<Offering, OfferingDraft>[],
    ): Promise<Resolved<OfferingDraft>[]> => {
      const known = await organizationsOf(rows.map(({ draft }) => draft))
      return rows.map(({ draft, before }) => {
        const publishing = !before && draft.state === 'published'
        return resolveOffering(draft, known.get(draft.organizationId), publishing, deps)
      })
    },
  }

  return {
    records,
    async create(draft, actor) {
      return records.create(newOffering(await resolved(draft, draft.state === 'published'), now()), actor)
    },
    async amend(id, revision, change, actor) {
      const before = await records.get(id)
      const moves = before.state === 'published' && before.organizationId !== change.organizationId
      const next = await resolved(change, moves)
      return records.amend(id, revision, actor, (before) => changeOffering(before, next))
    },
    remove: (id, revision, actor) => records.remove(id, revision, actor),
    async move(id, revision, to, actor) {
      if (to === 'published') {
        const [organization] = await organizations.getMany([(await records.get(id)).organizationId])
        if (!organization || !mayServe(organization)) {
          throw new Conflict('state.refused', `organization standing: ${organization?.standing ?? 'unknown'}`)
        }
      }
      return records.amend(id, revision, actor, (before) => moveOffering(before, to, now()), to)
    },
    confirm: (id, revision, actor) =>
      records.amend(id, revision, actor, (before) => confirmOffering(before, now()), 'confirm'),
    getRaw: (id) => records.getRaw(id),
    async hasOfferings(organizationId) {
      return (await records.find({ organizationId }, { limit: 1 })).length > 0
    },
    async list(filters, options) {
      assertKnown(filters, deps)
      return records.find(storeFilter(filters, deps), options)
    },
    async search(filters, query) {
      assertKnown(filters, deps)
      return searchRecords(records, search, { ...query, filters: searchFilter(filters, deps) })
    },
    importMany: (rows, actor, options) => importRecords(records, rules, rows, actor, options),
  }
}

function assertKnown({ category, group, region }: OfferingFilters, { regions, taxonomy }: Reference): void {
  const errors = [
    ...unknownTerm(taxonomy.services, 'category', category, 'category.unknown'),
    ...unknownTerm(taxonomy.groups, 'group', group, 'group.unknown'),
    ...unknownRegion(regions, 'region', region),
  ]
  if (errors.length) throw new Invalid(errors)
}
