import { createHash } from 'node:crypto'

/** A document as store or search index know it. */
export interface Version {
  readonly id: string
  readonly revision: number
}

/** Where the search index disagrees with the store. */
export interface Drift {
  /** Stored and not indexed. */
  readonly missing: readonly string[]
  /** Indexed at another revision. */
  readonly stale: readonly string[]
  /** Indexed and not stored. */
  readonly orphaned: readonly string[]
}

/** Counts versions and makes a digest of them, in their order, as they pass. */
export class Tally {
  #hash = createHash('sha256')
  count = 0

  async *of(batches: AsyncIterable<readonly Version[]>): AsyncGenerator<readonly Version[], void> {
    for await (const batch of batches) {
      for (const { id, revision } of batch) this.#hash.update(`${id} ${revision}\n`)
      this.count += batch.length
      yield batch
    }
  }

  /** Ends it. */
  digest(): string {
    return this.#hash.digest('hex')
  }
}

/** Compares two streams in the order of their ids in one pass, holding only what differs. */
export async function compareVersions(
  stored: AsyncIterable<readonly Version[]>,
  indexed: AsyncIterable<readonly Version[]>,
): Promise<Drift> {
  const missing: string[] = []
  const stale: string[] = []
  const orphaned: string[] = []
  const ours = single(stored)
  const theirs = single(indexed)
  let left = await ours.next()
  let right = await theirs.next()
  while (!left.done || !right.done) {
    if (right.done || (!left.done && left.value.id < right.value.id)) {
      if (!left.done) missing.push(left.value.id)
      left = await ours.next()
    } else if (left.done || right.value.id < left.value.id) {
      orphaned.push(right.value.id)
      right = await theirs.next()
    } else {
      if (left.value.revision !== right.value.revision) stale.push(left.value.id)
      left = await ours.next()
      right = await theirs.next()
    }
  }
  return { missing, stale, orphaned }
}

async function* single(batches: AsyncIterable<readonly Version[]>): AsyncGenerator<Version, void> {
  for await (const batch of batches) yield* batch
}
