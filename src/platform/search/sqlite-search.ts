import { setImmediate as nextTurn } from 'node:timers/promises'
import Database from 'libsql'
import { createPrivateFile } from '../store/index.js'
import type {
  PutEntries,
  SearchCollection,
  SearchEntry,
  SearchIndex,
  SearchQuery,
  SearchResult,
  Synonyms,
} from './port.js'
import { entryTokens } from './search-tokens.js'
import { whenFree } from './sqlite-busy.js'
import { givenEntries } from './sqlite-given.js'
import { type EntryReader, entryReader } from './sqlite-reader.js'
import { createHitTable, createSharedTables, noteFilled, prepareCollection } from './sqlite-schema.js'
import { type EntryWriter, entryWriter } from './sqlite-writer.js'

/** Entries in one transaction: about 100 ms of work, after which requests get their turn. */
const batchSize = 250
const contentsPage = 1_000

interface Prepared {
  readonly read: EntryReader
  readonly write: EntryWriter
}

/**
 * Full-text search in an SQLite file, by FTS5, on a connection of its own; its tables are named search_*.
 * @param path the store's own file, or another one
 */
export function openSqliteSearch({
  path,
  synonyms = new Map(),
}: {
  path: string
  synonyms?: Synonyms
}): SearchIndex {
  createPrivateFile(path)
  const db = new Database(path)
  db.exec('PRAGMA busy_timeout = 5000')
  // WAL as the store has it (a no-op then). A commit of ours need not be synced: the store's next one syncs all before it.
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY')
  createHitTable(db)
  // From here on never wait inside SQLite: see whenFree.
  db.exec('PRAGMA busy_timeout = 0')
  return new SqliteSearch(db, synonyms)
}

class SqliteSearch implements SearchIndex {
  private readonly prepared = new Map<string, Prepared>()

  constructor(
    private readonly db: Database.Database,
    private readonly synonyms: Synonyms,
  ) {}

  async prepare(collections: readonly SearchCollection[]): Promise<readonly string[]> {
    const waiting = await this.writing(() => {
      createSharedTables(this.db)
      return collections.filter((collection) => prepareCollection(this.db, collection))
    })
    for (const collection of collections) {
      this.prepared.set(collection.name, {
        read: entryReader(this.db, collection, this.synonyms),
        write: entryWriter(this.db, collection),
      })
    }
    return waiting.map((collection) => collection.name)
  }

  async fill<T>(collection: SearchCollection, write: (put: PutEntries) => Promise<T>): Promise<T> {
    this.of(collection)
    const given = givenEntries(this.db, collection)
    const result = await write(async (entries) => {
      await this.put(collection, entries)
      given.note(entries.map(({ id }) => id))
    })
    await this.remove(collection, given.others())
    await this.writing(() => noteFilled(this.db, collection))
    return result
  }

  async put(collection: SearchCollection, entries: readonly SearchEntry[]): Promise<void> {
    const { write } = this.of(collection)
    for (let from = 0; from < entries.length; from += batchSize) {
      if (from > 0) await nextTurn()
      // Cut into tokens before the lock is taken: that is the longer part.
      const batch = entries
        .slice(from, from + batchSize)
        .map((entry) => ({ entry, tokens: entryTokens(collection, entry.fields) }))
      await this.writing(() => {
        for (const { entry, tokens } of batch) write.put(entry, tokens)
      })
    }
  }

  async remove(collection: SearchCollection, ids: readonly string[]): Promise<void> {
    const { write } = this.of(collection)
    for (let from = 0; from < ids.length; from += batchSize) {
      if (from > 0) await nextTurn()
      await this.writing(() => {
        for (const id of ids.slice(from, from + batchSize)) write.remove(id)
      })
    }
  }

  async search(collection: SearchCollection, query: SearchQuery): Promise<SearchResult> {
    const { read } = this.of(collection)
    return whenFree(() => this.db.transaction(() => read(query)).deferred())
  }

  async *contents(collection: SearchCollection): AsyncIterable<readonly { id: string; revision: number }[]> {
    this.of(collection)
    const next = this.db.prepare(`
      SELECT id, revision FROM search_entry
      WHERE collection = ? AND id > ?
      ORDER BY id
      LIMIT ${contentsPage}`)
    for (let after = ''; ; ) {
      const page = next.all(collection.name, after) as { id: string; revision: number }[]
      if (page.length) yield page
      if (page.length < contentsPage) return
      after = page.at(-1)?.id ?? ''
    }
  }

  async ping(): Promise<void> {
    await whenFree(() => this.db.prepare('PRAGMA user_version').all())
  }

  async close(): Promise<void> {
    this.db.close()
  }

  private of({ name }: SearchCollection): Prepared {
    const prepared = this.prepared.get(name)
    if (!prepared) throw new RangeError(`search: ${name} was not prepared`)
    return prepared
  }

  private writing<T>(work: () => T): Promise<T> {
    return whenFree(() => this.db.transaction(work).immediate())
  }
}
