import type { Consent } from '../src/identities/consents.js'
import { consentKind, identityKind, releaseKind } from '../src/identities/index.js'
import type { Release } from '../src/identities/releases.js'
import { systemActor } from '../src/platform/actor.js'
import type { Recorded, RecordKind } from '../src/platform/records/index.js'
import type { Workspace } from '../src/workspace.js'

/** Of what the API's examples say of the person behind a need. */
export const personIds = { release: 'ir-01k8f3q2t8x7m4c9e2p0', consent: 'cs-01k8f3q2t8x7m4c9e2p0' }

const needId = 'n-01k8f3q2t8x7m4c9e2p0'
const stamps = {
  revision: 1,
  createdAt: '2026-03-10T02:00:00.000Z',
  createdBy: 'u-other',
  updatedAt: '2026-03-10T02:00:00.000Z',
  updatedBy: 'u-other',
}

/** Granted to somebody. */
export const exampleRelease: Release = {
  ...stamps,
  id: personIds.release,
  needId,
  region: '440307003002',
  requester: 'u-other',
  purpose: '上门探访前联系本人',
  ground: 'poster',
  isGuarded: false,
  state: 'granted',
  expiresAt: '2099-03-10T02:00:00.000Z',
}

const exampleConsent: Consent = {
  ...stamps,
  id: personIds.consent,
  needId,
  by: 'self',
  form: 'written',
  purpose: '由承接机构上门探访',
  givenOn: '2026-03-09',
}

/** The person behind the example's need, a consent, and a release that waits. */
export async function holdPerson({ store, people }: Workspace, operationId: string): Promise<void> {
  const clearAll = async <T extends Recorded>({ collection }: RecordKind<T>) =>
    store.removeMany(collection, await store.find(collection, {}, { limit: 1_000 }))
  await clearAll(identityKind)
  await clearAll(consentKind)
  await clearAll(releaseKind)
  const person = { name: '何秀兰', phone: '13800138012' }
  await people.identities.put(needId, 0, person, systemActor('tester'))
  await store.insert(consentKind.collection, exampleConsent)
  const isReview = operationId === 'reviewRelease'
  const waiting: Partial<Release> = isReview ? { ground: 'emergency', review: 'due' } : { state: 'pending' }
  await store.insert(releaseKind.collection, { ...exampleRelease, ...waiting })
}
