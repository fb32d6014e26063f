import Database from 'libsql'
import { type Cut, type Document, queryWords, type Ranker, spaced } from './ranker.js'

/** SQLite's FTS5 in memory with its own bm25(), over jieba words joined by OR. */
export function createFts5(documents: Iterable<Document>, cut: Cut): Ranker {
  const db = new Database(':memory:')
  db.exec(`CREATE VIRTUAL TABLE offering USING fts5(id UNINDEXED, words, tokenize = "unicode61")`)
  const insert = db.prepare('INSERT INTO offering (id, words) VALUES (?, ?)')
  db.exec('BEGIN')
  for (const document of documents) insert.run(document.id, spaced(document, cut))
  db.exec('COMMIT')
  db.exec(`INSERT INTO offering (offering) VALUES ('optimize')`)
  const find = db.prepare('SELECT id FROM offering WHERE offering MATCH ? ORDER BY bm25(offering) LIMIT ?')
  return {
    name: 'FTS5',
    async rank(text, limit, words) {
      const match = queryWords(text, cut, words)
        .map((word) => `"${word}"`)
        .join(' OR ')
      if (!match) return []
      const rows = find.all(match, limit) as { id: string }[]
      return rows.map(({ id }) => id)
    },
    close() {
      db.close()
    },
  }
}
