import { isDeepStrictEqual } from 'node:util'
import type { Settings } from 'meilisearch'
import { contentsOf } from './meili-contents.js'
import { entryOf } from './meili-document.js'
import { away } from './meili-errors.js'
import type { MeiliServer } from './meili-server.js'
import { chunksOf, documentsIn, putInto, removeFrom, revisionsIn } from './meili-writer.js'
import type { SearchCollection, SearchEntry } from './port.js'

/** Entries that are put together: their tasks become one piece of work for the engine. */
const gathered = 4_000
/** Rounds of copying what came meanwhile; each is shorter than the one before. */
const mostRounds = 5

export interface Filling {
  readonly collection: SearchCollection
  readonly settings: Settings
  /** The index that answers, and the one beside it that is filled and takes its place. */
  readonly main: string
  readonly next: string
}

/**
 * Fills a second index and lets it take the place of the first, which answers until then. Whoever writes meanwhile
 * writes into both (see `isBeingFilled`); what such a write and this filling did to the same entry at the same moment
 * is put right before the change of places. Only an entry that came and went in such a moment may stay: `doctor` finds it.
 */
export async function fillBeside(
  server: MeiliServer,
  filling: Filling,
  entries: AsyncIterable<readonly SearchEntry[]>,
): Promise<void> {
  const { collection, settings, main, next } = filling
  const target = { uid: next, collection }
  await removeIndex(server, next)
  await server.run((client) => client.createIndex(next, { primaryKey: 'id' }))
  await server.run((client) => client.index(next).updateSettings(settings))
  const isThere = (await server.askIfThere((client) => client.getRawIndex(main))) !== undefined
  for await (const { together, known } of gather(entries, (ids) =>
    isThere ? knownIn(server, main, ids) : [],
  )) {
    await putInto(server, target, together)
    const stillKnown = new Set(await knownIn(server, main, known))
    // Whoever removed these meanwhile may have been faster than this writing.
    await removeFrom(
      server,
      next,
      known.filter((id) => !stillKnown.has(id)),
    )
  }
  for (let round = 0; isThere && round < mostRounds; round++) {
    if ((await copyNewer(server, filling)) === 0) break
  }
  // Whoever fills at the same time, against the rule of the port, has made the index anew.
  if (!(await isBeingFilled(server, next, settings))) throw away('filled twice')
  await server.run((client) => client.swapIndexes([{ indexes: [next, main], rename: !isThere }]))
  if (isThere) await removeIndex(server, next)
}

interface Gathered {
  readonly together: SearchEntry[]
  /** Those of them that the main index had when they were read. */
  readonly known: string[]
}

async function* gather(
  entries: AsyncIterable<readonly SearchEntry[]>,
  knownOf: (ids: readonly string[]) => readonly string[] | Promise<readonly string[]>,
): AsyncGenerator<Gathered, void> {
  let next: Gathered = { together: [], known: [] }
  for await (const batch of entries) {
    next.together.push(...batch)
    next.known.push(...(await knownOf(batch.map(({ id }) => id))))
    if (next.together.length < gathered) continue
    yield next
    next = { together: [], known: [] }
  }
  yield next
}

async function knownIn(server: MeiliServer, uid: string, ids: readonly string[]): Promise<string[]> {
  const known: string[] = []
  for (const chunk of chunksOf(ids, 1_000)) known.push(...(await revisionsIn(server, uid, chunk)).keys())
  return known
}

/** Whether the index beside is one that is being filled by the same rules: not of an older version, nor left over. */
export async function isBeingFilled(server: MeiliServer, next: string, settings: Settings): Promise<boolean> {
  const attributes = await server.askIfThere((client) => client.index(next).getSearchableAttributes())
  return isDeepStrictEqual(attributes, settings.searchableAttributes)
}

/** @returns how many entries of the next index were older than in the main one, and are no more */
async function copyNewer(server: MeiliServer, { collection, main, next }: Filling): Promise<number> {
  let copied = 0
  for await (const page of contentsOf(server, main)) {
    const there = await revisionsIn(
      server,
      next,
      page.map(({ id }) => id),
    )
    const newer = page
      .filter(({ id, revision }) => revision > (there.get(id) ?? revision))
      .map(({ id }) => id)
    if (!newer.length) continue
    const documents = await documentsIn(server, main, newer, ['id', 'revision', 'fields', 'filters'])
    copied += await putInto(server, { uid: next, collection }, documents.map(entryOf))
  }
  return copied
}

async function removeIndex(server: MeiliServer, uid: string): Promise<void> {
  if (await server.askIfThere((client) => client.getRawIndex(uid)))
    await server.run((client) => client.deleteIndex(uid))
}
