import type { Collection, Reader, Stored } from './port.js'

/**
 * Every document in id order, a batch at a time, each asked for when the one before was taken.
 * @param last where to go on: the id of the last document that is known
 */
export async function* scanned<T extends Stored>(
  reader: Reader,
  collection: Collection<T>,
  batchSize = 1000,
  last?: string,
): AsyncGenerator<T[], void> {
  let after = last === undefined ? undefined : { value: last, id: last }
  for (;;) {
    const batch: T[] = await reader.find(collection, {}, { limit: batchSize, ...(after && { after }) })
    if (batch.length) yield batch
    const end = batch.at(-1)
    if (!end || batch.length < batchSize) return
    after = { value: end.id, id: end.id }
  }
}
