import { recordedShape } from '../platform/records/index.js'
import { defineCollection, type Shape, type Sort } from '../platform/store/index.js'
import type { ServiceRecord } from './model.js'

export const serviceRecordShape: Shape<ServiceRecord> = {
  ...recordedShape,
  organizationId: 'string',
  region: 'string',
  category: 'string',
  day: 'string',
  month: 'string',
  work: {
    kind: 'string',
    opened: 'number',
    contacts: 'number',
    minutes: 'number',
    closed: 'number',
    goalsFull: 'number',
    goalsPart: 'number',
    goalsNot: 'number',
    groups: 'number',
    sessions: 'number',
    attendances: 'number',
    persons: 'number',
    activities: 'number',
    visits: 'number',
    mediations: 'number',
    complaints: 'number',
    agreed: 'number',
    partlyAgreed: 'number',
    notAgreed: 'number',
    turns: 'number',
  },
  referralId: 'string',
  notes: 'string',
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

/** Latest work first. */
export const serviceRecordSort: Sort = { field: 'day', direction: 'desc' }
