export { compareVersions, type Drift, differences, Tally, type Version } from './drift.js'
export { type SearchCounters, searchCounters } from './meili-counters.js'
export { measureSearch } from './metrics.js'
export { openSearch } from './open-search.js'
export { plainSearch } from './plain-search.js'
export type {
  HighlightPiece,
  PutEntries,
  SearchCollection,
  SearchEntry,
  SearchIndex,
  SearchQuery,
  SearchResult,
  Synonyms,
} from './port.js'
export { openSqliteSearch } from './sqlite-search.js'
