import { type Follower, follower } from '../platform/records/index.js'
import { needKind } from './collection.js'
import type { Need } from './model.js'
import { wantsMore } from './progress.js'

/** Whether somebody must be found for it at once. */
export function isCrisis(need: Need): boolean {
  return need.urgency.level === 'crisis' && wantsMore(need)
}

const isToCheck = (need: Need): boolean => need.urgency.toCheck === true && wantsMore(need)

/**
 * Announces `need.crisis` in the transaction in which a need becomes one: entered, imported, opened, reworded or
 * raised. Staff on duty hear of it from that; nothing waits for matching. `need.check`, where somebody must look first.
 */
export const crisisFollower: Follower = follower(needKind, (unit, after, before) => {
  const { id, region, urgency, source } = after
  if (isToCheck(after) && !(before && isToCheck(before)))
    unit.announce({ name: 'need.check', kind: 'need', subject: id, facts: { region, source } })
  if (!isCrisis(after) || (before && isCrisis(before))) return
  unit.announce({
    name: 'need.crisis',
    kind: 'need',
    subject: id,
    facts: { region, kinds: urgency.kinds, source },
  })
})
