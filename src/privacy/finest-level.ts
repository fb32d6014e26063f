import type { Role } from '../platform/actor.js'
import type { RegionLevel } from '../regions/index.js'
import type { Tree } from '../taxonomy/index.js'

/** Offences and drugs, mental disorder, domestic violence: categories and groups, each with all that lies below it. */
const confined = new Set([
  ...['corrections', 'drug', 'psychiatric', 'women-family.violence'],
  ...['offenders', 'mental-health', 'dv-survivors'],
])

/** The staff who need the communities: within the actor's region, which its scope sees to. */
const needing: ReadonlySet<Role> = new Set(['committee', 'street', 'district', 'system'])

/**
 * The finest level of region at which counts of a category or group may be shown to a role. Take finer rows away from a
 * table only after `suppress`: two tables of the same counts, suppressed apart, tell more than either.
 * @param term a category or group of `tree`; undefined for counts over all of them
 * @throws RangeError for a term that is not in the tree
 */
export function finestLevel(tree: Tree, term: string | undefined, role: Role): RegionLevel {
  if (term === undefined || needing.has(role)) return 'community'
  const index = tree.indexOf(term)
  const isConfined = tree.ancestry(index).some((at) => confined.has(tree.terms[at]?.id ?? ''))
  return isConfined ? 'street' : 'community'
}
