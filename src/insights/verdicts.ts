import { defineCollection, type Stored } from '../platform/store/index.js'
import type { Cause, Known } from './causes.js'

/**
 * What was found out about a need beside itself, by its id: written with the cells that it counts in, so that these can
 * be counted again exactly. The need is not touched: a finding is no change that a person made.
 */
export interface NeedVerdict extends Stored, Known {
  /** What its words ask for, where nobody stated a category. */
  readonly category?: string
  readonly answered?: Cause
  readonly seen?: Cause
  /** When matching was last asked: an ISO instant, `due`, `again` or `done`. */
  readonly looked: string
}

/** Comes after all instants, as the others do. */
export const due = 'due'
/** What is offered has changed; looked at after all that is due. */
export const again = 'again'
/** Nobody looks for anybody any more. */
export const done = 'done'

export const verdictsCollection = defineCollection<NeedVerdict>({
  name: 'need_verdicts',
  shape: { category: 'string', answered: 'string', seen: 'string', looked: 'string' },
  indexes: [{ fields: ['looked'] }],
})
