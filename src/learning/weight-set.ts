import { checkedWeights, type KeptWeights, type Weights } from '../matching/index.js'
import { Conflict } from '../platform/errors.js'
import type { New, Recorded } from '../platform/records/index.js'

/** How the weights did against those they are to take the place of; shares and means in [0, 1], by name. */
export interface Trial {
  /** e.g. `benchmark nDCG@10`, `live AUC` */
  readonly measure: string
  readonly before: number
  readonly after: number
  /** Needs, or labels, that it was measured on, each in a fold that was not learnt from. */
  readonly of: number
}

/**
 * Weights that matching went by, may go by, or goes by: the one that was put to use last. None is ever removed, so that
 * every recommendation can be explained by the weights whose version it bears.
 */
export interface WeightSet extends Recorded {
  /** That of the weights; unique. */
  readonly version: string
  /** `file`: came with the program or the data folder. `learnt`: somebody proposed it. */
  readonly origin: 'file' | 'learnt'
  /** A person approves a proposal by putting it to use. */
  readonly state: 'proposed' | 'approved'
  readonly weights: KeptWeights
  readonly report?: readonly Trial[]
  /** ISO instant at which it was put to use last. */
  readonly usedSince?: string
}

export interface Proposal {
  readonly weights: KeptWeights
  readonly report: readonly Trial[]
}

export function proposed({ weights, report }: Proposal): New<WeightSet> {
  return { version: weights.version, origin: 'learnt', state: 'proposed', weights, report }
}

export function installed(weights: KeptWeights, at: string): New<WeightSet> {
  return { version: weights.version, origin: 'file', state: 'approved', weights, usedSince: at }
}

/**
 * Approves it, or goes back to it.
 * @param inUse the set that is in use
 * @throws Conflict `state.refused` when it is this one, or was made for other features than this version has
 */
export function putToUse(set: WeightSet, inUse: WeightSet | undefined, at: string): WeightSet {
  if (inUse?.id === set.id) throw new Conflict('state.refused', `${set.version} is in use already`)
  if (!usableWeights(set))
    throw new Conflict('state.refused', `${set.version} is not of this version's features`)
  return { ...set, state: 'approved', usedSince: at }
}

/** The weights of a set, if this version of the program can go by them. */
export function usableWeights(set: Pick<WeightSet, 'weights'>): Weights | undefined {
  try {
    return checkedWeights(set.weights)
  } catch {
    return undefined
  }
}
