import { defineCollection, type Sort } from '../store/index.js'
import type { ChangeLogEntry, DeadLetter, RelayCursor } from './model.js'

export const changeLog = defineCollection<ChangeLogEntry>({ name: 'change_log' })

export const relayCursors = defineCollection<RelayCursor>({ name: 'relay_cursors' })

export const deadLetters = defineCollection<DeadLetter>({
  name: 'dead_letters',
  indexes: [{ fields: ['at'] }, { fields: ['view', 'at'] }, { fields: ['kind', 'at'] }],
})

/** Newest first. */
export const letterSort: Sort = { field: 'at', direction: 'desc' }
