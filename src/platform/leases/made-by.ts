import { type DocumentStore, defineCollection, type Stored } from '../store/index.js'
import type { Leases } from './leases.js'

/** By which rules something was made of the records. */
interface Making extends Stored {
  readonly by: string
}

export const makings = defineCollection<Making>({ name: 'makings', shape: { by: 'string' } })

/** So long nobody goes on with it when the process dies; milliseconds. */
const leaseMs = 10_000

/**
 * Does `work` where it was not done yet by these rules: after an upgrade. One process does it, the others wait.
 * @param by names the rules, and all else that what is made depends on
 * @returns what `work` returns, or 0 where it was done already
 */
export async function madeBy(
  { store, leases }: { readonly store: DocumentStore; readonly leases: Leases },
  id: string,
  by: string,
  work: () => Promise<number>,
): Promise<number> {
  const isMade = async () => (await store.get(makings, id))?.by === by
  if (await isMade()) return 0
  return leases.holding(`making-${id}`, leaseMs, async () => {
    if (await isMade()) return 0
    const done = await work()
    const before = await store.get(makings, id)
    if (before) await store.replace(makings, { ...before, by }, before.revision)
    else await store.insert(makings, { id, revision: 1, by })
    return done
  })
}
