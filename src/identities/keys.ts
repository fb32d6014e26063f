import type { Clock } from '../platform/clock.js'
import { Conflict } from '../platform/errors.js'
import type { DocumentStore } from '../platform/store/index.js'
import type { KeyRing } from '../privacy/index.js'
import { type KnownKey, knownKeys } from './collection.js'

const proofText = 'duijie'
/** Rotations are rare: more keys than this were never in one store. */
const mostKeys = 100

/**
 * Sees that the ring opens whatever this store holds: every key that sealed something here is in it, and is the same.
 * Keys that are new here are written down.
 * @throws Unreadable `unknown-key`, `tampered`: starting with other keys would make identities that nobody reads
 */
export async function assertKeysFit(store: DocumentStore, ring: KeyRing, clock: Clock): Promise<void> {
  const known = await store.find(knownKeys, {}, { limit: mostKeys })
  for (const { id, proof } of known) ring.decrypt(proof, { record: id, field: proofText })
  if (known.some(({ id }) => id === ring.currentId)) return
  const key: KnownKey = {
    id: ring.currentId,
    revision: 1,
    proof: ring.encrypt(proofText, { record: ring.currentId, field: proofText }),
    since: clock.now().toISOString(),
  }
  try {
    await store.insert(knownKeys, key)
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    await assertKeysFit(store, ring, clock)
  }
}

/** Keys that may have sealed something and do not seal now. */
export async function formerKeys(store: DocumentStore, ring: KeyRing): Promise<KnownKey['id'][]> {
  const known = await store.find(knownKeys, {}, { limit: mostKeys })
  const ids = new Set([...known.map(({ id }) => id), ...ring.ids])
  ids.delete(ring.currentId)
  return [...ids]
}

/** Strikes keys off with which nothing is sealed any more, so that the next start does without them. */
export async function strikeOff(store: DocumentStore, ids: readonly string[]): Promise<void> {
  const known = await store.getMany(knownKeys, ids)
  if (known.length) await store.removeMany(knownKeys, known)
}
