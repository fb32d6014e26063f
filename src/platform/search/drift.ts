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

/** One document about which index and store do not agree. */
export interface Difference {
  readonly id: string
  readonly kind: keyof Drift
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

type Versions = AsyncIterable<readonly Version[]>

/** Compares two streams in the order of their ids, holding all that differs. */
export async function compareVersions(stored: Versions, indexed: Versions): Promise<Drift> {
  const drift: Record<keyof Drift, string[]> = { missing: [], stale: [], orphaned: [] }
  for await (const { id, kind } of differences(stored, indexed)) drift[kind].push(id)
  return drift
}

/** What differs between two streams in the order of their ids, in one pass. */
export async function* differences(stored: Versions, indexed: Versions): AsyncGenerator<Difference, void> {
  const ours = single(stored)
  const theirs = single(indexed)
  let left = await ours.next()
  let right = await theirs.next()
  while (!left.done || !right.done) {
    if (right.done || (!left.done && left.value.id < right.value.id)) {
      if (!left.done) yield { id: left.value.id, kind: 'missing' }
      left = await ours.next()
    } else if (left.done || right.value.id < left.value.id) {
      yield { id: right.value.id, kind: 'orphaned' }
      right = await theirs.next()
    } else {
      if (left.value.revision !== right.value.revision) yield { id: left.value.id, kind: 'stale' }
      left = await ours.next()
      right = await theirs.next()
    }
  }
}

async function* single(batches: Versions): AsyncGenerator<Version, void> {
  for await (const batch of batches) yield* batch
}
