import type { Sort } from '../platform/store/index.js'
import type { Referral, Urgency } from './model.js'

const ranks: Readonly<Record<Urgency, number>> = { crisis: 0, urgent: 1, soon: 2, routine: 3 }
/** Stands after every instant. */
const never = '9'

/**
 * Where a referral stands among those that wait: by deadline, and of those that are due at one time, as all terms in working
 * days of a day are, the most urgent first. What is due at no time comes last. A text, so that one index holds the order.
 */
export function queueOf({ dueAt = never, urgency }: Pick<Referral, 'dueAt' | 'urgency'>): string {
  return `${dueAt} ${ranks[urgency]}`
}

export const dueFirst: Sort = { field: 'queue', direction: 'asc' }
