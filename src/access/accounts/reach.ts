import type { Actor } from '../../platform/actor.js'
import { anyOf } from '../../platform/records/index.js'
import type { Filter } from '../../platform/store/index.js'
import type { Regions } from '../../regions/index.js'
import { accountRoles } from './model.js'

const belowDistrict = accountRoles.filter((role) => role !== 'admin' && role !== 'auditor')

/** The scopes that `mayGrant` lets an actor grant, as a filter over what carries one: accounts, invitations. */
export function grantable({ role, region, organization }: Actor, regions: Regions): Filter {
  if (role === 'system' || role === 'admin') return {}
  if (role === 'district') return { role: { $in: belowDistrict } }
  if (role === 'street') return { role: 'committee', region: anyOf(regions.subtree(region ?? '').slice(1)) }
  // An organisation that nobody has: the filter then matches nothing.
  return { role: 'org-worker', organization: role === 'org-manager' ? (organization ?? '') : '' }
}
