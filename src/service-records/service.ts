import { actsFor, placeScope } from '../access/index.js'
import type { Actor } from '../platform/actor.js'
import { type FieldError, Invalid, NotFound } from '../platform/errors.js'
import {
  type Birth,
  both,
  dayOf,
  type ImportedRow,
  type ImportOptions,
  type ImportRow,
  importRecords,
  type UnitDeps,
} from '../platform/records/index.js'
import type { FindOptions, Reader, Transaction } from '../platform/store/index.js'
import { mask } from '../privacy/index.js'
import { serviceRecordKind, serviceRecordsCollection } from './collection.js'
import { assertAt, Entries } from './entries.js'
import { type Reference, type ServiceRecordFilters, storeFilter } from './filters.js'
import { importTarget, serviceRecordRules } from './importing.js'
import { correct, newServiceRecord, type ServiceRecord, type ServiceRecordChange } from './model.js'
import type { MonthGates } from './month-gates.js'
import { draftErrors, filterErrors } from './references.js'
import { isInScope } from './scope.js'
import { type EarlierState, earlierStates, serviceRecordVersions } from './versions.js'

export interface ServiceRecordsDeps extends UnitDeps, Reference {
  /** What is wrong with referrals that work is said to be done for, in their order: not there, another organisation's, not running. */
  readonly referralErrors: (
    reader: Pick<Reader, 'getMany'>,
    works: readonly { readonly referralId: string; readonly organizationId: string }[],
  ) => Promise<readonly (readonly FieldError[])[]>
  /** Keeps the organisation as it is until the transaction ends. @throws Invalid `organization.unknown` */
  readonly lockOrganization: (tx: Transaction, id: string) => Promise<void>
}

/** The use cases around service records. */
export interface ServiceRecords {
  /** Past the drafts and their scope, for the demo; at most 500 at once. */
  enterMany(births: readonly Birth<ServiceRecord>[], actor: Actor, action: string): Promise<ServiceRecord[]>
  /** Those of the ids that are there, whoever asks; at most 1,000. */
  existing(ids: readonly string[]): Promise<ServiceRecord[]>
  /** @throws Invalid for what is wrong, another's organisation, and a month that is closed */
  create(draft: ServiceRecordChange, actor: Actor): Promise<ServiceRecord>
  /** The state before stays readable. @throws NotFound outside the scope; Conflict `revision.stale`; as `create` */
  correct(
    id: string,
    revision: number,
    change: ServiceRecordChange,
    reason: string,
    actor: Actor,
  ): Promise<ServiceRecord>
  /** @throws as `correct` */
  remove(id: string, revision: number, reason: string, actor: Actor): Promise<void>
  /** @throws NotFound, also outside the scope */
  get(id: string, actor: Actor): Promise<ServiceRecord>
  /** The states before, newest first, also of a record that was removed. @throws NotFound */
  versions(id: string, actor: Actor): Promise<EarlierState[]>
  list(filters: ServiceRecordFilters, options: FindOptions, actor: Actor): Promise<ServiceRecord[]>
  /** Rows of the actor's own organisation; what is there stays as it is, for a correction needs a reason. */
  importMany(rows: readonly ImportRow[], actor: Actor, options: ImportOptions): Promise<ImportedRow[]>
}

/** More corrections of one record than anybody reads. */
const mostVersions = 1_000

/** For whoever removes an organisation, which has locked it. */
export async function hasServiceRecords(tx: Transaction, organizationId: string): Promise<boolean> {
  return (await tx.find(serviceRecordsCollection, { organizationId }, { limit: 1 })).length > 0
}

export function createServiceRecords(deps: ServiceRecordsDeps, gates: MonthGates): ServiceRecords {
  const { store, clock, regions, taxonomy } = deps
  const entries = new Entries(deps, gates)
  const inScope = async (id: string, actor: Actor): Promise<ServiceRecord> => {
    const record = await store.get(serviceRecordsCollection, id)
    if (!record || !isInScope(actor, record, regions)) throw new NotFound(serviceRecordKind.name, id)
    return record
  }
  const wrongIn = (draft: ServiceRecordChange, actor: Actor): FieldError[] => {
    const isTheirs = actor.role === 'system' || actsFor(actor, draft.organizationId)
    return [
      ...draftErrors(draft, dayOf(clock.now().toISOString()), deps),
      ...(isTheirs ? [] : [{ field: 'organizationId', code: 'organization.unknown' }]),
    ]
  }
  /** A draft as it is kept. */
  const kept = <C extends ServiceRecordChange>(draft: C): C => {
    const { notes } = draft
    const category = taxonomy.services.resolve(draft.category) ?? draft.category
    return { ...draft, category, ...(notes === undefined ? {} : { notes: mask(notes).text }) }
  }
  const settled = (draft: ServiceRecordChange, actor: Actor): ServiceRecordChange => {
    const errors = wrongIn(draft, actor)
    if (errors.length) throw new Invalid(errors)
    return kept(draft)
  }
  const assertReferral = async (tx: Transaction, { referralId, organizationId }: ServiceRecordChange) => {
    if (referralId === undefined) return
    const errors = (await deps.referralErrors(tx, [{ referralId, organizationId }])).flat()
    if (errors.length) throw new Invalid(errors)
  }

  return {
    existing: (ids) => store.getMany(serviceRecordsCollection, ids),
    enterMany: (births, actor, action) => entries.enter(births, actor, action),
    async create(draft, actor) {
      const change = settled(draft, actor)
      const births = [{ fields: newServiceRecord(change) }]
      const [record] = await entries.enter(births, actor, 'create', async ({ tx }) => {
        await deps.lockOrganization(tx, change.organizationId)
        await assertReferral(tx, change)
      })
      return record as ServiceRecord
    },
    async correct(id, revision, change, said, actor) {
      const reason = mask(said).text
      const before = assertAt(await inScope(id, actor), id, revision)
      const after = correct(before, settled(change, actor))
      const isNewReferral = after.referralId !== before.referralId
      return entries.replace(before, after, actor, { action: 'correct', reason }, async ({ tx }) => {
        if (isNewReferral) await assertReferral(tx, after)
      })
    },
    async remove(id, revision, said, actor) {
      await entries.remove(assertAt(await inScope(id, actor), id, revision), mask(said).text, actor)
    },
    get: inScope,
    async versions(id, actor) {
      const sort = { field: 'number', direction: 'desc' } as const
      const [now, versions] = await Promise.all([
        store.get(serviceRecordsCollection, id),
        store.find(serviceRecordVersions, { record: id }, { sort, limit: mostVersions }),
      ])
      const latest = now ?? versions[0]?.state
      if (!latest || !isInScope(actor, latest, regions)) throw new NotFound(serviceRecordKind.name, id)
      return earlierStates(versions, now)
    },
    async list(filters, options, actor) {
      const errors = filterErrors(filters, deps)
      if (errors.length) throw new Invalid(errors)
      const filter = both(placeScope(actor, regions), storeFilter(filters, deps))
      return store.find(serviceRecordsCollection, filter, options)
    },
    importMany(rows, actor, options) {
      const rules = serviceRecordRules({ ...deps, wrongIn: (draft) => wrongIn(draft, actor), kept })
      return importRecords(importTarget(store, entries), rules, rows, actor, options)
    },
  }
}
