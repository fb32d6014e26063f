import type { Writer } from './store/index.js'

/**
 * 社区, 街道, 区, 组织负责人, 组织工作人员, 审计, 管理员. `visitor` has not signed in; `system` is Duijie itself (jobs,
 * command line, demo) and comes with no request.
 */
export const roles = [
  'committee',
  'street',
  'district',
  'org-manager',
  'org-worker',
  'auditor',
  'admin',
  'visitor',
  'system',
] as const
export type Role = (typeof roles)[number]

/** Who does something, and how far that reaches. */
export interface Actor {
  /** Written into stamps and the audit trail. */
  readonly id: string
  readonly role: Role
  /** Code of the region that bounds what a committee or a street sees. */
  readonly region?: string
  /** The organisation that somebody acts for. */
  readonly organization?: string
  /**
   * Told what a use case writes, in the transaction that writes it, so that whatever is kept of it commits with it or
   * not at all. Called again when the store tries a transaction again.
   */
  readonly mark?: (tx: Writer, subjects: readonly string[]) => Promise<void>
}

export const visitor: Actor = Object.freeze({ id: 'visitor', role: 'visitor' })

/** Duijie itself. @param id which part of it, for stamps and the audit trail */
export function systemActor(id: string): Actor {
  return Object.freeze({ id, role: 'system' })
}
