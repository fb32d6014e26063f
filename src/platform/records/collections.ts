import { defineCollection, type Shape } from '../store/index.js'
import type { AuditEntry, Event, OutboxEntry, Recorded } from './model.js'

/** The part of a record's shape that all kinds share. */
export const recordedShape: Shape<Recorded> = {
  createdAt: 'string',
  createdBy: 'string',
  updatedAt: 'string',
  updatedBy: 'string',
}

export const auditTrail = defineCollection<AuditEntry>({
  name: 'audit_trail',
  shape: {
    at: 'string',
    actor: 'string',
    action: 'string',
    kind: 'string',
    subjects: ['string'],
    reason: 'string',
  },
  indexes: [
    { fields: ['at'] },
    { fields: ['kind', 'at'] },
    { fields: ['action', 'at'] },
    { fields: ['actor', 'at'] },
  ],
  arrays: ['subjects'],
})

/** What outbox and change log call an entry of the audit trail, which is sealed by following them. */
export const auditChange = 'audit'

export const outbox = defineCollection<OutboxEntry>({
  name: 'outbox',
  shape: { at: 'string', kind: 'string', subjects: ['string'] },
})

export const events = defineCollection<Event>({
  name: 'events',
  shape: { at: 'string', name: 'string', kind: 'string', subject: 'string', actor: 'string', facts: 'any' },
})
