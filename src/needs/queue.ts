import type { Condition, Sort } from '../platform/store/index.js'
import type { Need } from './model.js'
import { type Urgency, urgencies } from './urgency.js'

/** Stands after every day. */
const never = '9'
const rankOf = (level: Urgency): number => urgencies.length - 1 - urgencies.indexOf(level)

/** What comes before what on a desk: the most urgent first, of these what is needed first, what has no day last. */
export const dueFirst: Sort = { field: 'queue', direction: 'asc' }

/** The need with its place in that order: a text, so that one index holds it. */
export function queued<N extends Pick<Need, 'urgency' | 'neededBy'>>(
  need: N,
): N & { readonly queue: string } {
  const { urgency, neededBy = never } = need
  return { ...need, queue: `${rankOf(urgency.level)} ${neededBy}` }
}

/** The stretch of the order in which these levels stand, and perhaps others between them. @param levels at least one */
export function stretchOf(levels: readonly Urgency[]): Condition {
  const ranks = levels.map(rankOf)
  return { $gte: `${Math.min(...ranks)}`, $lt: `${Math.max(...ranks) + 1}` }
}
