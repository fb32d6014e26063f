import { Conflict } from '../platform/errors.js'
import type { Need } from './model.js'
import { liveStates, noProgress, openAmount, settled } from './progress.js'

/** What passes from one need to another: how much, in the unit of the first, and how many people. */
export interface Moved {
  readonly value: number
  readonly count: number
}

/**
 * What is open of a need, to be added to another. What is promised or done of it stays, with its referrals.
 * @throws Conflict `state.refused` when it is not live, is merged already, has nothing open, or waits for an answer
 */
export function movable(need: Need): Moved {
  const { id, state, progress = noProgress, beneficiaries, mergedInto } = need
  const value = openAmount(need)
  if (!liveStates.has(state) || mergedInto !== undefined || value <= 0) {
    throw new Conflict('state.refused', `${id} ${mergedInto ? 'merged' : state}, ${value} open`)
  }
  if (progress.pending > 0)
    throw new Conflict('state.refused', `${id} has pending referrals; allowed: cancel them`)
  return { value, count: beneficiaries.count }
}

/** The need after what was open of it has passed to another: merged, or as much of it as is promised or done. */
export function mergedAway(need: Need, into: string): Need {
  const { value } = movable(need)
  const bound = need.amount.value - value
  if (bound === 0) return settled({ ...need, state: 'merged', mergedInto: into })
  return settled({ ...need, amount: { ...need.amount, value: bound }, mergedInto: into })
}

/** The need after what was open of it has come back. */
export function restored(need: Need, { value }: Moved): Need {
  const { mergedInto: _, ...rest } = need
  if (need.state === 'merged') return settled({ ...rest, state: 'open' })
  return settled({ ...rest, amount: { ...need.amount, value: need.amount.value + value } })
}

/** @throws Conflict `state.refused` when it takes nothing more */
export function enlarged(need: Need, { value, count }: Moved): Need {
  const { amount, beneficiaries, mergedInto, state } = need
  if (!liveStates.has(state) || mergedInto !== undefined) {
    throw new Conflict('state.refused', `${need.id} ${mergedInto ? 'merged' : state}`)
  }
  return settled({
    ...need,
    amount: { ...amount, value: amount.value + value },
    beneficiaries: { ...beneficiaries, count: beneficiaries.count + count },
  })
}

/**
 * The need without what had come from another; withdrawn when nothing is left of it.
 * @throws Conflict `state.refused` when that is promised or done by now
 */
export function reduced(need: Need, { value, count }: Moved): Need {
  const { amount, beneficiaries, state } = need
  if (!liveStates.has(state) || openAmount(need) < value) {
    throw new Conflict('state.refused', `${need.id} ${state}, ${openAmount(need)} open`)
  }
  if (amount.value === value) return settled({ ...need, state: 'withdrawn' })
  return settled({
    ...need,
    amount: { ...amount, value: amount.value - value },
    beneficiaries: { ...beneficiaries, count: Math.max(1, beneficiaries.count - count) },
  })
}
