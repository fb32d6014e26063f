export type { HighlightPiece, SearchCollection, SearchEntry, SearchIndex, SearchQuery } from './port.js'
export { openSqliteSearch } from './sqlite-search.js'
