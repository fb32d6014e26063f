import type { Need, UrgencyRecord } from '../needs/index.js'
import type { Recorded } from '../platform/records/index.js'
import type { ReasonCode } from '../reasons/index.js'
import type { Action, Closing, Debtor, Party, ReferralState, Stage, Way } from './states.js'

export type Unit = Need['amount']['unit']
export type Urgency = UrgencyRecord['level']

/** What the matcher saw of the need, kept so that its explanation stays true: codes, and its text masked. */
export interface SeenNeed {
  readonly revision: number
  readonly title: string
  readonly text: string
  readonly region: string
  readonly categories: readonly string[]
  readonly groups: readonly string[]
  readonly ages?: { readonly from: number; readonly to: number }
  readonly modes: readonly string[]
  readonly urgency: Urgency
  readonly amount: { readonly value: number; readonly unit: Unit }
  readonly neededBy?: string
}

export interface SeenOffering {
  readonly revision: number
  readonly title: string
  readonly categories: readonly string[]
  readonly groups: readonly string[]
  readonly coverage: readonly string[]
  readonly modes: readonly string[]
  readonly capacity?: { readonly perMonth: number; readonly unit: Unit }
  readonly confirmedAt: string
}

/** What matching says of one pairing, also where a hard rule stands between the two. */
export interface PairingSeen {
  /** 0 to 1. */
  readonly score: number
  readonly fit: 'strong' | 'possible' | 'weak'
  readonly why: { readonly zh: string; readonly en: string }
  /** By name of the feature. */
  readonly features: Readonly<Record<string, { readonly value: number; readonly contribution: number }>>
  /** The hard rules that stand between the two, explained; empty for what would be recommended. */
  readonly against: readonly { readonly code: string; readonly zh: string; readonly en: string }[]
  readonly weights: string
}

export interface Seen extends PairingSeen {
  readonly need: SeenNeed
  readonly offering: SeenOffering
}

/** A coded reason with words where they are needed; `by` says who gave it. */
export interface GivenReason {
  readonly code: ReasonCode
  readonly note?: string
  readonly by: Party
}

/** Why somebody held, disputed, overrode or reopened it. */
export interface Remark {
  readonly action: Action
  readonly text: string
  readonly by: Party
}

/** Something that was changed after it was sent. */
export interface Change {
  readonly at: string
  readonly by: string
  readonly field: 'quantity' | 'plannedStart' | 'urgency'
  /** '' where it was not set. */
  readonly from: string
  readonly to: string
  readonly why: string
}

/** What the organisation says was done. */
export interface Report {
  /** How much, in the referral's unit; > 0. */
  readonly delivered: number
  /** ISO day on which it was done, or ended. */
  readonly on: string
  readonly goal: Goal
  readonly note?: string
}

export const goals = ['full', 'part', 'not'] as const
export type Goal = (typeof goals)[number]

/** Facts first; stars and words if somebody likes. */
export interface RatingGiven {
  readonly came: boolean
  readonly onTime: boolean
  readonly goal: Goal
  /** 1 to 5. */
  readonly stars?: number
  readonly comment?: string
}

export interface Rating extends RatingGiven {
  readonly by: 'committee' | 'beneficiary'
  readonly at: string
}

/** ISO instants of what happened last. */
export interface Times {
  readonly sent?: string
  readonly received?: string
  readonly answered?: string
  readonly begun?: string
  readonly reported?: string
  readonly closed?: string
}

/** The month whose places it takes, and whether by its quantity or, where units differ, as one. */
export interface Place {
  /** YYYY-MM */
  readonly month: string
  readonly counts: 'quantity' | 'one'
}

/** A part of a need that one offering is asked to serve (对接单). */
export interface Referral extends Recorded {
  readonly needId: string
  readonly offeringId: string
  readonly organizationId: string
  /** Where the need is: who may see it depends on it. */
  readonly region: string
  /** Whether the need is about a protected group: strangers learn its street, not its community. */
  readonly guarded: boolean
  readonly urgency: Urgency
  readonly how: Way
  readonly stage: Stage
  /** HL7 FHIR's Task.status; follows from `stage`, as `closing` and `owes` do. */
  readonly state: ReferralState
  readonly closing?: Closing
  readonly owes: Debtor
  /** ISO instant by which whoever owes must act. */
  readonly dueAt?: string
  /** Follows from deadline and urgency, see queue.ts. */
  readonly queue: string
  /** ISO instant since when it is at this stage. */
  readonly since: string
  readonly times: Times
  /** The part of the need that it holds, or asks for. */
  readonly quantity: number
  readonly unit: Unit
  /** Of it, what was done. */
  readonly delivered: number
  /** Missing where the offering states no capacity. */
  readonly place?: Place
  /** ISO day. */
  readonly plannedStart?: string
  readonly reason?: GivenReason
  readonly remark?: Remark
  readonly report?: Report
  readonly ratings: readonly Rating[]
  readonly seen: Seen
  readonly changes: readonly Change[]
}
