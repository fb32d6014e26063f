import { isDeepStrictEqual } from 'node:util'
import { defineCollection, type Stored } from '../platform/store/index.js'
import { serviceRecordShape } from './collection.js'
import type { ServiceRecord } from './model.js'

/** One field that a correction changed; `from` or `to` is missing where the field was. */
export interface FieldChange {
  readonly field: string
  readonly from?: unknown
  readonly to?: unknown
}

/** An earlier state of a record, and what became of it: who replaced it, when and why. Never changed itself. */
export interface ServiceRecordVersion extends Stored {
  readonly record: string
  /** The revision that the record had in this state. */
  readonly number: number
  readonly state: ServiceRecord
  readonly action: 'correct' | 'attach' | 'detach' | 'remove'
  /** ISO instant at which the next state took its place. */
  readonly replacedAt: string
  readonly replacedBy: string
  readonly reason?: string
}

export const serviceRecordVersions = defineCollection<ServiceRecordVersion>({
  name: 'service_record_versions',
  shape: {
    record: 'string',
    number: 'number',
    state: { id: 'string', revision: 'number', ...serviceRecordShape },
    action: 'string',
    replacedAt: 'string',
    replacedBy: 'string',
    reason: 'string',
  },
  indexes: [{ fields: ['record', 'number'] }],
})

const compared = ['region', 'category', 'day', 'work', 'referralId', 'notes', 'attachments'] as const

/** The fields in which two states of a record differ. */
function changesBetween(before: ServiceRecord, after: ServiceRecord): FieldChange[] {
  return compared
    .filter((field) => !isDeepStrictEqual(before[field], after[field]))
    .map((field) => ({
      field,
      ...(before[field] === undefined ? {} : { from: before[field] }),
      ...(after[field] === undefined ? {} : { to: after[field] }),
    }))
}

/** An earlier state as people read it, with what became of each field. */
export interface EarlierState extends Omit<ServiceRecordVersion, keyof Stored | 'record'> {
  /** Empty for a removal. */
  readonly changes: readonly FieldChange[]
}

/**
 * @param versions newest first
 * @param now the record as it is, undefined once it is removed
 */
export function earlierStates(
  versions: readonly ServiceRecordVersion[],
  now: ServiceRecord | undefined,
): EarlierState[] {
  return versions.map(({ id: _, revision: __, record: ___, ...version }, index) => {
    const next = index === 0 ? now : versions[index - 1]?.state
    return { ...version, changes: next ? changesBetween(version.state, next) : [] }
  })
}
