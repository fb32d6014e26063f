import type { Settings } from 'meilisearch'
import { Queue } from '../store/queue.js'
import { checkDeclaration } from './declaration.js'
import { contentsOf } from './meili-contents.js'
import { type SearchCounters, searchCounters } from './meili-counters.js'
import { away } from './meili-errors.js'
import { type Filling, fillBeside, isBeingFilled } from './meili-filling.js'
import { searchIn } from './meili-reader.js'
import { MeiliServer } from './meili-server.js'
import { differences, holdsTheSame, settingsFor } from './meili-settings.js'
import { putInto, removeFrom } from './meili-writer.js'
import type {
  PutEntries,
  SearchCollection,
  SearchEntry,
  SearchIndex,
  SearchQuery,
  SearchResult,
  Synonyms,
} from './port.js'

export interface MeiliOptions {
  readonly url: string
  /** A key that may do everything with indexes whose names begin with `prefix`. */
  readonly key?: string | undefined
  /** Letters, digits, `-` and `_`; tells installations apart that share a server. */
  readonly prefix: string
  readonly synonyms?: Synonyms
  readonly counters?: SearchCounters
  /** Milliseconds after which a search without an answer finds the engine away; default 5,000. */
  readonly searchTimeout?: number
}

/** Full-text search on a Meilisearch server (tried with 1.50). Opening asks nothing of the server yet. */
export function openMeiliSearch(options: MeiliOptions): SearchIndex {
  return new MeiliSearch(options)
}

class MeiliSearch implements SearchIndex {
  readonly #server: MeiliServer
  readonly #prefix: string
  readonly #synonyms: Synonyms
  readonly #fillings = new Map<string, Filling>()
  /** Writes of this process go one after the other, so that reading a revision and writing by it belong together. */
  readonly #writes = new Queue()

  constructor(options: MeiliOptions) {
    const { prefix, synonyms = new Map(), counters = searchCounters(), ...access } = options
    this.#server = new MeiliServer({ key: undefined, ...access, counters })
    this.#prefix = prefix
    this.#synonyms = synonyms
  }

  async prepare(collections: readonly SearchCollection[]): Promise<readonly string[]> {
    for (const collection of collections) {
      checkDeclaration(collection)
      const main = this.#prefix + collection.name
      const settings = settingsFor(collection, this.#synonyms)
      this.#fillings.set(collection.name, { collection, settings, main, next: `${main}--next` })
    }
    const waiting: string[] = []
    for (const { name } of collections) if (await this.#waits(this.#of(name))) waiting.push(name)
    return waiting
  }

  async fill<T>(collection: SearchCollection, write: (put: PutEntries) => Promise<T>): Promise<T> {
    return fillBeside(this.#server, this.#of(collection.name), write)
  }

  put(collection: SearchCollection, entries: readonly SearchEntry[]): Promise<void> {
    return this.#write(collection, (uid) => putInto(this.#server, { uid, collection }, entries))
  }

  remove(collection: SearchCollection, ids: readonly string[]): Promise<void> {
    return this.#write(collection, (uid) => removeFrom(this.#server, uid, ids))
  }

  async search(collection: SearchCollection, query: SearchQuery): Promise<SearchResult> {
    const { main } = this.#of(collection.name)
    return searchIn(this.#server, { uid: main, collection, query }, this.#synonyms)
  }

  contents(collection: SearchCollection): AsyncIterable<readonly { id: string; revision: number }[]> {
    return contentsOf(this.#server, this.#of(collection.name).main)
  }

  async ping(): Promise<void> {
    await this.#server.search((client) => client.health())
  }

  async close(): Promise<void> {
    this.#server.close()
  }

  /** Whether an index must be filled; one that holds the right documents gets the right settings here. */
  async #waits({ main, settings }: Filling): Promise<boolean> {
    const found = await this.#server.askIfThere<Settings>((client) => client.index(main).getSettings())
    if (!found || !holdsTheSame(settings, found)) return true
    const differing = differences(settings, found)
    if (Object.keys(differing).length)
      await this.#server.run((client) => client.index(main).updateSettings(differing))
    return false
  }

  /**
   * Writes into the index that answers and into one that is being filled. Where there is neither yet, nothing may be
   * acknowledged, and the engine would make an index without settings.
   */
  #write({ name }: SearchCollection, work: (uid: string) => Promise<unknown>): Promise<void> {
    const { main, next, settings } = this.#of(name)
    return this.#writes.run(async () => {
      const [there, filling] = await Promise.all([
        this.#server.askIfThere((client) => client.getRawIndex(main)),
        isBeingFilled(this.#server, next, settings),
      ])
      if (!there && !filling) throw away('not filled yet')
      if (there) await work(main)
      if (filling) await work(next)
    })
  }

  #of(name: string): Filling {
    const filling = this.#fillings.get(name)
    if (!filling) throw new RangeError(`search: ${name} was not prepared`)
    return filling
  }
}
