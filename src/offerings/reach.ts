import type { Actor } from '../platform/actor.js'
import { everything, nothing, type Reach } from '../platform/records/index.js'
import type { Offering } from './model.js'

/** In the search entries: that everybody finds it. Its organisation stands beside, for those who act for it. */
export const listed = 'listed'

const isPublished = ({ state }: Offering): boolean => state === 'published'

/**
 * Which offerings an actor sees. Staff see all, committees what is published, organisations that and their own in
 * whatever state. Which of them staff of a street change is a matter of the organisation, see `service.ts`.
 */
export function offeringReach({ role, organization }: Actor): Reach<Offering> {
  switch (role) {
    case 'system':
    case 'district':
      return everything
    case 'street':
      return { ...everything }
    case 'committee':
      return {
        ...everything,
        store: [{ state: 'published' }],
        search: { reach: [listed] },
        sees: isPublished,
        changes: () => false,
      }
    case 'org-manager':
    case 'org-worker':
      return organization === undefined ? nothing : reachFrom(organization)
    default:
      return nothing
  }
}

function reachFrom(own: string): Reach<Offering> {
  return {
    ...everything,
    store: [{ state: 'published', organizationId: { $ne: own } }, { organizationId: own }],
    search: { reach: [listed, own] },
    sees: (offering) => isPublished(offering) || offering.organizationId === own,
    changes: ({ organizationId }) => organizationId === own,
  }
}
