import type { Ages, Mode, units } from '../offerings/index.js'
import { Conflict, type FieldError, Invalid } from '../platform/errors.js'
import type { New, Recorded, RecordedFields } from '../platform/records/index.js'
import type { PersonalData } from '../privacy/index.js'
import type { ReasonCode } from '../reasons/index.js'
import { type Progress, settled } from './progress.js'
import { titleFrom } from './title.js'
import {
  firstUrgency,
  type Urgency,
  type UrgencyRecord,
  type UrgencySigns,
  urgencyAfterChange,
} from './urgency.js'

/** 走访, 网格员, 热线, 本人, 线上 */
export const sources = ['visit', 'grid-worker', 'hotline', 'self', 'online'] as const
/** 草稿, 待对接, 已对接, 服务中, 已满足, 部分满足, 未满足结束, 已撤回, 已合并; between open and met it follows from its progress. */
export const needStates = [
  'draft',
  'open',
  'matched',
  'in-service',
  'met',
  'partly-met',
  'unmet-closed',
  'withdrawn',
  'merged',
] as const
export type NeedState = (typeof needStates)[number]
/** Who may see it beside the committee: everybody with an account, organisations that can serve it, staff only. */
export const visibilities = ['public', 'matched', 'staff'] as const

export interface Beneficiaries {
  /** How many people, >= 1. */
  readonly count: number
  /** Target group ids. */
  readonly groups: readonly string[]
  readonly ages?: Ages
}

export interface Need extends Recorded {
  readonly region: string
  readonly title: string
  readonly text: string
  readonly beneficiaries: Beneficiaries
  /** What is asked for: 30 visits, 12 places, 1 case. */
  readonly amount: { readonly value: number; readonly unit: (typeof units)[number] }
  /** Service category ids, where somebody stated them. */
  readonly categories: readonly string[]
  readonly urgency: UrgencyRecord
  /** ISO day. */
  readonly neededBy?: string
  readonly modes: readonly Mode[]
  readonly source: (typeof sources)[number]
  readonly state: NeedState
  /** What referrals hold of the amount; missing until there is one. */
  readonly progress?: Progress
  /** Present where others have taken a part (matched, in service) and the rest is still open, see progress.ts. */
  readonly partlyTaken?: true
  /** Why a person closed it before it was met. */
  readonly closedFor?: ReasonCode
  readonly visibility: (typeof visibilities)[number]
  /** Whether it is about a protected group, see guarded.ts; missing where that was never looked at. */
  readonly guarded?: boolean
  /** Its place in the order of a desk, see queue.ts; missing where an earlier version kept it. */
  readonly queue?: string
  /** The need that what was open of this one was added to. */
  readonly mergedInto?: string
  /** A joint project (联合项目): one need of a street or the district in the place of several communities' own. */
  readonly joint?: boolean
  /** Keeps an imported record the same record when it is imported again. */
  readonly externalId?: string
}

/** What follows from the rest of a need, and from our rules. */
export const following = ['guarded', 'partlyTaken', 'queue'] as const

/** What people enter and replace; without a title one is made from the text, without an urgency it stays. */
export type NeedChange = Omit<
  Need,
  | RecordedFields
  | 'state'
  | 'title'
  | 'urgency'
  | 'progress'
  | 'closedFor'
  | (typeof following)[number]
  | 'mergedInto'
  | 'joint'
> & {
  readonly title?: string
  readonly urgency?: Urgency
}

/** As it is first entered: kept back as a draft, or open at once; perhaps with who the person is, which is kept apart. */
export type NeedDraft = NeedChange & {
  readonly state: 'draft' | 'open'
  readonly identity?: PersonalData
}

/** What is wrong within a draft. */
export function needErrors({ beneficiaries: { ages } }: NeedChange): FieldError[] {
  return ages && ages.to < ages.from ? [{ field: 'beneficiaries.ages.to', code: 'range.reversed' }] : []
}

/** @param signs what the words of its text say about urgency */
export function newNeed(draft: NeedDraft, signs: UrgencySigns | undefined): New<Need> {
  const { identity: _, title = titleFrom(draft.text), urgency = 'routine', ...rest } = draft
  return Object.assign(rest, { title, urgency: firstUrgency(urgency, signs) })
}

/**
 * Takes over all that a person may change; the external id stays when the change names none.
 * @param signs what the words of the new text say about urgency
 * @throws Invalid `urgency.lowering`: that is a decision with a reason; `amount.bound`, `amount.unit` when referrals hold
 * more than would be asked for, or hold it in another unit
 */
export function changeNeed(before: Need, change: NeedChange, signs: UrgencySigns | undefined): Need {
  const { id, revision, createdAt, createdBy, updatedAt, updatedBy, state, externalId } = before
  const { progress, closedFor, mergedInto, joint } = before
  const errors = boundErrors(before, change)
  if (errors.length) throw new Invalid(errors)
  const kept = {
    ...{ id, revision, createdAt, createdBy, updatedAt, updatedBy, state },
    ...(progress === undefined ? {} : { progress }),
    ...(closedFor === undefined ? {} : { closedFor }),
    ...(mergedInto === undefined ? {} : { mergedInto }),
    ...(joint === undefined ? {} : { joint }),
  }
  const urgency = urgencyAfterChange(before.urgency, change.urgency, signs)
  const { title = titleFrom(change.text) } = change
  return settled({ ...(externalId === undefined ? {} : { externalId }), ...change, title, urgency, ...kept })
}

/** What referrals hold of a need cannot be taken from under them. */
function boundErrors({ amount, progress }: Need, change: NeedChange): FieldError[] {
  if (!progress) return []
  const { pending, reserved, committed, delivered } = progress
  const bound = reserved + committed + delivered
  if (change.amount.unit !== amount.unit && bound + pending > 0) {
    return [{ field: 'amount.unit', code: 'amount.unit' }]
  }
  return change.amount.value < bound
    ? [{ field: 'amount.value', code: 'amount.bound', params: { limit: bound } }]
    : []
}

/** From each state, those that a person may choose; what lies between open and met follows from referrals. */
export const needTransitions: { readonly [state in NeedState]: readonly NeedState[] } = {
  draft: ['open'],
  open: ['withdrawn', 'partly-met', 'unmet-closed'],
  matched: [],
  'in-service': [],
  met: [],
  'partly-met': ['open'],
  'unmet-closed': ['open'],
  withdrawn: ['open'],
  merged: [],
}

/**
 * @param reason needed to open a need again
 * @throws Conflict `state.refused`, naming the states that may follow; Invalid for a missing reason
 */
export function moveNeed(need: Need, to: NeedState, reason: string | undefined): Need {
  const allowed = needTransitions[need.state]
  if (!allowed.includes(to)) {
    throw new Conflict('state.refused', `${need.state} -> ${to}; allowed: ${allowed.join(', ') || '-'}`)
  }
  if (to === 'open' && need.state !== 'draft' && reason === undefined) {
    throw new Invalid([{ field: 'reason', code: 'any.required' }])
  }
  const { closedFor: _, ...rest } = need
  return settled({ ...rest, state: to })
}

/** Ends the search, by a coded reason. @throws Conflict `state.refused` while a referral is under way */
export function closeNeed(need: Need, closedFor: ReasonCode): Need {
  const to = (need.progress?.delivered ?? 0) > 0 ? 'partly-met' : 'unmet-closed'
  return { ...moveNeed(need, to, undefined), closedFor }
}
