import { type Rewritten, rewriteAll } from '../../platform/records/index.js'
import type { DocumentStore } from '../../platform/store/index.js'
import { credentialsCollection } from '../credentials/collection.js'
import { placeOf, type SecretBox } from './second-factor.js'

/** Seals the secrets of second factors anew that an earlier key sealed. */
export function resealSecondFactors(
  store: DocumentStore,
  keys: SecretBox & { isCurrent(envelope: string): boolean },
  signal: AbortSignal,
): Promise<Rewritten> {
  return rewriteAll(
    store,
    credentialsCollection,
    (credentials) => {
      const { id, secondFactor } = credentials
      if (!secondFactor || keys.isCurrent(secondFactor.sealed)) return undefined
      const sealed = keys.encrypt(keys.decrypt(secondFactor.sealed, placeOf(id)), placeOf(id))
      return { ...credentials, secondFactor: { ...secondFactor, sealed } }
    },
    signal,
  )
}
