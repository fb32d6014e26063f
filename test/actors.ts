import type { Actor, Role } from '../src/platform/actor.js'

const as =
  (role: Role, bound: 'region' | 'organization') =>
  (of: string): Actor => ({ id: `${role}-${of}`, role, [bound]: of })

/** Somebody of each role, as the gate makes them. */
export const actors = {
  committee: as('committee', 'region'),
  street: as('street', 'region'),
  manager: as('org-manager', 'organization'),
  worker: as('org-worker', 'organization'),
  district: { id: 'district', role: 'district' },
  auditor: { id: 'auditor', role: 'auditor' },
  admin: { id: 'admin', role: 'admin' },
} as const
