import { type FieldError, Invalid } from '../platform/errors.js'
import type { New, Recorded, RecordedFields } from '../platform/records/index.js'
import type { Attachment } from './attachments/model.js'
import { type Work, workErrors } from './work.js'

/** What an organisation says it has done on one day, or in a month up to that day (服务记录). */
export interface ServiceRecord extends Recorded {
  readonly organizationId: string
  /** Where it was done: the code of a community or, where it was for more than one, of a street or the district. */
  readonly region: string
  /** Service category id. */
  readonly category: string
  /** ISO day in Asia/Shanghai. */
  readonly day: string
  /** `2026-03`, from the day: the month in which it counts and whose closing it obeys. */
  readonly month: string
  readonly work: Work
  /** The referral that it was done for. */
  readonly referralId?: string
  /** Free text that names nobody. */
  readonly notes?: string
  readonly attachments: readonly Attachment[]
  /** Where it came in a sheet: keeps the row from being entered again. */
  readonly externalId?: string
}

/** What people enter and correct. */
export type ServiceRecordChange = Omit<ServiceRecord, RecordedFields | 'month' | 'attachments' | 'externalId'>
/** What a row of a sheet says. */
export type ServiceRecordRow = ServiceRecordChange & { readonly externalId: string }

/** @param today ISO day: nothing has been done after it */
export function serviceRecordErrors({ day, work }: ServiceRecordChange, today: string): FieldError[] {
  return [...(day > today ? [{ field: 'day', code: 'service.ahead' }] : []), ...workErrors(work)]
}

/** @param draft with the present id of its category */
export function newServiceRecord(draft: ServiceRecordChange | ServiceRecordRow): New<ServiceRecord> {
  return { ...draft, month: monthOf(draft.day), attachments: [] }
}

/**
 * Takes over all that a person may correct; what the correction does not name is gone, attachments stay.
 * @throws Invalid for another organisation: that is another record
 */
export function correct(before: ServiceRecord, change: ServiceRecordChange): ServiceRecord {
  if (change.organizationId !== before.organizationId)
    throw new Invalid([{ field: 'organizationId', code: 'service.organizationFixed' }])
  const { id, revision, createdAt, createdBy, updatedAt, updatedBy, attachments, externalId } = before
  const stamps = { id, revision, createdAt, createdBy, updatedAt, updatedBy }
  const source = externalId === undefined ? {} : { externalId }
  return { ...stamps, ...source, ...change, month: monthOf(change.day), attachments }
}

/** `2026-03` of an ISO day. */
export function monthOf(day: string): string {
  return day.slice(0, 7)
}
