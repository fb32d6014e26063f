import { reaches } from '../access/index.js'
import type { Actor } from '../platform/actor.js'
import { Conflict, type FieldError, Forbidden, Invalid } from '../platform/errors.js'
import type { NamesOf } from '../platform/http/list-file.js'
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
import { type Regions, unknownRegion } from '../regions/index.js'
import { organizationKind, organizationSort } from './collection.js'
import { type OrganizationFilters, searchFilter, storeFilter } from './filters.js'
import {
  changeOrganization,
  changeOwnOrganization,
  type Organization,
  type OrganizationChange,
  type OrganizationDraft,
  organizationErrors,
  type Standing,
  setStanding,
} from './model.js'
import { organizationReach } from './reach.js'
import { organizationDraft } from './schema.js'

export interface OrganizationsDeps extends UnitDeps {
  readonly search: SearchIndex
  readonly regions: Regions
  /** Whether offerings of this organisation are kept; it cannot be removed then. */
  readonly hasOfferings: (tx: Transaction, organizationId: string) => Promise<boolean>
  /** Whether it has reported any work; the same. */
  readonly hasServiceRecords: (tx: Transaction, organizationId: string) => Promise<boolean>
}

/** The use cases around organisations, and the only writer of them. */
export interface Organizations {
  readonly records: Records<Organization>
  /** @throws Invalid; Conflict `key.taken` for a credit code, filing number or external id in use */
  create(draft: OrganizationDraft, actor: Actor): Promise<Organization>
  amend(id: string, revision: number, change: OrganizationChange, actor: Actor): Promise<Organization>
  /** @throws Conflict `state.refused` while it has offerings */
  remove(id: string, revision: number, actor: Actor): Promise<void>
  setStanding(id: string, revision: number, to: Standing, reason: string, actor: Actor): Promise<Organization>
  getRaw(id: string, actor: Actor): Promise<RawDocument>
  /** Those that exist, in the order of `ids`, whoever may see them; at most 10,000. */
  getMany(ids: readonly string[]): Promise<Organization[]>
  /** What they are called, by id, whoever may see them. */
  readonly namesOf: NamesOf
  list(filters: OrganizationFilters, options: FindOptions, actor: Actor): Promise<Organization[]>
  search(
    filters: OrganizationFilters,
    query: Omit<SearchQuery, 'filters'>,
    actor: Actor,
  ): Promise<Found<Organization>>
  importMany(rows: readonly ImportRow[], actor: Actor, options: ImportOptions): Promise<ImportedRow[]>
}

export function createOrganizations(deps: OrganizationsDeps): Organizations {
  const { regions, search } = deps
  const records = new Records(organizationKind, deps)
  const reachOf = (actor: Actor) => organizationReach(actor, regions)

  const errorsOf = (change: OrganizationChange): FieldError[] => [
    ...organizationErrors(change),
    ...unknownRegion(regions, 'homeRegion', change.homeRegion),
  ]
  const assertGood = (change: OrganizationChange) => {
    const errors = errorsOf(change)
    if (errors.length) throw new Invalid(errors)
  }
  const assertInCharge = ({ homeRegion }: OrganizationChange, actor: Actor) => {
    if (!reaches(actor, homeRegion, regions)) throw new Forbidden('organizations.write')
  }
  const assertKnown = ({ region }: OrganizationFilters) => {
    const errors = unknownRegion(regions, 'region', region)
    if (errors.length) throw new Invalid(errors)
  }
  const rules = {
    schema: organizationDraft,
    make: (draft: OrganizationDraft) => draft,
    change: (before: Organization, { standing: _, ...change }: OrganizationDraft) =>
      changeOrganization(before, change),
    resolve: async (
      rows: readonly ImportDraft<Organization, OrganizationDraft>[],
    ): Promise<Resolved<OrganizationDraft>[]> => {
      const drafts = rows.map(({ draft }) => draft)
      const owners = await keyOwners(records, drafts)
      return drafts.map((draft) => {
        const errors = [...errorsOf(draft), ...takenKeys(draft, owners)]
        return errors.length ? { errors } : { draft }
      })
    },
  }

  return {
    records,
    async create(draft, actor) {
      assertGood(draft)
      assertInCharge(draft, actor)
      return records.create(draft, actor)
    },
    async amend(id, revision, change, actor) {
      const guard = records.changeable(id, reachOf(actor))
      assertGood(change)
      const own = actor.role === 'org-manager'
      if (!own) assertInCharge(change, actor)
      const apply = own ? changeOwnOrganization : changeOrganization
      return records.amend(id, revision, actor, (before) => apply(before, change), 'amend', undefined, guard)
    },
    async remove(id, revision, actor) {
      const changeable = records.changeable(id, reachOf(actor))
      // An offering that is entered at the same time locks the organisation, which this transaction removes.
      await records.remove(id, revision, actor, async (tx) => {
        await changeable?.(tx)
        if (await deps.hasOfferings(tx, id)) throw new Conflict('state.refused', 'it has offerings')
        if (await deps.hasServiceRecords(tx, id))
          throw new Conflict('state.refused', 'it has service records')
      })
    },
    setStanding: (id, revision, to, reason, actor) =>
      records.amend(id, revision, actor, (before) => setStanding(before, to), 'standing', reason),
    getRaw: (id, actor) => records.seenRaw(id, reachOf(actor)),
    getMany: (ids) => records.getMany(ids),
    namesOf: async (ids) => new Map((await records.getMany(ids)).map(({ id, name }) => [id, name])),
    async list(filters, options, actor) {
      assertKnown(filters)
      return records.list(reachOf(actor), storeFilter(filters, regions), options)
    },
    async search(filters, query, actor) {
      assertKnown(filters)
      const asked = { ...query, filters: searchFilter(filters, regions) }
      const listing = { filter: storeFilter(filters, regions), sort: organizationSort }
      return searchRecords(records, search, asked, listing, reachOf(actor))
    },
    importMany: (rows, actor, options) => importRecords(records, rules, rows, actor, options),
  }
}

/** Which external id holds a credit code or filing number now, so that a trial run sees what would be refused. */
type KeyOwners = ReadonlyMap<string, string | undefined>

const keyOf = ({ track }: Pick<Organization, 'track'>) =>
  track.kind === 'registered' ? track.creditCode : track.filingNumber

async function keyOwners(
  records: Records<Organization>,
  drafts: readonly OrganizationDraft[],
): Promise<KeyOwners> {
  const owners = new Map<string, string | undefined>()
  for (const [kind, field] of [
    ['registered', 'track.creditCode'],
    ['filed', 'track.filingNumber'],
  ] as const) {
    const keys = drafts.filter(({ track }) => track.kind === kind).map(keyOf)
    const found = keys.length ? await records.find({ [field]: { $in: keys } }, { limit: keys.length }) : []
    for (const organization of found) owners.set(keyOf(organization), organization.externalId)
  }
  return owners
}

function takenKeys(draft: OrganizationDraft, owners: KeyOwners): FieldError[] {
  const key = keyOf(draft)
  if (!owners.has(key) || owners.get(key) === draft.externalId) return []
  return [
    {
      field: draft.track.kind === 'registered' ? 'track.creditCode' : 'track.filingNumber',
      code: 'key.taken',
    },
  ]
}
