import type Database from 'libsql'
import type { SearchCollection, SearchEntry } from './port.js'
import { type EntryTokens, entryVocabulary } from './search-tokens.js'
import { textColumns, textTable } from './sqlite-schema.js'

interface StoredEntry {
  readonly entry: number
  readonly revision: number
  readonly fields: string
}

/** Writes the rows of one collection's entries; each call belongs into a transaction of the caller's. */
export interface EntryWriter {
  /** Does nothing when a newer revision is there. */
  put(entry: SearchEntry, tokens: EntryTokens): void
  remove(id: string): void
}

export function entryWriter(db: Database.Database, collection: SearchCollection): EntryWriter {
  const { name } = collection
  const table = textTable(collection)
  const columns = [...textColumns(collection), 'pinyin']
  const find = db.prepare('SELECT entry, revision, fields FROM search_entry WHERE collection = ? AND id = ?')
  const insert = db.prepare('INSERT INTO search_entry (collection, id, revision, fields) VALUES (?, ?, ?, ?)')
  const update = db.prepare('UPDATE search_entry SET revision = ?, fields = ? WHERE entry = ?')
  const erase = db.prepare('DELETE FROM search_entry WHERE entry = ?')
  const addText = db.prepare(
    `INSERT INTO ${table} (rowid, ${columns.join(', ')}) VALUES (?${', ?'.repeat(columns.length)})`,
  )
  const eraseText = db.prepare(`DELETE FROM ${table} WHERE rowid = ?`)
  const addFilter = db.prepare(
    'INSERT OR IGNORE INTO search_filter (entry, name, value, collection) VALUES (?, ?, ?, ?)',
  )
  const eraseFilters = db.prepare('DELETE FROM search_filter WHERE entry = ?')
  const countTerm = db.prepare(`
    INSERT INTO search_term (collection, term, length, entries) VALUES (?, ?, ?, 1)
    ON CONFLICT DO UPDATE SET entries = entries + 1`)
  const discountTerm = db.prepare(
    'UPDATE search_term SET entries = entries - 1 WHERE collection = ? AND term = ?',
  )
  const eraseTerm = db.prepare('DELETE FROM search_term WHERE collection = ? AND term = ? AND entries <= 0')

  const stored = (id: string): StoredEntry | undefined => (find.all(name, id) as StoredEntry[])[0]

  function clear({ entry, fields }: StoredEntry): void {
    eraseText.run(entry)
    eraseFilters.run(entry)
    for (const term of entryVocabulary(collection, JSON.parse(fields))) {
      discountTerm.run(name, term, term.length)
      eraseTerm.run(name, term)
    }
  }

  function fill(entry: number, { filters }: SearchEntry, tokens: EntryTokens): void {
    addText.run(entry, ...tokens.fields, tokens.pinyin)
    for (const filter of collection.filters) {
      for (const value of filters[filter] ?? []) addFilter.run(entry, filter, value, name)
    }
    for (const term of tokens.vocabulary) countTerm.run(name, term, term.length)
  }

  return {
    put(entry, tokens) {
      const before = stored(entry.id)
      const fields = JSON.stringify(entry.fields)
      if (!before) {
        const { lastInsertRowid } = insert.run(name, entry.id, entry.revision, fields)
        fill(Number(lastInsertRowid), entry, tokens)
      } else if (before.revision <= entry.revision) {
        clear(before)
        update.run(entry.revision, fields, before.entry)
        fill(before.entry, entry, tokens)
      }
    },
    remove(id) {
      const before = stored(id)
      if (!before) return
      clear(before)
      erase.run(before.entry)
    },
  }
}
