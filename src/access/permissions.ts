import type { Actor, Role } from '../platform/actor.js'

const committees = ['committee'] as const
const staff = ['street', 'district'] as const
const organizations = ['org-manager', 'org-worker'] as const
const everybody = [...committees, ...staff, ...organizations, 'auditor', 'admin'] as const

/**
 * Who may do what; how far it reaches (which records) is the actor's scope. Every route names one of these, or `public`.
 * docs/access.md shows the same table, and a test holds them together.
 */
export const permissions = {
  'organizations.read': [...committees, ...staff, ...organizations, 'admin'],
  'organizations.write': [...staff, 'org-manager'],
  'organizations.enter': staff,
  'organizations.standing': ['district'],
  'offerings.read': [...committees, ...staff, ...organizations],
  'offerings.write': [...staff, ...organizations],
  'needs.read': [...committees, ...staff, ...organizations],
  'needs.write': [...committees, ...staff],
  'referrals.read': [...committees, ...staff, ...organizations],
  'referrals.write': [...committees, ...staff, ...organizations],
  'identities.read': [...committees, ...staff, ...organizations],
  'identities.write': [...committees, ...staff],
  'identities.approve': [...committees, ...staff],
  'identities.review': staff,
  'persons.requests': ['district'],
  'service-records.read': [...committees, ...staff, ...organizations],
  'service-records.write': organizations,
  'service-totals.read': [...committees, ...staff, ...organizations],
  'month-closings.read': [...committees, ...staff, ...organizations],
  'month-closings.write': staff,
  'referrals.code': [...committees, ...staff],
  'needs.raise': [...staff],
  'waits.read': [...committees, ...staff, ...organizations],
  'waits.write': [...committees, ...staff],
  'insights.read': [...committees, ...staff, ...organizations],
  'insights.own': [...committees, ...staff],
  'insights.act': staff,
  'needs.recommend': [...committees, ...staff],
  'offerings.recommend': [...staff, ...organizations],
  'match.texts': everybody,
  'inbox.own': everybody,
  'filters.own': everybody,
  'webhooks.manage': ['district', 'admin', 'org-manager'],
  'session.own': everybody,
  'sessions.own': everybody,
  'accounts.read': ['street', 'district', 'org-manager', 'admin'],
  'accounts.write': ['street', 'district', 'org-manager', 'admin'],
  'invitations.write': ['street', 'district', 'org-manager', 'admin'],
  'duty.plan': staff,
  'claims.decide': ['street', 'district', 'admin'],
  'tokens.own': [...committees, ...staff, 'org-manager', 'admin'],
  'audit.read': ['auditor', 'admin'],
  'fairness.read': ['district', 'auditor', 'admin'],
  'weights.read': ['district', 'auditor', 'admin'],
  'weights.use': ['district'],
  'operations.read': ['admin'],
  'operations.retry': ['admin'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof permissions

export function isPermission(name: string): name is Permission {
  return Object.hasOwn(permissions, name)
}

/** Whether the role holds it. Duijie itself holds every one. */
export function mayDo({ role }: Pick<Actor, 'role'>, permission: Permission): boolean {
  return role === 'system' || (permissions[permission] as readonly Role[]).includes(role)
}

/** All that a role holds. */
export function permissionsOf(role: Role): Permission[] {
  return (Object.keys(permissions) as Permission[]).filter((permission) => mayDo({ role }, permission))
}
