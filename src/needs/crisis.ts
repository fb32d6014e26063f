import { onDuty } from '../duty/index.js'
import { type Facts, type Follower, follower, type Unit } from '../platform/records/index.js'
import type { Regions } from '../regions/index.js'
import { needKind } from './collection.js'
import type { Need } from './model.js'
import { wantsMore } from './progress.js'

/** Whether somebody must be found for it at once. */
export function isCrisis(need: Need): boolean {
  return need.urgency.level === 'crisis' && wantsMore(need)
}

/** Whether somebody must look first whether it is one. */
export function isToCheck(need: Need): boolean {
  return need.urgency.toCheck === true && wantsMore(need)
}

/**
 * Announces `need.crisis` in the transaction in which a need becomes one: entered, imported, opened, reworded or
 * raised. Staff on duty hear of it from that; nothing waits for matching. `need.check`, where somebody must look first.
 */
export const crisisFollower = (regions: Pick<Regions, 'chain' | 'get'>): Follower =>
  follower(needKind, async (unit, after, before) => {
    const { id, region, urgency, source } = after
    if (isToCheck(after) && !(before && isToCheck(before)))
      unit.announce({ name: 'need.check', kind: 'need', subject: id, facts: { region, source } })
    if (!isCrisis(after) || (before && isCrisis(before))) return
    unit.announce({
      name: 'need.crisis',
      kind: 'need',
      subject: id,
      facts: { region, kinds: urgency.kinds, source, ...(await dutyFacts(unit, region, regions)) },
    })
  })

/** Who of street and district is on duty, where somebody is; the others need not get up. */
async function dutyFacts(
  { tx, at }: Unit,
  region: string,
  regions: Pick<Regions, 'chain' | 'get'>,
): Promise<Facts> {
  const facts: Record<string, readonly string[]> = {}
  for (const code of regions.chain(region)) {
    const level = regions.get(code)?.level
    if (level !== 'street' && level !== 'district') continue
    const accounts = await onDuty(tx, code, at)
    if (accounts.length) facts[`${level}Duty`] = accounts
  }
  return facts
}
