import type Database from 'libsql'
import { checkDeclaration } from './declaration.js'
import type { SearchCollection } from './port.js'
import { tokenRules } from './search-tokens.js'

/** Tables that all collections share; their full-text tables come beside them, one each. */
const sharedTables = `
CREATE TABLE IF NOT EXISTS search_collection (
  name TEXT PRIMARY KEY,
  fingerprint TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS search_entry (
  entry INTEGER PRIMARY KEY,
  collection TEXT NOT NULL,
  id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  fields TEXT NOT NULL,
  UNIQUE (collection, id)
);

CREATE TABLE IF NOT EXISTS search_filter (
  entry INTEGER NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  collection TEXT NOT NULL,
  PRIMARY KEY (entry, name, value)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS search_filter_value ON search_filter (collection, name, value, entry);

-- Latin words and how many entries hold each, for mistyped ones.
CREATE TABLE IF NOT EXISTS search_term (
  collection TEXT NOT NULL,
  term TEXT NOT NULL,
  length INTEGER NOT NULL,
  entries INTEGER NOT NULL,
  PRIMARY KEY (collection, term)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS search_term_common ON search_term (collection, length, entries, term);
`

/** Hits of the search that is running, best first, on this connection only: paged and tallied without matching again. */
const hitTable = `
CREATE TEMP TABLE IF NOT EXISTS search_hit (
  place INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  score REAL NOT NULL
)`

/** The full-text table of a collection, quoted; every name ends alike, so that it never meets FTS5's own side tables. */
export function textTable(collection: SearchCollection): string {
  return `"search_${collection.name}_text"`
}

/** The columns with the fields' tokens, in the order of the fields; `pinyin` comes after them. */
export function textColumns(collection: SearchCollection): string[] {
  return collection.fields.map((_, index) => `field${index}`)
}

/** Makes the tables; a collection indexed otherwise is emptied. Returns whether it waits to be filled. */
export function prepareCollection(db: Database.Database, collection: SearchCollection): boolean {
  checkDeclaration(collection)
  const wanted = fingerprint(collection)
  const [known] = db
    .prepare('SELECT fingerprint FROM search_collection WHERE name = ?')
    .all(collection.name) as {
    fingerprint: string
  }[]
  if (known?.fingerprint === wanted) return false
  if (known?.fingerprint === unfilled(wanted)) return true
  emptyCollection(db, collection)
  // The tokens come cut: unicode61 splits at the spaces only, and must not fold away what normalize() kept.
  db.exec(`
    DROP TABLE IF EXISTS ${textTable(collection)};
    CREATE VIRTUAL TABLE ${textTable(collection)} USING fts5(
      ${[...textColumns(collection), 'pinyin'].join(', ')},
      content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
    )`)
  note(db, collection, unfilled(wanted))
  return true
}

export function noteFilled(db: Database.Database, collection: SearchCollection): void {
  note(db, collection, fingerprint(collection))
}

function note(db: Database.Database, { name }: SearchCollection, state: string): void {
  db.prepare('INSERT OR REPLACE INTO search_collection (name, fingerprint) VALUES (?, ?)').run(name, state)
}

export function createSharedTables(db: Database.Database): void {
  db.exec(sharedTables)
}

export function createHitTable(db: Database.Database): void {
  db.exec(hitTable)
}

function emptyCollection(db: Database.Database, { name }: SearchCollection): void {
  db.prepare('DELETE FROM search_filter WHERE collection = ?').run(name)
  db.prepare('DELETE FROM search_entry WHERE collection = ?').run(name)
  db.prepare('DELETE FROM search_term WHERE collection = ?').run(name)
}

function unfilled(wanted: string): string {
  return `unfilled ${wanted}`
}

/** Changes when stored tokens or columns would; weights only count when searching. */
function fingerprint({ fields, filters }: SearchCollection): string {
  return JSON.stringify({ tokenRules, fields: fields.map((f) => f.name), filters: filters.toSorted() })
}
