import { defineCollection } from '../store/index.js'
import type { AuditEntry, OutboxEntry } from './model.js'

export const auditTrail = defineCollection<AuditEntry>({
  name: 'audit_trail',
  indexes: [{ fields: ['kind', 'at'] }],
  arrays: ['subjects'],
})

export const outbox = defineCollection<OutboxEntry>({ name: 'outbox' })
