import { defineCollection, type Sort } from '../platform/store/index.js'
import type { Seal } from './model.js'

export const auditSeals = defineCollection<Seal>({
  name: 'audit_seals',
  shape: { at: 'string', step: 'string', entries: [{ id: 'string', digest: 'string' }], hash: 'string' },
})

export const newestFirst: Sort = { field: 'id', direction: 'desc' }
