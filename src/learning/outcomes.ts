import { type ReasonCode, reasons } from '../reasons/index.js'
import type { Rating, Referral } from '../referrals/index.js'

/** What came of referrals, as whole numbers that add up. */
export interface Outcomes {
  /** It was asked for what matching recommended, no rule standing against it, and answered or let the time run out. */
  readonly recommended: number
  /** The organisation said yes to what it was asked for. */
  readonly accepted: number
  /** It said no, for a reason on its own side. */
  readonly declined: number
  /** It said nothing in time. */
  readonly unanswered: number
  /** Done, and not disputed. */
  readonly completed: number
  /** Accepted, and not done for a reason on its own side. */
  readonly failed: number
  readonly ratings: number
  /** Of the ratings, 0 to 8 each. */
  readonly points: number
  /** Answers by the hours they took: up to each of `hourBounds`, and longer. */
  readonly answers: readonly number[]
}

/** From an hour to a fortnight. */
export const hourBounds = [1, 2, 4, 8, 12, 24, 48, 72, 120, 168, 336] as const

export const noOutcomes: Outcomes = Object.freeze({
  ...{
    recommended: 0,
    accepted: 0,
    declined: 0,
    unanswered: 0,
    completed: 0,
    failed: 0,
    ratings: 0,
    points: 0,
  },
  answers: Object.freeze(Array.from({ length: hourBounds.length + 1 }, () => 0)),
})

/**
 * What one referral, as it stands, adds to its organisation's record. What was applied for or logged afterwards says nothing
 * of answering; what was none of the organisation's doing (another kind of need, the person is gone) counts nowhere.
 */
export function outcomesOf(referral: Referral): Outcomes {
  const { how, stage, times, reason, ratings, seen } = referral
  const wasAsked = how === 'request' || how === 'dispatch'
  const isAnswered = wasAsked && times.answered !== undefined && !unanswered.has(stage)
  const isUnanswered = wasAsked && stage === 'expired'
  const isItsReason = reason !== undefined && reason.by === 'organisation' && isOfOrganisation(reason.code)
  return {
    recommended: flag((isAnswered || isUnanswered) && !seen.against.length),
    accepted: flag(isAnswered && stage !== 'rejected'),
    declined: flag(isAnswered && stage === 'rejected' && isItsReason),
    unanswered: flag(isUnanswered),
    completed: flag(stage === 'provisional' || stage === 'confirmed'),
    failed: flag(stage === 'failed' && isItsReason),
    ratings: ratings.length,
    points: ratings.reduce((sum, rating) => sum + pointsOf(rating), 0),
    answers: answersOf(isAnswered ? hoursBetween(times.sent, times.answered) : undefined),
  }
}

/** One record more, or less. @param sign 1 or -1 */
export function plus(sum: Outcomes, other: Outcomes, sign: 1 | -1 = 1): Outcomes {
  return {
    recommended: sum.recommended + sign * other.recommended,
    accepted: sum.accepted + sign * other.accepted,
    declined: sum.declined + sign * other.declined,
    unanswered: sum.unanswered + sign * other.unanswered,
    completed: sum.completed + sign * other.completed,
    failed: sum.failed + sign * other.failed,
    ratings: sum.ratings + sign * other.ratings,
    points: sum.points + sign * other.points,
    answers: sum.answers.map((count, i) => count + sign * (other.answers[i] ?? 0)),
  }
}

/** Facts, not stars: 2 for coming, 2 for coming on time, 4 for the whole goal or 2 for a part of it; 0 without coming. */
export function pointsOf({ came, onTime, goal }: Pick<Rating, 'came' | 'onTime' | 'goal'>): number {
  if (!came) return 0
  return 2 + (onTime ? 2 : 0) + { full: 4, part: 2, not: 0 }[goal]
}

/** The hours within which half of the answers came; undefined without answers, Infinity beyond the last bound. */
export function medianHours({ answers }: Pick<Outcomes, 'answers'>): number | undefined {
  const total = answers.reduce((sum, count) => sum + count, 0)
  if (!total) return undefined
  let seen = 0
  const at = answers.findIndex((count) => {
    seen += count
    return seen * 2 >= total
  })
  return hourBounds[at] ?? Number.POSITIVE_INFINITY
}

/** Stages at which the last answer, if there was one, is no more what counts. */
const unanswered: ReadonlySet<Referral['stage']> = new Set([
  'draft',
  'requested',
  'applied',
  'received',
  'expired',
])

const flag = (holds: boolean): number => (holds ? 1 : 0)

const isOfOrganisation = (code: ReasonCode): boolean => reasons[code].side === 'organisation'

function hoursBetween(from: string | undefined, to: string | undefined): number | undefined {
  return from === undefined || to === undefined ? undefined : (Date.parse(to) - Date.parse(from)) / 3_600_000
}

function answersOf(hours: number | undefined): number[] {
  const within = hours === undefined ? -1 : hourBounds.findIndex((bound) => hours <= bound)
  const bucket = hours !== undefined && within < 0 ? hourBounds.length : within
  return noOutcomes.answers.map((_, i) => flag(i === bucket))
}
