import type { Stored } from '../platform/store/index.js'
import type { Referral } from '../referrals/index.js'

/** A need and an offering of which people have shown whether they go together; the id is the referral's. */
export interface Label extends Stored {
  readonly needId: string
  readonly offeringId: string
  /** 1: served, and the goal reached at least in part. 0: refused as another kind of need. */
  readonly fits: 0 | 1
  /** What the matcher saw of the two then, by name of the feature. */
  readonly features: Readonly<Record<string, number>>
  /** Version of the weights that it went by. */
  readonly weights: string
  /** ISO instant. */
  readonly at: string
}

/** What a referral, as it stands, says of the pairing; undefined for nothing. */
export function labelOf(referral: Referral): Omit<Label, 'revision'> | undefined {
  const { id, needId, offeringId, seen, since } = referral
  const fits = fitOf(referral)
  if (fits === undefined || !Object.keys(seen.features).length) return undefined
  const features = Object.fromEntries(Object.entries(seen.features).map(([name, { value }]) => [name, value]))
  return { id, needId, offeringId, fits, features, weights: seen.weights, at: since }
}

function fitOf({ stage, reason, report }: Referral): 0 | 1 | undefined {
  if (stage === 'rejected') return reason?.code === 'wrong-kind' ? 0 : undefined
  return stage === 'confirmed' && report !== undefined && report.goal !== 'not' ? 1 : undefined
}
