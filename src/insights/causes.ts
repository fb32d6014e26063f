import type { Need } from '../needs/index.js'
import type { Text2 } from '../platform/http/route.js'
import type { ReasonCode } from '../reasons/index.js'

/** Why a need is not served, or not yet; one for each need that is unmet or withdrawn. */
export const causes = {
  'not-asked': { zh: '有可对接的组织，尚未发起对接', en: 'somebody could be asked, nobody was yet' },
  'awaiting-answer': { zh: '已发起对接，等待答复', en: 'asked, and not answered yet' },
  'no-supplier': { zh: '没有组织提供', en: 'no supplier' },
  'none-eligible': { zh: '有组织提供，但条件均不符', en: 'none eligible' },
  'all-full': { zh: '名额均已满', en: 'all full' },
  declined: { zh: '被婉拒', en: 'declined' },
  'out-of-reach': { zh: '服务区域未覆盖', en: 'out of reach' },
  expired: { zh: '逾期未答复', en: 'expired' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  elsewhere: { zh: '已另行解决或本人不再需要', en: 'solved elsewhere, or not wanted any more' },
  unknown: { zh: '尚未判断', en: 'not known yet' },
} as const satisfies Readonly<Record<string, Text2>>
export type Cause = keyof typeof causes
export const causeCodes = Object.keys(causes) as Cause[]

/** What a coded reason, of a referral or of closing a need, says of why the need is not served. */
const causeOfReason: Readonly<Record<ReasonCode, Cause>> = {
  'no-supplier': 'no-supplier',
  full: 'all-full',
  'out-of-area': 'out-of-reach',
  'not-eligible': 'none-eligible',
  'wrong-kind': 'none-eligible',
  paused: 'all-full',
  gone: 'elsewhere',
  'solved-elsewhere': 'elsewhere',
  'refused-by-person': 'elsewhere',
  'no-response': 'expired',
  expired: 'expired',
  duplicate: 'elsewhere',
  mistaken: 'elsewhere',
  safety: 'declined',
  other: 'declined',
}

/** What is known of a need beside itself: see collection `need_verdicts`. */
export interface Known {
  /** What became of the last referral that came to nothing. */
  readonly answered?: Cause
  /** What matching said when it was last looked at. */
  readonly seen?: Cause
}

/**
 * The first of these that speaks: that it was withdrawn; the reason for which a person closed it; a request that waits
 * for its answer; how the last referral failed; what matching found.
 */
export function causeOf(
  { state, closedFor, progress }: Pick<Need, 'state' | 'closedFor' | 'progress'>,
  known: Known | undefined,
): Cause {
  if (state === 'withdrawn') return 'withdrawn'
  if (closedFor !== undefined) return causeOfReason[closedFor]
  if ((progress?.pending ?? 0) > 0) return 'awaiting-answer'
  return known?.answered ?? known?.seen ?? 'unknown'
}

/** How a referral that came to nothing counts; undefined for one that did not. */
export function causeOfReferral(
  stage: string,
  reason: { readonly code: ReasonCode } | undefined,
): Cause | undefined {
  switch (stage) {
    case 'expired':
      return 'expired'
    case 'rejected':
    case 'failed':
    case 'cancelled':
      return reason && reason.code !== 'other' ? causeOfReason[reason.code] : 'declined'
    default:
      return undefined
  }
}

/**
 * What the hard rules say, where nothing fits. It is told by the best offering that a rule excludes: full alone, not
 * covered alone, or anything else.
 * @param excluded the rules that stand between, by offering, best first
 */
export function causeOfMatching(isMatched: boolean, excluded: readonly (readonly string[])[]): Cause {
  if (isMatched) return 'not-asked'
  if (!excluded.length) return 'no-supplier'
  const alone = (rule: string) => excluded.some((rules) => rules.every((each) => each === rule))
  if (alone('full')) return 'all-full'
  return alone('not-covered') ? 'out-of-reach' : 'none-eligible'
}
