import { defineCollection, type Sort } from '../store/index.js'
import type { ChangeLogEntry, DeadLetter, RelayCursor } from './model.js'

export const changeLog = defineCollection<ChangeLogEntry>({
  name: 'change_log',
  shape: { at: 'string', since: 'string', changes: [{ kind: 'string', ids: ['string'] }] },
})

export const relayCursors = defineCollection<RelayCursor>({
  name: 'relay_cursors',
  shape: { sequence: 'string' },
})

export const deadLetters = defineCollection<DeadLetter>({
  name: 'dead_letters',
  shape: {
    view: 'string',
    kind: 'string',
    subject: 'string',
    error: 'string',
    code: 'string',
    attempts: 'number',
    at: 'string',
  },
  indexes: [{ fields: ['at'] }, { fields: ['view', 'at'] }, { fields: ['kind', 'at'] }],
})

/** Newest first. */
export const letterSort: Sort = { field: 'at', direction: 'desc' }
