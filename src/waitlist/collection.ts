import { type RecordKind, recordedShape } from '../platform/records/index.js'
import { defineCollection, type Sort, type Stored } from '../platform/store/index.js'
import type { Wait } from './model.js'

export const waitsCollection = defineCollection<Wait>({
  name: 'waits',
  shape: {
    ...recordedShape,
    needId: 'string',
    offeringId: 'string',
    organizationId: 'string',
    region: 'string',
    urgency: 'string',
    quantity: 'number',
    places: 'number',
    state: 'string',
    order: 'string',
    key: 'string',
    referralId: 'string',
    leftFor: 'string',
  },
  indexes: [
    { fields: ['key'], unique: true },
    { fields: ['offeringId', 'state', 'order'] },
    { fields: ['needId', 'createdAt'] },
    { fields: ['state', 'offeringId'] },
  ],
})

export const lineSort: Sort = { field: 'order', direction: 'asc' }

export const waitKind: RecordKind<Wait> = { name: 'wait', prefix: 'w', collection: waitsCollection }

/** An offering whose line is to be looked at, for a place may be free; the id is the offering's. */
export interface LineNote extends Stored {
  readonly at: string
}

export const lineNotes = defineCollection<LineNote>({ name: 'line_notes', shape: { at: 'string' } })
