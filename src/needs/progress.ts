import { Conflict } from '../platform/errors.js'
import type { Need, NeedState } from './model.js'

/** How much of a need is spoken for, in its own unit. Halves are the least, so sums are exact. */
export interface Progress {
  /** Asked of organisations and not answered; several together may exceed the amount. */
  readonly pending: number
  /** Accepted, not begun. */
  readonly reserved: number
  /** Begun, or in dispute. */
  readonly committed: number
  /** Done, by the reports that stand. */
  readonly delivered: number
}

export const noProgress: Progress = { pending: 0, reserved: 0, committed: 0, delivered: 0 }

/** Where what happens to referrals moves a need. A draft, and what a person has closed, stays as it is. */
export const liveStates: ReadonlySet<NeedState> = new Set(['open', 'matched', 'in-service', 'met'])

/** What nobody has accepted or done yet; pending requests lock nobody out. */
export function openAmount({ amount, progress = noProgress }: Pick<Need, 'amount' | 'progress'>): number {
  return amount.value - progress.reserved - progress.committed - progress.delivered
}

/** Whether somebody may still be found for it. */
export function wantsMore(need: Pick<Need, 'amount' | 'progress' | 'state'>): boolean {
  return liveStates.has(need.state) && openAmount(need) > 0
}

/** The state that a live need has by what is reserved, begun and done of it. */
export function liveState(amount: number, { reserved, committed, delivered }: Progress): NeedState {
  if (delivered >= amount) return 'met'
  if (committed > 0 || (reserved > 0 && delivered > 0)) return 'in-service'
  return reserved > 0 ? 'matched' : 'open'
}

/**
 * The need after parts of it were asked for, accepted, begun, done or given back.
 * @param change what is added to each part, negative where it falls
 * @throws Conflict `need.taken` when that would promise more than is asked for, or
 * anything of a need that is not live; RangeError when a part falls below 0
 */
export function progressed(need: Need, change: Progress): Need {
  const before = need.progress ?? noProgress
  const progress: Progress = {
    pending: before.pending + change.pending,
    reserved: before.reserved + change.reserved,
    committed: before.committed + change.committed,
    delivered: before.delivered + change.delivered,
  }
  if (Object.values(progress).some((part) => part < 0))
    throw new RangeError(`need ${need.id}: less than nothing`)
  const next = { ...need, progress }
  const open = openAmount(next)
  const isPromising = open < openAmount(need)
  if (isPromising && (open < 0 || !liveStates.has(need.state))) {
    throw new Conflict('need.taken', `${need.state}, ${openAmount(need)} ${need.amount.unit}`)
  }
  return settled(next)
}

/** With the state that follows from its amount and progress, where it is live, and whether a part is still open. */
export function settled(need: Need): Need {
  const { partlyTaken: _, ...rest } = need
  if (!liveStates.has(need.state)) return rest
  const next = { ...rest, state: liveState(need.amount.value, need.progress ?? noProgress) }
  return next.state !== 'open' && wantsMore(next) ? { ...next, partlyTaken: true } : next
}
