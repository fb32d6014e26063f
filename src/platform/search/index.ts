export { type SearchCounters, searchCounters } from './meili-counters.js'
export { openMeiliSearch } from './meili-search.js'
export type {
  HighlightPiece,
  SearchCollection,
  SearchEntry,
  SearchIndex,
  SearchQuery,
  Synonyms,
} from './port.js'
export { openSqliteSearch } from './sqlite-search.js'
