import {
  type Access,
  type AccessScope,
  type Account,
  type AccountRole,
  accountKind,
} from '../src/access/index.js'
import { PasswordHashes } from '../src/access/passwords/hash.js'
import { permissions } from '../src/access/permissions.js'
import { csrfHeader, csrfTokenOf } from '../src/access/sessions/csrf.js'
import { isForTokens } from '../src/access/tokens/model.js'
import type { Config } from '../src/config.js'
import { systemActor } from '../src/platform/actor.js'
import { type New, type UnitDeps, unitOfWork } from '../src/platform/records/index.js'
import { openWorkspace } from '../src/workspace.js'
import { community, street } from './feature-services.js'
import type { Reply } from './http-client.js'

/** Where accounts and their access are kept: a Workspace, or the parts of one. */
export interface Doors extends Pick<UnitDeps, 'store' | 'clock' | 'ids'> {
  readonly access: Access
}

export type Headers = Readonly<Record<string, string>>

const tester = systemActor('tester')

/** One scope for each role; the organisation is that of the API's examples. */
export const scopes: Readonly<Record<AccountRole, AccessScope>> = {
  committee: { role: 'committee', region: community },
  street: { role: 'street', region: street },
  district: { role: 'district' },
  'org-manager': { role: 'org-manager', organization: 'o-01k8f3q2t8x7m4c9e2p0' },
  'org-worker': { role: 'org-worker', organization: 'o-01k8f3q2t8x7m4c9e2p0' },
  auditor: { role: 'auditor' },
  admin: { role: 'admin' },
}

/** The headers of the browser that got this answer when it signed in. */
export function headersOf({ headers, body }: Reply<{ readonly csrfToken: string }>): Headers {
  const [cookie = ''] = (headers.get('set-cookie') ?? '').split(';')
  return { cookie, 'x-csrf-token': body.csrfToken }
}

/** Of password hashes that cost next to nothing. */
export const cheapCost = { memoryCost: 64, timeCost: 1, parallelism: 1 }

export function cheapHashes(): PasswordHashes {
  return new PasswordHashes(cheapCost)
}

/** The headers of a machine with this scope that may do all that its role may and a machine can. */
export async function bearer(
  { access, clock }: Doors,
  scope: AccessScope = scopes.district,
): Promise<Headers> {
  const { token } = await access.tokens.make(
    {
      ...scope,
      label: 'test',
      permissions: Object.keys(permissions).filter((permission) => isForTokens(permission, scope)),
      expiresAt: new Date(clock.now().getTime() + 86_400_000).toISOString(),
    },
    tester,
  )
  return { authorization: `Bearer ${token}` }
}

/** As `bearer`, for the data of a server that runs in another process or not yet. */
export async function bearerFor(config: Config, scope?: AccessScope): Promise<Headers> {
  const workspace = await openWorkspace(config)
  try {
    return await bearer(workspace, scope)
  } finally {
    await workspace.close()
  }
}

/** A person with an account and a browser that has just signed in, without HTTPS. */
export interface Person {
  readonly account: Account
  readonly headers: Headers
}

/** A person of this scope, who can do all that people can. */
export async function person(doors: Doors, scope: AccessScope = scopes.district): Promise<Person> {
  const account = await anAccount(doors, scope)
  return { account, headers: await browser(doors, account) }
}

/** An account without a password. */
export function anAccount(
  doors: Doors,
  scope: AccessScope,
  over: Partial<New<Account>> = {},
): Promise<Account> {
  const fields: New<Account> = { ...scope, name: '测试', state: 'active', ...over }
  return unitOfWork({ ...doors, onCommitted: () => {} }, tester, (unit) => unit.create(accountKind, fields))
}

/** The headers of one more browser in which this account has signed in. */
export async function browser(doors: Doors, account: Account): Promise<Headers> {
  const { token } = await unitOfWork({ ...doors, onCommitted: () => {} }, tester, (unit) =>
    doors.access.sessions.begin(unit, account, 'password', 'Firefox, Linux'),
  )
  return { cookie: `duijie_session=${token}`, [csrfHeader]: csrfTokenOf(token) }
}

/** The headers of each role, for tests that ask for everything. */
export async function everyRole(doors: Doors): Promise<Readonly<Record<AccountRole, Headers>>> {
  const made = await Promise.all(
    Object.values(scopes).map(async (scope) => [scope.role, (await person(doors, scope)).headers] as const),
  )
  return Object.fromEntries(made) as Record<AccountRole, Headers>
}
