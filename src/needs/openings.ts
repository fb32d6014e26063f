import { concluder, endsOf, type Follower, type Turn, type Unit } from '../platform/records/index.js'
import { needKind } from './collection.js'
import { isCrisis, isToCheck } from './crisis.js'
import type { Need, NeedState } from './model.js'

/** From here a person opens a need; what a referral or a merge gives back has notices of its own. */
const shut: ReadonlySet<NeedState> = new Set(['draft', 'partly-met', 'unmet-closed', 'withdrawn'])

/**
 * Announces in the same transaction what was opened, to those in charge of the place: `need.opened` for a need that came
 * alone, `needs.opened` for several of one place, which an import brings. Says nothing of what a need is about, for it
 * goes out by mail too. Those that are told as a crisis, to be checked or as a joint project are told as that.
 */
export const openingFollower: Follower = concluder<Need>(needKind, async (unit, turns) => {
  for (const [region, ids] of openedByRegion(unit, turns)) {
    const [only, ...more] = ids
    const what =
      more.length || only === undefined
        ? { name: 'needs.opened', kind: 'region', subject: region, facts: { region, count: ids.length } }
        : { name: 'need.opened', kind: needKind.name, subject: only, facts: { region } }
    unit.announce(what)
  }
})

function openedByRegion(unit: Pick<Unit, 'at'>, turns: readonly Turn<Need>[]): Map<string, string[]> {
  const byRegion = new Map<string, string[]>()
  for (const { before, after } of endsOf(turns).values()) {
    if (!after || !isOpened(before, after, unit.at) || isToldOtherwise(after)) continue
    const known = byRegion.get(after.region)
    if (known) known.push(after.id)
    else byRegion.set(after.region, [after.id])
  }
  return byRegion
}

function isOpened(before: Need | undefined, after: Need, at: string): boolean {
  if (after.state !== 'open') return false
  // What was written down elsewhere long ago is no news.
  return before ? shut.has(before.state) : after.createdAt === at
}

const isToldOtherwise = (need: Need): boolean => need.joint === true || isCrisis(need) || isToCheck(need)
