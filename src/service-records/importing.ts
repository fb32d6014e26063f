import { Conflict, type FieldError, Invalid } from '../platform/errors.js'
import type { ImportRules, ImportTarget, Resolved } from '../platform/records/index.js'
import type { DocumentStore } from '../platform/store/index.js'
import { closedMonths } from './closings.js'
import { serviceRecordsCollection } from './collection.js'
import type { Entries } from './entries.js'
import { monthOf, newServiceRecord, type ServiceRecord, type ServiceRecordRow } from './model.js'
import { serviceRecordRow } from './schema.js'
import type { ServiceRecordsDeps } from './service.js'

export interface ServiceImportParts
  extends Pick<ServiceRecordsDeps, 'store' | 'regions' | 'referralErrors' | 'lockOrganization'> {
  /** What is wrong with it by itself, and whether the sender may enter it. */
  wrongIn(draft: ServiceRecordRow): readonly FieldError[]
  /** As it is kept: with the present id of its category, its notes masked. */
  kept(draft: ServiceRecordRow): ServiceRecordRow
}

/** How rows become service records. A row that is known is left alone: what was entered is corrected with a reason. */
export function serviceRecordRules(parts: ServiceImportParts): ImportRules<ServiceRecord, ServiceRecordRow> {
  const { store, regions, referralErrors, lockOrganization, wrongIn, kept } = parts
  const ofReferrals = async (reader: Pick<DocumentStore, 'getMany'>, drafts: readonly ServiceRecordRow[]) => {
    const done = drafts.flatMap(({ referralId, organizationId }) =>
      referralId === undefined ? [] : { referralId, organizationId },
    )
    const errors = await referralErrors(reader, done)
    let at = 0
    return drafts.map(({ referralId }) => (referralId === undefined ? [] : (errors[at++] ?? [])))
  }
  return {
    schema: serviceRecordRow,
    async resolve(rows) {
      const drafts = rows.map(({ draft }) => draft)
      const closed = await closedMonths(store, drafts.map(placeOf), regions)
      const referrals = await ofReferrals(store, drafts)
      return rows.map(({ draft, before }, at): Resolved<ServiceRecordRow> => {
        // What was entered already stays as it is, whatever was closed since.
        const since = before ? [] : [...(referrals[at] ?? []), ...(closed[at] ?? [])]
        const errors = [...wrongIn(draft), ...since]
        return errors.length ? { errors } : { draft: kept(draft) }
      })
    },
    make: newServiceRecord,
    change: (before) => before,
    async guard(tx, rows) {
      const drafts = rows.map(({ draft }) => draft)
      for (const id of new Set(drafts.map(({ organizationId }) => organizationId)))
        await lockOrganization(tx, id)
      const errors = (await ofReferrals(tx, drafts)).flat()
      if (errors.length) throw new Invalid(errors)
    },
  }
}

const placeOf = (draft: ServiceRecordRow) => ({ ...draft, month: monthOf(draft.day) })

/** Writes through the gates of the months; at most 500 at once. */
export function importTarget(
  store: Pick<DocumentStore, 'find'>,
  entries: Pick<Entries, 'enter'>,
): ImportTarget<ServiceRecord> {
  return {
    find: (filter, options) => store.find(serviceRecordsCollection, filter, options),
    createMany: (births, actor, action = 'import', guard) =>
      entries.enter(births, actor, action, async ({ tx }) => guard?.(tx)),
    amendMany: async () => {
      throw new Conflict('state.refused', 'corrected with a reason only')
    },
  }
}
