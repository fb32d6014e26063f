import type { Actor } from '../platform/actor.js'
import type { DocumentStore } from '../platform/store/index.js'
import { preferences } from './collection.js'
import { defaultPreferences, type Preferences } from './model.js'

/** What an account may choose. */
export type Wishes = Omit<Preferences, 'id' | 'revision'>

/** The use cases around one's own preferences. */
export interface NotificationPreferences {
  /** The defaults for an account that has chosen nothing. */
  get(actor: Actor): Promise<Preferences>
  /** Of two windows the last one wins. */
  put(wishes: Wishes, actor: Actor): Promise<Preferences>
}

export function createPreferences(store: DocumentStore): NotificationPreferences {
  return {
    get: async ({ id }) => (await store.get(preferences, id)) ?? defaultPreferences(id),
    put: (wishes, { id }) =>
      store.transaction(async (tx) => {
        const before = await tx.get(preferences, id)
        const after = { ...wishes, id, revision: 1 }
        if (before) return tx.replace(preferences, after, before.revision)
        await tx.insert(preferences, after)
        return after
      }),
  }
}
