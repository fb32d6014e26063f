import { type RecordKind, recordedShape } from '../platform/records/index.js'
import { defineCollection } from '../platform/store/index.js'
import type { Merge } from './model.js'

export const mergesCollection = defineCollection<Merge>({
  name: 'merges',
  shape: {
    ...recordedShape,
    needId: 'string',
    intoId: 'string',
    region: 'string',
    requestedBy: 'string',
    source: 'string',
    value: 'number',
    unit: 'string',
    count: 'number',
    added: 'boolean',
    state: 'string',
    key: 'string',
  },
  indexes: [
    { fields: ['key'], unique: true },
    { fields: ['intoId', 'createdAt'] },
    { fields: ['needId', 'createdAt'] },
  ],
})

export const mergeKind: RecordKind<Merge> = { name: 'merge', prefix: 'g', collection: mergesCollection }
