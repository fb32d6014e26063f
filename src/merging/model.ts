import type { Need } from '../needs/index.js'
import type { Recorded } from '../platform/records/index.js'

/** One need that was merged into another (并案), with all that is needed to take it apart again. */
export interface Merge extends Recorded {
  readonly needId: string
  readonly intoId: string
  /** Of the need that was merged. */
  readonly region: string
  /** Who asked, and how it came in: no requester is lost. */
  readonly requestedBy: string
  readonly source: Need['source']
  /** What passed over, in `unit`. */
  readonly value: number
  readonly unit: Need['amount']['unit']
  /** People concerned. */
  readonly count: number
  /** Whether it was added to the other need; not where both are about the same people, or units differ. */
  readonly added: boolean
  readonly state: 'merged' | 'undone'
  /** Unique while it is merged. */
  readonly key?: string
}

export interface MergeOrder {
  /** Needs to be merged into it; of the same region. */
  readonly needs: readonly string[]
  /** Whether what was open of them is added up; false for the same people entered twice. */
  readonly add: boolean
  /** Why; must not identify a beneficiary. */
  readonly reason: string
}

/** The one need of several communities, as staff put it. */
export interface JointOrder {
  readonly needs: readonly string[]
  /** A street or the district that all of them lie in. */
  readonly region: string
  readonly title: string
  readonly text: string
  readonly reason: string
}
