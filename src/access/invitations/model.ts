import type { Recorded } from '../../platform/records/index.js'
import type { AccessScope } from '../accounts/model.js'

/** Begins every invitation's token. */
export const invitationPrefix = 'dji_'

/** 待接受, 已接受, 已撤回 */
export const invitationStates = ['open', 'accepted', 'withdrawn'] as const

/** Somebody who may make an account, once. */
export interface Invitation extends Recorded, AccessScope {
  /** As it will stand in the account. */
  readonly name: string
  readonly email?: string
  readonly state: (typeof invitationStates)[number]
  /** ISO instant. */
  readonly expiresAt: string
  /** Of its secret. */
  readonly hash: string
  /** Account of its maker, with which it ends; missing where it was made at the command line. */
  readonly maker?: string
  /** The account that was made of it. */
  readonly account?: string
}

export type InvitationDraft = AccessScope & Pick<Invitation, 'name' | 'email'>

/** Days that an invitation is good for. */
export const invitationDays = 7

export function isOpen({ state, expiresAt }: Invitation, at: string): boolean {
  return state === 'open' && expiresAt > at
}
