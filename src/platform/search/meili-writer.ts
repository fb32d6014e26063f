import { inParallel } from '../parallel.js'
import { documentOf, type MeiliDocument } from './meili-document.js'
import { idFilter } from './meili-query.js'
import type { MeiliServer } from './meili-server.js'
import type { SearchCollection, SearchEntry } from './port.js'

/** What goes into one request, and how many requests are under way; the engine joins their tasks. */
const mostInBatch = 1_000
const mostBytes = 8_000_000
const atOnce = 4

/** The index an entry goes into. */
export interface Target {
  readonly uid: string
  readonly collection: SearchCollection
}

/**
 * Puts the newest entry of each id, unless the index has a newer one. The engine has no conditional write: between
 * reading a revision and the end of the write another process may put a newer entry, which is then overwritten.
 * @returns how many were written
 */
export async function putInto(
  server: MeiliServer,
  { uid, collection }: Target,
  entries: readonly SearchEntry[],
): Promise<number> {
  let written = 0
  await inParallel(chunksOf(newestOf(entries), mostInBatch), atOnce, async (chunk) => {
    const known = await revisionsIn(
      server,
      uid,
      chunk.map(({ id }) => id),
    )
    const due = chunk.filter(({ id, revision }) => revision >= (known.get(id) ?? 0))
    written += due.length
    for (const batch of batchesByBytes(due.map((entry) => JSON.stringify(documentOf(collection, entry))))) {
      const documents = `[${batch.join(',')}]`
      await server.run((client) =>
        client.index(uid).addDocumentsFromString(documents, 'application/json', { primaryKey: 'id' }),
      )
    }
  })
  return written
}

export async function removeFrom(server: MeiliServer, uid: string, ids: readonly string[]): Promise<void> {
  await inParallel(chunksOf(ids, mostInBatch), atOnce, (chunk) =>
    server.run((client) => client.index(uid).deleteDocuments([...chunk])),
  )
}

/** @param ids at most 1,000 */
export async function revisionsIn(
  server: MeiliServer,
  uid: string,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const found = await documentsIn(server, uid, ids, ['id', 'revision'])
  return new Map(found.map(({ id, revision }) => [id, revision]))
}

/** @param ids at most 1,000 */
export async function documentsIn(
  server: MeiliServer,
  uid: string,
  ids: readonly string[],
  fields: (keyof MeiliDocument & string)[],
): Promise<MeiliDocument[]> {
  const asked = { filter: idFilter(ids), fields, limit: ids.length }
  return (await server.ask((client) => client.index(uid).getDocuments<MeiliDocument>(asked))).results
}

/** Of several of one id the newest, of equals the last. */
function newestOf(entries: readonly SearchEntry[]): SearchEntry[] {
  const newest = new Map<string, SearchEntry>()
  for (const entry of entries) {
    if (entry.revision >= (newest.get(entry.id)?.revision ?? 0)) newest.set(entry.id, entry)
  }
  return [...newest.values()]
}

function batchesByBytes(texts: readonly string[]): string[][] {
  const batches: string[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const text of texts) {
    const size = Buffer.byteLength(text)
    if (bytes + size > mostBytes) {
      batches.push([])
      bytes = 0
    }
    batches.at(-1)?.push(text)
    bytes += size
  }
  return batches
}

function chunksOf<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  )
}
