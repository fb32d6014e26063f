import { type RecordKind, recordedShape } from '../platform/records/index.js'
import { defineCollection, type Sort } from '../platform/store/index.js'
import type { DutyTurn } from './model.js'

export const dutyTurns = defineCollection<DutyTurn>({
  name: 'duty_turns',
  shape: { ...recordedShape, region: 'string', accountId: 'string', from: 'string', to: 'string' },
  indexes: [{ fields: ['to'] }, { fields: ['region', 'to'] }],
})

/** What ends next comes first. */
export const dutySort: Sort = { field: 'to', direction: 'asc' }

export const dutyKind: RecordKind<DutyTurn> = { name: 'duty-turn', prefix: 'dt', collection: dutyTurns }
