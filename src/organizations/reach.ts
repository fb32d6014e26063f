import { reaches } from '../access/index.js'
import type { Actor } from '../platform/actor.js'
import { anyOf, everything, nothing, type Reach } from '../platform/records/index.js'
import type { Regions } from '../regions/index.js'
import { mayServe, type Organization, serving } from './model.js'

/** In the search entries: that everybody finds it. Its own id stands beside, for those who act for it. */
export const listed = 'listed'

/**
 * Which organisations an actor sees and changes. Staff and administrators see all: the supply side is the whole
 * district's. Committees and organisations see those that may serve; an organisation sees itself too, whatever its
 * standing, and how to reach the others it does not.
 */
export function organizationReach(actor: Actor, regions: Regions): Reach<Organization> {
  const { role, organization } = actor
  switch (role) {
    case 'system':
    case 'district':
      return everything
    case 'street':
      return { ...everything, changes: ({ homeRegion }) => reaches(actor, homeRegion, regions) }
    case 'admin':
      return { ...everything, changes: () => false }
    case 'committee':
      return { ...directory, store: [{ standing: anyOf(serving) }], search: { reach: [listed] } }
    case 'org-manager':
    case 'org-worker':
      return organization === undefined ? nothing : reachFrom(organization, role === 'org-manager')
    default:
      return nothing
  }
}

const directory = { sees: mayServe, changes: () => false, show: (organization: Organization) => organization }

function reachFrom(own: string, isManager: boolean): Reach<Organization> {
  return {
    store: [{ standing: anyOf(serving), id: { $ne: own } }, { id: own }],
    search: { reach: [listed, own] },
    sees: (organization) => mayServe(organization) || organization.id === own,
    changes: ({ id }) => isManager && id === own,
    show: (organization) => (organization.id === own ? organization : withoutContacts(organization)),
  }
}

/** Who stands for it is no secret; phone and address are not for everybody. */
function withoutContacts(organization: Organization): Organization {
  const contacts = organization.contacts.map(({ phone: _phone, email: _email, ...who }) => who)
  return { ...organization, contacts }
}
