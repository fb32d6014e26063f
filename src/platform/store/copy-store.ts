import type { Clock } from '../clock.js'
import { Invalid } from '../errors.js'
import { defineCollection } from './collection.js'
import { contentDigest } from './content-digest.js'
import type { Collection, DocumentStore, Stored } from './port.js'
import { scanned } from './scan.js'
import type { CollectionDigest } from './sqlite-digest.js'

/** How far a copy has come; one document in the target, written with each batch and gone at the end. */
interface CopyState extends Stored {
  /** What tells the source from others. */
  readonly source: string
  readonly collection: string
  /** The last id that is there; missing before the first. */
  readonly after?: string
}

/** The target of a copy is opened with it, beside the collections that are copied. */
export const copyStates = defineCollection<CopyState>({
  name: 'store_copy',
  shape: { source: 'string', collection: 'string', after: 'string' },
})

export interface StoreCopy {
  readonly source: DocumentStore
  readonly target: DocumentStore
  readonly collections: readonly Collection<Stored>[]
  readonly clock: Clock
  /** What tells the source from others, so that nobody goes on with another one. */
  readonly sourceName: string
  /** Told after each batch, when it is kept. */
  readonly onProgress?: (done: number, total: number) => void
  /** Documents in a batch; default 500. */
  readonly batchSize?: number
}

const stateId = 'copy'
/** What expires sooner is not compared; milliseconds, longer than the comparison takes. */
const comparing = 3_600_000

/**
 * Copies every document of every collection as it is, revisions included, and compares both sides by count and digest.
 * Nobody may write to either side meanwhile. When it is ended on the way, the next call goes on after the last batch.
 * @returns what both sides hold
 * @throws Invalid `copy.occupied` for a target that holds other data, `copy.other` where a copy of another source was
 * begun, `copy.differs` naming the collections that are not the same in the end
 */
export async function copyStore(copy: StoreCopy): Promise<readonly CollectionDigest[]> {
  const { source, target, collections, onProgress } = copy
  const begun = await begin(copy)
  const total = await totalOf(source, collections)
  let done = await totalOf(target, collections)
  let state = begun
  for (const collection of collections.slice(
    collections.findIndex(({ name }) => name === begun.collection),
  )) {
    const after = collection.name === begun.collection ? begun.after : undefined
    for await (const batch of scanned(source, collection, copy.batchSize ?? 500, after)) {
      state = await put(target, collection, batch, state)
      done += batch.length
      onProgress?.(done, total)
    }
  }
  const digests = await compared(copy)
  await target.remove(copyStates, stateId, state.revision)
  return digests
}

/** The state of a copy that was begun before, or of a fresh one in an empty target. */
async function begin({ target, collections, sourceName }: StoreCopy): Promise<CopyState> {
  const before = await target.get(copyStates, stateId)
  if (before) {
    if (before.source !== sourceName) throw new Invalid([{ field: '--from', code: 'copy.other' }])
    return before
  }
  if (await totalOf(target, collections)) throw new Invalid([{ field: '--to', code: 'copy.occupied' }])
  const [first] = collections
  const fresh = { id: stateId, revision: 1, source: sourceName, collection: first?.name ?? '' }
  await target.insert(copyStates, fresh)
  return fresh
}

/** The batch and how far it brings the copy, in one transaction. */
function put(
  target: DocumentStore,
  collection: Collection<Stored>,
  batch: readonly Stored[],
  { id, revision, source }: CopyState,
): Promise<CopyState> {
  const after = batch.at(-1)?.id as string
  return target.transaction(async (tx) => {
    await tx.insertMany(collection, batch)
    return tx.replace(copyStates, { id, revision, source, collection: collection.name, after }, revision)
  })
}

async function totalOf(store: DocumentStore, collections: readonly Collection<Stored>[]): Promise<number> {
  const counts = await Promise.all(collections.map((collection) => store.count(collection, {})))
  return counts.reduce((sum, count) => sum + count, 0)
}

async function compared({ source, target, collections, clock }: StoreCopy): Promise<CollectionDigest[]> {
  const until = new Date(clock.now().getTime() + comparing)
  const digests: CollectionDigest[] = []
  const different: string[] = []
  for (const collection of collections) {
    const one = await contentDigest(source, collection, until)
    const other = await contentDigest(target, collection, until)
    digests.push(one)
    if (one.sha256 !== other.sha256 || one.documents !== other.documents) different.push(collection.name)
  }
  if (different.length) throw new Invalid(different.map((field) => ({ field, code: 'copy.differs' })))
  return digests
}
