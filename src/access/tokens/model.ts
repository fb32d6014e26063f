import type { Actor } from '../../platform/actor.js'
import type { FieldError } from '../../platform/errors.js'
import type { Recorded } from '../../platform/records/index.js'
import type { Regions } from '../../regions/index.js'
import { type AccessScope, isSameScope, mayGrant, scopeErrors } from '../accounts/model.js'
import { isPermission, mayDo } from '../permissions.js'

/** Begins every token, so that those who look for leaked ones find ours. */
export const tokenPrefix = 'dj_'

/** A machine's way in. */
export interface ApiToken extends Recorded, AccessScope {
  /** What it is for, in its maker's words. */
  readonly label: string
  /** Of its secret. */
  readonly hash: string
  /** All that it is good for, at most what its role holds. */
  readonly permissions: readonly string[]
  /** ISO instant. */
  readonly expiresAt: string
  /** ISO day. */
  readonly lastUsedOn?: string
  /** Account of its maker, with which it ends; missing where it was made at the command line. */
  readonly account?: string
}

export type TokenDraft = AccessScope & Pick<ApiToken, 'label' | 'permissions' | 'expiresAt'>

/** Matters of a person: a stolen token must not make itself another one, or a password, nor show who somebody is. */
const ofPeopleOnly =
  /^(?:session|sessions|tokens|accounts|invitations|claims|persons)\.|^identities\.(?:read|approve|review)$/

/** Days a token may be good for. */
export const longestTokenDays = 366

/** What is wrong with a new token: its scope, more than its role holds, more than its maker has. */
export function tokenErrors(draft: TokenDraft, maker: Actor, now: Date, regions: Regions): FieldError[] {
  const errors = scopeErrors(draft, regions)
  if (!isSameScope(maker, draft) && !mayGrant(maker, draft, regions))
    errors.push({ field: 'role', code: 'scope.above' })
  const life = Date.parse(draft.expiresAt) - now.getTime()
  if (!(life > 0 && life <= longestTokenDays * 86_400_000))
    errors.push({ field: 'expiresAt', code: 'token.life', params: { limit: longestTokenDays } })
  for (const [at, permission] of draft.permissions.entries())
    if (!isForTokens(permission, draft))
      errors.push({ field: `permissions[${at}]`, code: 'token.permission' })
  return errors
}

export function isForTokens(permission: string, { role }: Pick<AccessScope, 'role'>): boolean {
  return isPermission(permission) && mayDo({ role }, permission) && !ofPeopleOnly.test(permission)
}
