import { Conflict } from '../platform/errors.js'
import { type Recorded, type RecordKind, recordedShape } from '../platform/records/index.js'
import { defineCollection, type Sort } from '../platform/store/index.js'

/** 邀请组织, 扩大服务范围, 委托服务, 提高优先级 */
export const actionTypes = ['invite', 'widen', 'commission', 'prioritise'] as const
export type GapActionType = (typeof actionTypes)[number]

/** Which cell a gap is of. */
export interface GapPlace {
  readonly region: string
  readonly category: string
  readonly group?: string
}

/** What a cell says at one time. */
export interface GapFigures {
  /** ISO day. */
  readonly on: string
  readonly waiting: number
  readonly unmet: number
  readonly capacity: number
  readonly medianDays?: number
}

/** Something that is done about a gap. */
export interface GapAction extends Recorded, GapPlace {
  readonly type: GapActionType
  /** Who sees to it: an account's id, or as people call the office. */
  readonly owner: string
  /** ISO day. */
  readonly dueOn: string
  readonly note?: string
  readonly state: 'open' | 'closed'
  readonly closedOn?: string
  readonly outcome?: string
  readonly before: GapFigures
}

export type GapActionDraft = GapPlace & Pick<GapAction, 'type' | 'owner' | 'dueOn' | 'note'>

const figures = {
  on: 'string',
  waiting: 'number',
  unmet: 'number',
  capacity: 'number',
  medianDays: 'number',
} as const

export const gapActionsCollection = defineCollection<GapAction>({
  name: 'gap_actions',
  shape: {
    ...recordedShape,
    region: 'string',
    category: 'string',
    group: 'string',
    type: 'string',
    owner: 'string',
    dueOn: 'string',
    note: 'string',
    state: 'string',
    closedOn: 'string',
    outcome: 'string',
    before: figures,
  },
  indexes: [
    { fields: ['createdAt'] },
    { fields: ['state', 'createdAt'] },
    { fields: ['region', 'createdAt'] },
  ],
})

export const gapActionKind: RecordKind<GapAction> = {
  name: 'gap-action',
  prefix: 'ga',
  collection: gapActionsCollection,
}

/** Newest first. */
export const gapActionSort: Sort = { field: 'createdAt', direction: 'desc' }

/** @throws Conflict `state.refused` when it is closed already */
export function closeAction(action: GapAction, on: string, outcome: string | undefined): GapAction {
  if (action.state === 'closed') throw new Conflict('state.refused', 'closed')
  return { ...action, state: 'closed', closedOn: on, ...(outcome === undefined ? {} : { outcome }) }
}

export interface GapActionFilters {
  readonly state?: GapAction['state']
  readonly region?: string
}
