import { isDeepStrictEqual } from 'node:util'
import type { Settings } from 'meilisearch'
import { contentsOf } from './meili-contents.js'
import { entryOf } from './meili-document.js'
import { away } from './meili-errors.js'
import type { MeiliServer } from './meili-server.js'
import { documentsIn, putInto, revisionsIn } from './meili-writer.js'
import type { PutEntries, SearchCollection } from './port.js'

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
 * writes into both (see `isBeingFilled`). Another process may do so between this one's reading of a revision and its
 * write, and find its newer entry overwritten: the first index tells, before they change places.
 */
export async function fillBeside<T>(
  server: MeiliServer,
  filling: Filling,
  write: (put: PutEntries) => Promise<T>,
): Promise<T> {
  const { collection, settings, main, next } = filling
  await removeIndex(server, next)
  await server.run((client) => client.createIndex(next, { primaryKey: 'id' }))
  await server.run((client) => client.index(next).updateSettings(settings))
  const result = await write(async (entries) => {
    await putInto(server, { uid: next, collection }, entries)
  })
  const isThere = (await server.askIfThere((client) => client.getRawIndex(main))) !== undefined
  for (let round = 0; isThere && round < mostRounds; round++) {
    if ((await copyNewer(server, filling)) === 0) break
  }
  // Whoever fills at the same time, against the rule of the port, has made the index anew.
  if (!(await isBeingFilled(server, next, settings))) throw away('filled twice')
  await server.run((client) => client.swapIndexes([{ indexes: [next, main], rename: !isThere }]))
  if (isThere) await removeIndex(server, next)
  return result
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
