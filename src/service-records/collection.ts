import { type RecordKind, recordedShape } from '../platform/records/index.js'
import { defineCollection, type Shape, type Sort } from '../platform/store/index.js'
import type { ServiceRecord } from './model.js'
import { figuresShape } from './work.js'

export const serviceRecordShape: Shape<ServiceRecord> = {
  ...recordedShape,
  organizationId: 'string',
  region: 'string',
  category: 'string',
  day: 'string',
  month: 'string',
  work: { kind: 'string', ...figuresShape },
  referralId: 'string',
  notes: 'string',
  externalId: 'string',
  attachments: [
    {
      id: 'string',
      name: 'string',
      type: 'string',
      size: 'number',
      digest: 'string',
      addedAt: 'string',
      addedBy: 'string',
    },
  ],
}

export const serviceRecordsCollection = defineCollection<ServiceRecord>({
  name: 'service_records',
  shape: serviceRecordShape,
  indexes: [
    { fields: ['externalId'], unique: true },
    { fields: ['day'] },
    { fields: ['organizationId', 'day'] },
    { fields: ['region', 'day'] },
    { fields: ['work.kind', 'day'] },
    { fields: ['category', 'day'] },
    { fields: ['referralId', 'day'] },
  ],
  // The sweep asks whose a file is.
  arrays: ['attachments.id'],
})

export const serviceRecordKind: RecordKind<ServiceRecord> = {
  name: 'service-record',
  prefix: 's',
  collection: serviceRecordsCollection,
}

/** Latest work first. */
export const serviceRecordSort: Sort = { field: 'day', direction: 'desc' }
