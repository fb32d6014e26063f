import type { Actor } from '../platform/actor.js'
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

/** Whether the actor acts for this organisation. */
export function actsFor({ role, organization }: Actor, organizationId: string): boolean {
  return (role === 'org-manager' || role === 'org-worker') && organization === organizationId
}
