import { accountKind } from '../src/access/accounts/collection.js'
import type { AccessScope, Account } from '../src/access/accounts/model.js'
import { claimKind } from '../src/access/claims/collection.js'
import { credentialsCollection } from '../src/access/credentials/collection.js'
import { isPermission, mayDo } from '../src/access/index.js'
import { invitationKind } from '../src/access/invitations/collection.js'
import { hotp, stepAt } from '../src/access/second-factor/totp.js'
import { hashOf } from '../src/access/secrets.js'
import { sessionsCollection } from '../src/access/sessions/collection.js'
import type { SessionActor } from '../src/access/signed-in.js'
import { signInTries } from '../src/access/throttle/throttle.js'
import { tokenKind } from '../src/access/tokens/collection.js'
import { releaseKind } from '../src/identities/index.js'
import type { Collection, DocumentStore, Stored } from '../src/platform/store/index.js'
import type { Workspace } from '../src/workspace.js'
import { bytesOf } from './access/base32.js'
import { holdSavedFiltersOf } from './example-filters.js'
import { holdNoticesOf } from './example-notices.js'
import { exampleRelease } from './person-examples.js'
import { cheapHashes, type Person, scopes } from './signed-in.js'

/** Of the records around people that the API's examples speak of. */
export const accessIds = {
  account: 'u-01k8f3q2t8x7m4c9e2p0',
  session: 's-01k8f3q2t8x7m4c9e2p0',
  invitation: 'i-01k8f3q2t8x7m4c9e2p0',
  claim: 'j-01k8f3q2t8x7m4c9e2p0',
  token: 'k-01k8f3q2t8x7m4c9e2p0',
}

/** Scopes that hold a permission in the places of the examples, staff of the district first. */
export function holdersOf(permission: string): AccessScope[] {
  const region = '440307003000'
  const everybody = [scopes.district, scopes.admin, ...Object.values(scopes)].map((scope) =>
    scope.region === undefined ? scope : { ...scope, region },
  )
  return everybody.filter(({ role }) => isPermission(permission) && mayDo({ role }, permission))
}

const password = '梧桐树下的第三盏灯笼亮了'
const at = '2026-03-10T02:00:00.000Z'
const later = '2099-03-10T02:00:00.000Z'
const stamps = { revision: 1, createdAt: at, createdBy: 'tester', updatedAt: at, updatedBy: 'tester' }
const scope: AccessScope = { role: 'committee', region: '440307003002' }

/** Operations that find the people of the examples, and nobody else. */
export const isAboutPeople = (operationId: string): boolean =>
  /account|session|invit|claim|token|password|secondfactor|signin|signout|whoami/i.test(operationId)

/** Puts an account with its password, an invitation, a claim and a token there, as an operation needs them. */
export async function holdAccessExamples({ store }: Workspace, operationId: string): Promise<void> {
  const account: Account = {
    ...stamps,
    ...scope,
    id: accessIds.account,
    name: '周敏',
    signInName: 'zhou.min',
    state: operationId === 'resumeAccount' ? 'suspended' : 'active',
  }
  await only(store, accountKind.collection, account)
  await only(store, credentialsCollection, {
    id: accessIds.account,
    revision: 1,
    passwordHash: await cheapHashes().make(password),
  })
  await only(store, invitationKind.collection, {
    ...stamps,
    ...scope,
    id: accessIds.invitation,
    name: '林晓雨',
    state: 'open',
    expiresAt: later,
    hash: hashOf('A'.repeat(43)),
  })
  await only(store, claimKind.collection, {
    ...stamps,
    id: accessIds.claim,
    organization: 'o-01k8f3q2t8x7m4c9e2p0',
    region: '440307003000',
    name: '林晓雨',
    contact: '0755-28000000',
    reason: '我是本机构的法定代表人',
    state: 'open',
  })
  await only(store, tokenKind.collection, {
    ...stamps,
    role: 'district',
    id: accessIds.token,
    label: '数据大屏',
    hash: hashOf('A'.repeat(43)),
    permissions: ['needs.read'],
    expiresAt: later,
  })
  await only(store, signInTries)
}

/** What the person who asks must have before; a code that is right now takes the place of the example's. */
export async function prepare(
  workspace: Workspace,
  operationId: string,
  { account }: Person,
): Promise<{ readonly code?: string }> {
  const { store, access, clock } = workspace
  await holdNoticesOf(workspace, account)
  await holdSavedFiltersOf(workspace, account)
  if (operationId === 'endSession')
    await store.insert(sessionsCollection, {
      id: accessIds.session,
      revision: 1,
      account: account.id,
      hash: '',
      way: 'password',
      device: '?',
      startedAt: at,
      lastSeenAt: at,
      expiresAt: later,
    })
  if (operationId === 'changePassword' || operationId === 'removeSecondFactor')
    await store.insert(credentialsCollection, {
      id: account.id,
      revision: 1,
      passwordHash: await cheapHashes().make(password),
    })
  if (operationId === 'revokeToken') {
    const [token] = await store.getMany(tokenKind.collection, [accessIds.token])
    if (token) await store.replace(tokenKind.collection, { ...token, account: account.id }, 1)
  }
  if (operationId === 'readIdentity')
    await store.insert(releaseKind.collection, { ...exampleRelease, id: 'ir-1', requester: account.id })
  if (operationId !== 'confirmSecondFactor') return {}
  const actor: SessionActor = { ...account, session: accessIds.session }
  const { secret } = await access.secondFactor.begin(actor)
  return { code: hotp(bytesOf(secret), stepAt(clock.now())) }
}

/** The documents, and nothing else, of a collection. */
async function only<T extends Stored>(
  store: DocumentStore,
  collection: Collection<T>,
  ...documents: readonly T[]
): Promise<void> {
  await store.removeMany(collection, await store.find(collection, {}, { limit: 1_000 }))
  if (documents.length) await store.insertMany(collection, documents)
}
