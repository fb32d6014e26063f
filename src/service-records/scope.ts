import { actsFor, reaches } from '../access/index.js'
import type { Actor } from '../platform/actor.js'
import type { Regions } from '../regions/index.js'

/** Whether `placeScope` lets this one through. */
export function isInScope(
  actor: Actor,
  place: { readonly organizationId: string; readonly region: string },
  regions: Regions,
): boolean {
  return actsFor(actor, place.organizationId) || reaches(actor, place.region, regions)
}
