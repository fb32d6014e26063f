import type { Ages, Mode, units } from '../offerings/index.js'
import { Conflict, type FieldError, Invalid } from '../platform/errors.js'
import type { New, Recorded, RecordedFields } from '../platform/records/index.js'
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
/** 草稿, 待对接, 已撤回; what follows comes with the closed loop. */
export const needStates = ['draft', 'open', 'withdrawn'] as const
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
  readonly visibility: (typeof visibilities)[number]
  /** Keeps an imported record the same record when it is imported again. */
  readonly externalId?: string
}

/** What people enter and replace; without a title one is made from the text, without an urgency it stays. */
export type NeedChange = Omit<Need, RecordedFields | 'state' | 'title' | 'urgency'> & {
  readonly title?: string
  readonly urgency?: Urgency
}
/** As it is first entered: kept back as a draft, or open at once. */
export type NeedDraft = NeedChange & { readonly state: 'draft' | 'open' }

/** What is wrong within a draft. */
export function needErrors({ beneficiaries: { ages } }: NeedChange): FieldError[] {
  return ages && ages.to < ages.from ? [{ field: 'beneficiaries.ages.to', code: 'range.reversed' }] : []
}

/** @param signs what the words of its text say about urgency */
export function newNeed(draft: NeedDraft, signs: UrgencySigns | undefined): New<Need> {
  const { title = titleFrom(draft.text), urgency = 'routine' } = draft
  return { ...draft, title, urgency: firstUrgency(urgency, signs) }
}

/**
 * Takes over all that a person may change; the external id stays when the change names none.
 * @param signs what the words of the new text say about urgency
 * @throws Invalid `urgency.lowering`: that is a decision with a reason
 */
export function changeNeed(before: Need, change: NeedChange, signs: UrgencySigns | undefined): Need {
  const { id, revision, createdAt, createdBy, updatedAt, updatedBy, state, externalId } = before
  const kept = { id, revision, createdAt, createdBy, updatedAt, updatedBy, state }
  const urgency = urgencyAfterChange(before.urgency, change.urgency, signs)
  const { title = titleFrom(change.text) } = change
  return { ...(externalId === undefined ? {} : { externalId }), ...change, title, urgency, ...kept }
}

/** From each state, those that may follow. */
export const needTransitions: { readonly [state in NeedState]: readonly NeedState[] } = {
  draft: ['open'],
  open: ['withdrawn'],
  withdrawn: ['open'],
}

/**
 * @param reason needed to open a withdrawn need again
 * @throws Conflict `state.refused`, naming the states that may follow; Invalid for a missing reason
 */
export function moveNeed(need: Need, to: NeedState, reason: string | undefined): Need {
  const allowed = needTransitions[need.state]
  if (!allowed.includes(to)) {
    throw new Conflict('state.refused', `${need.state} -> ${to}; allowed: ${allowed.join(', ')}`)
  }
  if (need.state === 'withdrawn' && reason === undefined) {
    throw new Invalid([{ field: 'reason', code: 'any.required' }])
  }
  return { ...need, state: to }
}
