import { Conflict, type FieldError } from '../platform/errors.js'
import type { New, Recorded, RecordedFields } from '../platform/records/index.js'

/** 上门, 到点, 电话, 线上 */
export const modes = ['home-visit', 'on-site', 'phone', 'online'] as const
export type Mode = (typeof modes)[number]
/** 草稿, 已发布, 暂停, 关闭 */
export const offeringStates = ['draft', 'published', 'paused', 'closed'] as const
export type OfferingState = (typeof offeringStates)[number]
/** What amounts are counted in: 个案, 次探访, 人, 节小组, 场活动, 小时, 份 */
export const units = ['case', 'visit', 'place', 'session', 'activity', 'hour', 'item'] as const

/** Whole years, both ends included. */
export interface Ages {
  readonly from: number
  readonly to: number
}

/** A weekly opening: `weekday` 1 (Monday) to 7, times as HH:MM in Asia/Shanghai. */
export interface WeeklyHours {
  readonly weekday: number
  readonly from: string
  readonly to: string
}

export interface Offering extends Recorded {
  readonly organizationId: string
  readonly title: string
  readonly description: string
  /** Service category ids. */
  readonly categories: readonly string[]
  /** Target group ids. */
  readonly targetGroups: readonly string[]
  readonly ages?: Ages
  /** Region codes, each with everything in it. */
  readonly coverage: readonly string[]
  readonly modes: readonly Mode[]
  /** What it can take on each month; missing: not stated. */
  readonly capacity?: { readonly perMonth: number; readonly unit: (typeof units)[number] }
  readonly calendar: readonly WeeklyHours[]
  /** ISO days; open-ended where missing. */
  readonly period?: { readonly from?: string; readonly until?: string }
  /** Yuan; 0 is free. */
  readonly fee?: { readonly amount: number; readonly note?: string }
  /** Qualification codes that those who serve hold. */
  readonly qualifications: readonly string[]
  /** BCP 47: zh, yue, hak, en, ... */
  readonly languages: readonly string[]
  readonly state: OfferingState
  /** ISO instant of the last time somebody said that all this still holds. */
  readonly confirmedAt: string
  /** Keeps an imported record the same record when it is imported again. */
  readonly externalId?: string
}

/** What people enter and replace; state and confirmation have use cases of their own. */
export type OfferingChange = Omit<Offering, RecordedFields | 'state' | 'confirmedAt'>
/** As it is first entered: kept back as a draft, or published at once. */
export type OfferingDraft = OfferingChange & { readonly state: 'draft' | 'published' }

/** What is wrong within a draft: ends that come before their beginnings. */
export function offeringErrors({ ages, period, calendar }: OfferingChange): FieldError[] {
  const reversed = (field: string): FieldError => ({ field, code: 'range.reversed' })
  const errors = calendar.flatMap(({ from, to }, at) => (to <= from ? [reversed(`calendar[${at}].to`)] : []))
  if (ages && ages.to < ages.from) errors.push(reversed('ages.to'))
  if (period?.from && period.until && period.until < period.from) errors.push(reversed('period.until'))
  return errors
}

/** @param at ISO instant; who enters an offering says that it holds */
export function newOffering(draft: OfferingDraft, at: string): New<Offering> {
  return { ...draft, confirmedAt: at }
}

/** Takes over all that a person may change; the external id stays when the change names none. */
export function changeOffering(before: Offering, change: OfferingChange): Offering {
  const { id, revision, createdAt, createdBy, updatedAt, updatedBy, state, confirmedAt, externalId } = before
  const kept = { id, revision, createdAt, createdBy, updatedAt, updatedBy, state, confirmedAt }
  return { ...(externalId === undefined ? {} : { externalId }), ...change, ...kept }
}

/** From each state, those that may follow. What is closed stays closed: a new offering takes its place. */
export const offeringTransitions: { readonly [state in OfferingState]: readonly OfferingState[] } = {
  draft: ['published', 'closed'],
  published: ['paused', 'closed'],
  paused: ['published', 'closed'],
  closed: [],
}

/**
 * @param at ISO instant; publishing says that all of it holds
 * @throws Conflict `state.refused`, naming the states that may follow
 */
export function moveOffering(offering: Offering, to: OfferingState, at: string): Offering {
  const allowed = offeringTransitions[offering.state]
  if (!allowed.includes(to)) {
    throw new Conflict('state.refused', `${offering.state} -> ${to}; allowed: ${allowed.join(', ') || '-'}`)
  }
  return { ...offering, state: to, ...(to === 'published' ? { confirmedAt: at } : {}) }
}

/** @param at ISO instant @throws Conflict `state.refused` when it is closed */
export function confirmOffering(offering: Offering, at: string): Offering {
  if (offering.state === 'closed') throw new Conflict('state.refused', 'closed')
  return { ...offering, confirmedAt: at }
}

/**
 * @param perMonth places a month, >= 0, in the unit that was stated before
 * @param at ISO instant; who says how many says that the rest holds
 * @throws Conflict `state.refused` when it is closed, or no capacity was stated
 */
export function restateCapacity(offering: Offering, perMonth: number, at: string): Offering {
  const { capacity } = offering
  if (!capacity) throw new Conflict('state.refused', 'no capacity stated')
  return { ...confirmOffering(offering, at), capacity: { ...capacity, perMonth } }
}

/** How long a confirmation holds, in days. */
export const confirmationDays = 180

/** The ISO day after which an offering must be confirmed again. */
export function confirmBy(offering: Pick<Offering, 'confirmedAt'>): string {
  const day = new Date(offering.confirmedAt)
  day.setUTCDate(day.getUTCDate() + confirmationDays)
  return day.toISOString().slice(0, 10)
}

/** The ISO instant before which an offering was confirmed whose confirmation lapses before `day`. */
export function confirmedBefore(day: string): string {
  const start = new Date(`${day}T00:00:00Z`)
  start.setUTCDate(start.getUTCDate() - confirmationDays)
  return start.toISOString()
}
