import type Database from 'libsql'
import { withinEdits } from '../text/index.js'
import { highlightsOf } from './highlight.js'
import type { SearchCollection, SearchQuery, SearchResult, Synonyms } from './port.js'
import { checkFilters, looseExpression, pageOf, parseQuery, strictExpression } from './search-query.js'
import { textColumns, textTable } from './sqlite-schema.js'

const mostHits = 10_000
const mostFacetValues = 100
/** A mistyped word is compared with this many known ones of each length, 5,000 in all: a few milliseconds at worst. */
const termsPerLength = 1_000
const mostAlternatives = 5

interface HitRow {
  readonly id: string
  readonly fields: string
  readonly score: number
}

/** Answers queries on one collection; each call belongs into a transaction, so that its statements see one state. */
export type EntryReader = (query: SearchQuery) => SearchResult

export function entryReader(
  db: Database.Database,
  collection: SearchCollection,
  synonyms: Synonyms,
): EntryReader {
  const { name } = collection
  const columns = textColumns(collection)
  const statement = preparedOnce(db)
  const clearHits = db.prepare('DELETE FROM temp.search_hit')
  const page = db.prepare(`
    SELECT e.id, e.fields, h.score
    FROM temp.search_hit AS h JOIN search_entry AS e ON e.entry = h.entry
    WHERE h.place > ?
    ORDER BY h.place
    LIMIT ?`)
  const facet = db.prepare(`
    SELECT f.value, count(*) AS count
    FROM temp.search_hit AS h CROSS JOIN search_filter AS f ON f.entry = h.entry AND f.name = ?
    GROUP BY f.value
    ORDER BY count DESC, f.value
    LIMIT ${mostFacetValues}`)
  const isKnown = db.prepare(`
    SELECT 1 FROM search_term
    WHERE collection = ? AND term >= ? AND term < ? || '{'
    LIMIT 1`)
  // The commonest: codes and names that occur once must not crowd out the words that people mistype.
  const commonest = db.prepare(`
    SELECT term FROM search_term
    WHERE collection = ? AND length = ?
    ORDER BY entries DESC
    LIMIT ${termsPerLength}`)

  /** Nearest first. Nothing for a word that is known or begins a known one: it is taken as meant. */
  function alternativesOf(word: string): string[] {
    if (!/^[a-z]{4,30}$/.test(word) || isKnown.all(name, word, word).length) return []
    const limit = word.length >= 8 ? 2 : 1
    const near: string[] = []
    for (let length = word.length - limit; length <= word.length + limit; length++) {
      for (const { term } of commonest.all(name, length) as { term: string }[]) {
        if (withinEdits(word, term, limit)) near.push(term)
      }
    }
    const one = near.filter((term) => withinEdits(word, term, 1))
    return [...new Set([...one, ...near])].slice(0, mostAlternatives)
  }

  /** Puts the hits into temp.search_hit and says how many there are. */
  function match(expression: string, filters: FilterValues): number {
    clearHits.run()
    return statement(matchSql(collection, filters.length)).run(expression, ...filters.flat()).changes
  }

  function all(filters: FilterValues): number {
    clearHits.run()
    const [first, ...others] = filters
    const driver = first ? [first[0], first[1], name] : []
    return statement(browseSql(filters.length)).run(name, ...driver, ...others.flat()).changes
  }

  return (query) => {
    const { limit, offset } = pageOf(query)
    checkFilters(collection, query)
    const filters = filterValues(query)
    const parsed = parseQuery(query.text, synonyms, alternativesOf)
    let words = parsed.strict
    let total = words.length ? match(strictExpression(parsed, columns), filters) : all(filters)
    if (total === 0 && words.length) {
      words = parsed.loose
      total = match(looseExpression(parsed, columns), filters)
    }
    const hits = (page.all(offset, limit) as HitRow[]).map(({ id, score, fields }) => ({
      id,
      score,
      highlights: highlightsOf(collection, JSON.parse(fields), words),
    }))
    const facets: Record<string, { value: string; count: number }[]> = {}
    for (const filter of query.facets ?? []) {
      const rows = facet.all(filter) as { value: string; count: number }[]
      facets[filter] = rows.map(({ value, count }) => ({ value, count }))
    }
    return { hits, total, facets }
  }
}

/** Name and JSON array of values of each filter that is set. */
type FilterValues = readonly (readonly [name: string, values: string])[]

function filterValues({ filters = {} }: SearchQuery): FilterValues {
  return Object.entries(filters).map(([filter, values]) => [filter, JSON.stringify(values)])
}

/** FTS5 drives, and each of its hits is looked up in the filters' primary key. */
function matchSql(collection: SearchCollection, filters: number): string {
  const table = textTable(collection)
  // A hit by pinyin says less than one in the text.
  const weights = collection.fields.map((field) => field.weight)
  const all = [...weights, Math.max(...weights) / 2].join(', ')
  return `
    INSERT INTO temp.search_hit (entry, score)
    SELECT e.entry, -bm25(${table}, ${all}) AS score
    FROM ${table} CROSS JOIN search_entry AS e ON e.entry = ${table}.rowid
    WHERE ${table} MATCH ?${` AND ${filterCondition('e.entry')}`.repeat(filters)}
    ORDER BY score DESC, e.id DESC
    LIMIT ${mostHits}`
}

/** Without filters the index by id drives; otherwise the entries with the first filter's values do. */
function browseSql(filters: number): string {
  const driver = `
    AND e.entry IN (
      SELECT entry FROM search_filter
      WHERE name = ? AND value IN (SELECT value FROM json_each(?)) AND collection = ?)`
  return `
    INSERT INTO temp.search_hit (entry, score)
    SELECT e.entry, 0
    FROM search_entry AS e
    WHERE ${filters ? '+' : ''}e.collection = ?${filters ? driver : ''}
      ${` AND ${filterCondition('e.entry')}`.repeat(Math.max(0, filters - 1))}
    ORDER BY e.id DESC
    LIMIT ${mostHits}`
}

function filterCondition(entry: string): string {
  return `EXISTS (
      SELECT 1 FROM search_filter AS f
      WHERE f.entry = ${entry} AND f.name = ? AND f.value IN (SELECT value FROM json_each(?)))`
}

function preparedOnce(db: Database.Database): (sql: string) => Database.Statement {
  const known = new Map<string, Database.Statement>()
  return (sql) => {
    let statement = known.get(sql)
    if (!statement) {
      statement = db.prepare(sql)
      known.set(sql, statement)
    }
    return statement
  }
}
