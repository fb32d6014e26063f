import type { Actor } from '../platform/actor.js'
import { anyOf } from '../platform/records/index.js'
import type { Filter } from '../platform/store/index.js'
import type { Regions } from '../regions/index.js'

/**
 * The codes of the regions whose records an actor sees by its region: its own and everything in it; `all` where no
 * region bounds it. Organisations are bound otherwise: by what is theirs and what is shown to them.
 */
export function regionsOf({ role, region }: Actor, regions: Regions): readonly string[] | 'all' {
  if (role === 'system' || role === 'district') return 'all'
  return region !== undefined && (role === 'committee' || role === 'street') ? regions.subtree(region) : []
}

/** Whether a record of this region lies in the actor's. */
export function reaches(actor: Actor, region: string, regions: Regions): boolean {
  const codes = regionsOf(actor, regions)
  return codes === 'all' || codes.includes(region)
}

/** What an actor reaches by its region, as a filter over records that carry one. */
export function regionScope(actor: Actor, regions: Regions): Filter {
  const codes = regionsOf(actor, regions)
  return codes === 'all' ? {} : { region: anyOf(codes) }
}

/** The same over records that carry an organisation too: of those, the people of an organisation reach what is theirs. */
export function placeScope(actor: Actor, regions: Regions): Filter {
  return isOfOrganization(actor) ? { organizationId: actor.organization ?? '' } : regionScope(actor, regions)
}

export function isOfOrganization({ role }: Actor): boolean {
  return role === 'org-manager' || role === 'org-worker'
}

/** Whether the actor acts for this organisation. */
export function actsFor(actor: Actor, organizationId: string): boolean {
  return isOfOrganization(actor) && actor.organization === organizationId
}
