import type { Clock } from '../platform/clock.js'
import { Conflict } from '../platform/errors.js'
import type { Ids } from '../platform/ids.js'
import { auditChange, auditTrail, outbox } from '../platform/records/index.js'
import { beginning, relayCursors } from '../platform/relay/index.js'
import type { DocumentStore } from '../platform/store/index.js'
import { sealingView } from './sealing.js'
import { toldEntries } from './waiting.js'

const idsInEntry = 500

/**
 * Before the first seal: owes a seal to the entries that an earlier version wrote, and keeps the change log from being
 * trimmed before it is sealed. Afterwards does nothing, whichever process calls it how often.
 */
export async function beginSealing(store: DocumentStore, clock: Clock, ids: Ids): Promise<void> {
  if (await store.get(relayCursors, sealingView)) return
  const unsealed: string[] = []
  for await (const batch of store.scan(auditTrail)) unsealed.push(...batch.map(({ id }) => id))
  // Read after the trail: what is in the trail and was told of is still there to be seen.
  const told = await toldEntries(store, beginning)
  const old = unsealed.filter((id) => !told.has(id))
  const at = clock.now().toISOString()
  const owed = Array.from({ length: Math.ceil(old.length / idsInEntry) }, (_, i) => {
    const subjects = old.slice(i * idsInEntry, (i + 1) * idsInEntry)
    return { id: ids.next('x'), revision: 1, at, kind: auditChange, subjects }
  })
  try {
    await store.transaction(async (tx) => {
      await tx.insert(relayCursors, { id: sealingView, revision: 1, sequence: beginning })
      if (owed.length) await tx.insertMany(outbox, owed)
    })
  } catch (error) {
    // Another process has begun.
    if (!(error instanceof Conflict)) throw error
  }
}
