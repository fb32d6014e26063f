import { Conflict, NotFound } from '../errors.js'
import type { Collection, DocumentStore, Stored } from '../store/index.js'

export interface Rewritten {
  readonly written: number
  /** Somebody else changed them just then: for the next time. */
  readonly left: number
}

/**
 * Rewrites documents one by one, whatever their number, without an entry in the audit trail: for changes that say nothing
 * new. Done twice it does no harm.
 * @param rewrite undefined for a document that is good as it is
 */
export async function rewriteAll<T extends Stored>(
  store: DocumentStore,
  collection: Collection<T>,
  rewrite: (document: T) => T | undefined,
  signal: AbortSignal,
): Promise<Rewritten> {
  let written = 0
  let left = 0
  for await (const batch of store.scan(collection)) {
    signal.throwIfAborted()
    for (const document of batch) {
      const next = rewrite(document)
      if (!next) continue
      try {
        await store.replace(collection, next, document.revision)
        written++
      } catch (error) {
        if (error instanceof NotFound) continue
        if (!(error instanceof Conflict)) throw error
        left++
      }
    }
  }
  return { written, left }
}
