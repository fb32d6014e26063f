import type { Collection, Reader, Stored } from './port.js'

/** Every document in id order, a batch at a time, each asked for when the one before was taken. */
export async function* scanned<T extends Stored>(
  reader: Reader,
  collection: Collection<T>,
  batchSize = 1000,
): AsyncGenerator<T[], void> {
  let after: { value: string; id: string } | undefined
  for (;;) {
    const batch: T[] = await reader.find(collection, {}, { limit: batchSize, ...(after && { after }) })
    if (batch.length) yield batch
    const last = batch.at(-1)
    if (!last || batch.length < batchSize) return
    after = { value: last.id, id: last.id }
  }
}
