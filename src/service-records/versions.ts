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
export function changesBetween(before: ServiceRecord, after: ServiceRecord): FieldChange[] {
  return compared
    .filter((field) => !isDeepStrictEqual(before[field], after[field]))
    .map((field) => ({
      field,
      ...(before[field] === undefined ? {} : { from: before[field] }),
      ...(after[field] === undefined ? {} : { to: after[field] }),
    }))
}
