import type { Actor } from '../platform/actor.js'
import { Conflict } from '../platform/errors.js'
import type { New, Recorded } from '../platform/records/index.js'

/** 登记单位, 承接机构, 紧急情况: why somebody may see who the person is. */
export const grounds = ['poster', 'referral', 'emergency'] as const
export type Ground = (typeof grounds)[number]
/** 待批准, 已批准, 已拒绝 */
export const releaseStates = ['pending', 'granted', 'refused'] as const
/** Of emergencies: 待复核, 属实, 不属实 */
export const reviews = ['due', 'justified', 'unjustified'] as const

/** That somebody asked to see who the person behind a need is, and what came of it. */
export interface Release extends Recorded {
  readonly needId: string
  /** Of the need; decides who may approve. */
  readonly region: string
  readonly requester: string
  readonly organizationId?: string
  /** What for, in words; kept in the audit trail at every reading. */
  readonly purpose: string
  readonly ground: Ground
  /** Whether the person belongs to a group that a special act protects, so that a second person must agree. */
  readonly isGuarded: boolean
  readonly state: (typeof releaseStates)[number]
  /** ISO instant after which a pending one lapses, and a granted one shows nothing more. */
  readonly expiresAt: string
  readonly decided?: { readonly by: string; readonly at: string; readonly reason: string }
  readonly review?: (typeof reviews)[number]
  readonly reviewed?: { readonly by: string; readonly at: string; readonly reason: string }
}

const hour = 3_600_000
/** How long a request waits for a second person. */
const pendingMs = 72 * hour
/** How long a release is good for; that to an organisation ends sooner with the referral or the consent. */
const grantedMs: Readonly<Record<Ground, number>> = {
  poster: 24 * hour,
  referral: 30 * 24 * hour,
  emergency: 24 * hour,
}

const later = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString()

/**
 * A release as it is asked for: granted at once, save that for a protected person somebody else must agree first. In an
 * emergency nobody waits (PIPL art. 13), and staff look at it afterwards.
 * @param at ISO instant
 */
export function newRelease(
  asked: Pick<Release, 'needId' | 'region' | 'purpose' | 'ground' | 'isGuarded'>,
  { id: requester, organization }: Actor,
  at: string,
): New<Release> {
  const { ground, isGuarded } = asked
  const waits = isGuarded && ground !== 'emergency'
  return {
    ...asked,
    requester,
    ...(organization !== undefined && { organizationId: organization }),
    state: waits ? 'pending' : 'granted',
    expiresAt: later(at, waits ? pendingMs : grantedMs[ground]),
    ...(ground === 'emergency' && { review: 'due' as const }),
  }
}

/**
 * A pending release as another person decides on it.
 * @throws Conflict `state.refused` when it is decided or has lapsed, or by the one who asked
 */
export function decideRelease(
  release: Release,
  decision: { readonly grants: boolean; readonly by: string; readonly at: string; readonly reason: string },
): Release {
  const { grants, ...decided } = decision
  if (release.state !== 'pending' || release.expiresAt <= decision.at) {
    throw new Conflict(
      'state.refused',
      `the request is ${release.state === 'pending' ? 'lapsed' : release.state}`,
    )
  }
  if (release.requester === decision.by) throw new Conflict('state.refused', 'another person must decide')
  return {
    ...release,
    decided,
    state: grants ? 'granted' : 'refused',
    expiresAt: grants ? later(decision.at, grantedMs[release.ground]) : release.expiresAt,
  }
}

/** @throws Conflict `state.refused` when no review is due, or by the one who asked */
export function reviewRelease(
  release: Release,
  review: {
    readonly isJustified: boolean
    readonly by: string
    readonly at: string
    readonly reason: string
  },
): Release {
  const { isJustified, ...reviewed } = review
  if (release.review !== 'due') throw new Conflict('state.refused', 'no review is due')
  if (release.requester === review.by) throw new Conflict('state.refused', 'another person must review')
  return { ...release, review: isJustified ? 'justified' : 'unjustified', reviewed }
}
