import type { Collection, DocumentStore, Stored } from '../store/index.js'
import type { Job } from './model.js'

const removedAtOnce = 500

/**
 * Removes the documents whose time is over, in batches of 500. MongoDB does so by itself, somewhat later; SQLite does not.
 * @param collections each with an index that `expires`
 */
export function expiryJob(store: DocumentStore, collections: readonly Collection<Stored>[]): Job {
  const perishable = collections.flatMap((collection) =>
    collection.indexes.flatMap(({ expires, fields: [until = ''] }) =>
      expires ? [{ collection, until }] : [],
    ),
  )
  return {
    name: 'expire',
    summary: {
      zh: '清除过期的幂等键、租约、链接、会话与通知',
      en: 'Remove what is over: idempotency keys, leases, links, sessions, notices',
    },
    schedule: '*/10 * * * *',
    async run({ at, signal }) {
      const counts: Record<string, number> = {}
      for (const { collection, until } of perishable) {
        const expired = { [until]: { $lt: at.toISOString() } }
        let removed = 0
        for (let last = removedAtOnce; last === removedAtOnce; removed += last) {
          signal.throwIfAborted()
          // Looked up and removed in one transaction, so that what is renewed meanwhile stays.
          last = await store.transaction(async (tx) => {
            const batch = await tx.find(collection, expired, { limit: removedAtOnce })
            await tx.removeMany(collection, batch)
            return batch.length
          })
        }
        counts[collection.name] = removed
      }
      return { counts }
    },
  }
}
