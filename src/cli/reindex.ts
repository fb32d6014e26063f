import { systemClock } from '../platform/clock.js'
import type { Recorded, SearchableKind } from '../platform/records/index.js'
import { refill } from '../platform/relay/index.js'
import type { Workspace } from '../workspace.js'
import { compare } from './compare.js'
import { repair } from './doctor.js'
import type { Progress } from './terminal.js'

export interface Reindexed {
  readonly documents: number
  /** Records that the index refuses. */
  readonly refused: number
}

/**
 * Makes one kind's part of the search index anew from the store, while the service runs: first every record is put,
 * then what still differs is mended, entries without a record among it.
 * @returns undefined when another process does it
 */
export async function reindex(
  { store, search, leases }: Pick<Workspace, 'store' | 'search' | 'leases'>,
  kind: SearchableKind<Recorded>,
  progress: Progress,
): Promise<Reindexed | undefined> {
  const clock = systemClock
  const documents = await store.count(kind.collection, {})
  const refused = await refill({ store, search, leases, clock }, kind, (done) => progress.at(done, documents))
  progress.end()
  if (!refused) return undefined
  const left = await compare({ store, search }, kind)
  const again = await repair({ store, search, leases, kinds: [kind] }, { collections: [left], unfilled: [] })
  return { documents, refused: new Set([...refused.map(({ id }) => id), ...again]).size }
}
