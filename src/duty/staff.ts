import type { Account } from '../access/index.js'
import type { Sort } from '../platform/store/index.js'
import type { Regions } from '../regions/index.js'

type StaffScope = Pick<Account, 'role' | 'region'>

/** Whose account is oldest comes first. */
export const staffSort: Sort = { field: 'createdAt', direction: 'asc' }

/** The scope of the staff of a street or of the whole district; undefined for a region that has none of its own. */
export function staffOf(region: string, regions: Regions): StaffScope | undefined {
  const level = regions.get(region)?.level
  // Staff of the district have no region.
  if (level === 'district') return { role: 'district' }
  return level === 'street' ? { role: 'street', region } : undefined
}

export function isStaffOf({ role, region, state }: Account, scope: StaffScope): boolean {
  return state === 'active' && role === scope.role && region === scope.region
}
