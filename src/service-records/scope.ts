import { actsFor, reaches, regionsOf } from '../access/index.js'
import type { Actor } from '../platform/actor.js'
import { anyOf } from '../platform/records/index.js'
import type { Filter } from '../platform/store/index.js'
import type { Regions } from '../regions/index.js'

/**
 * What an actor sees of records and totals: committees and streets what was done in their region, organisations what is
 * theirs, the district everything, others nothing.
 */
export function scopeFilter(actor: Actor, regions: Regions): Filter {
  const { role, organization = '' } = actor
  if (role === 'org-manager' || role === 'org-worker') return { organizationId: organization }
  const codes = regionsOf(actor, regions)
  return codes === 'all' ? {} : { region: anyOf(codes) }
}

/** Whether `scopeFilter` lets this one through. */
export function isInScope(
  actor: Actor,
  place: { readonly organizationId: string; readonly region: string },
  regions: Regions,
): boolean {
  return actsFor(actor, place.organizationId) || reaches(actor, place.region, regions)
}
