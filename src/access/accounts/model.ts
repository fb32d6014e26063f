import type { Actor, Role } from '../../platform/actor.js'
import type { FieldError } from '../../platform/errors.js'
import type { Recorded } from '../../platform/records/index.js'
import type { RegionLevel, Regions } from '../../regions/index.js'

/** The roles that people and machines may have. */
export const accountRoles = [
  'committee',
  'street',
  'district',
  'org-manager',
  'org-worker',
  'auditor',
  'admin',
] as const satisfies readonly Role[]
export type AccountRole = (typeof accountRoles)[number]

/** 正常, 停用 */
export const accountStates = ['active', 'suspended'] as const

/** What somebody may do, and where. */
export interface AccessScope {
  readonly role: AccountRole
  /** The community of a committee, the street of its staff. */
  readonly region?: string
  readonly organization?: string
}

/** A person who may sign in. What proves who it is lies elsewhere, so that an account can be shown whole. */
export interface Account extends Recorded, AccessScope {
  /** As others read it. */
  readonly name: string
  /** Lower case; missing where the person signs in through the district's own system only. */
  readonly signInName?: string
  readonly email?: string
  readonly state: (typeof accountStates)[number]
  /** Somebody else chose the password: nothing else works before it is changed. */
  readonly mustChangePassword?: boolean
}

const levelOf: Partial<Record<AccountRole, RegionLevel>> = { committee: 'community', street: 'street' }
const isOfOrganization = (role: AccountRole): boolean => role === 'org-manager' || role === 'org-worker'

/** What is wrong within a scope: a committee has a community, street staff a street, organisation people an organisation, and nobody else either. */
export function scopeErrors({ role, region, organization }: AccessScope, regions: Regions): FieldError[] {
  const errors: FieldError[] = []
  const level = levelOf[role]
  if (
    level === undefined ? region !== undefined : region === undefined || regions.get(region)?.level !== level
  )
    errors.push({ field: 'region', code: 'scope.region' })
  if (isOfOrganization(role) !== (organization !== undefined))
    errors.push({ field: 'organization', code: 'scope.organization' })
  return errors
}

/**
 * Whether an actor may let others in with this scope, and change those that have it: administrators everybody; the
 * district all but administrators and auditors, who watch it; street staff the committees of their street; a manager
 * the workers of the organisation.
 */
export function mayGrant(
  actor: Pick<Actor, 'role' | 'region' | 'organization'>,
  scope: AccessScope,
  regions: Regions,
): boolean {
  const { role } = actor
  if (role === 'system' || role === 'admin') return true
  if (role === 'district') return scope.role !== 'admin' && scope.role !== 'auditor'
  if (role === 'street')
    return scope.role === 'committee' && regions.covers(actor.region ?? '', scope.region ?? '')
  return (
    role === 'org-manager' && scope.role === 'org-worker' && scope.organization === (actor.organization ?? '')
  )
}

/**
 * Whether whoever made something for this scope could make it now: what an account has made ends with the account, and
 * with the rights that it was made by.
 */
export function couldStillMake(maker: Account | undefined, scope: AccessScope, regions: Regions): boolean {
  if (maker?.state !== 'active') return false
  return isSameScope(maker, scope) || mayGrant(maker, scope, regions)
}

/** A letter or digit, then letters, digits and `._@-`: 3 to 60 characters in all. */
export const signInNameForm = /^[\p{L}\p{N}][\p{L}\p{N}._@-]{2,59}$/u

/** A sign-in name as it is kept and looked for: `Zhou.Min` and `zhou.min` are one. */
export function signInNameOf(typed: string): string {
  return typed.trim().normalize('NFKC').toLowerCase()
}

/** Whether two scopes are the same. */
export function isSameScope(a: Pick<Actor, 'role' | 'region' | 'organization'>, b: AccessScope): boolean {
  return a.role === b.role && a.region === b.region && a.organization === b.organization
}

/** The parts of a scope that are there. */
export function scopeOf({ role, region, organization }: AccessScope): AccessScope {
  return {
    role,
    ...(region === undefined ? {} : { region }),
    ...(organization === undefined ? {} : { organization }),
  }
}
