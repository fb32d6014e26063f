/**
 * Full-text search for people's own queries, as the features see it. Engines: FTS5 in the store's file, and
 * Meilisearch. test/contract/search-index.ts says what both must do. Candidates for matching come from elsewhere
 * (matching/candidates.ts), because there every millisecond counts.
 */

export interface SearchableField {
  readonly name: string
  /** Relative weight of a hit in this field, > 0. */
  readonly weight: number
}

/** What a feature lets people search, declared once beside its collection. */
export interface SearchCollection {
  readonly name: string
  readonly fields: readonly SearchableField[]
  /** Names of values that can be filtered and counted (facets); each entry holds a string or several. */
  readonly filters: readonly string[]
}

export interface SearchEntry {
  readonly id: string
  /** The stored document's revision: an older one never overwrites a newer one. */
  readonly revision: number
  readonly fields: Readonly<Record<string, string>>
  readonly filters: Readonly<Record<string, readonly string[]>>
}

export interface SearchQuery {
  /** What the person typed: Chinese words or single characters, traditional or simplified, pinyin, Latin with a typo. Empty: everything. */
  readonly text: string
  /** For each named filter: any of the values. */
  readonly filters?: Readonly<Record<string, readonly string[]>>
  /** Count hits per value of these filters, for the 100 commonest values of each. */
  readonly facets?: readonly string[]
  /** 1 to 100, default 20. */
  readonly limit?: number
  /** 0 to 1,000. */
  readonly offset?: number
}

export interface SearchHit {
  readonly id: string
  /** Better is larger; comparable within one answer only. */
  readonly score: number
  /** Per field with a hit: a fragment as alternating plain and matched pieces, never markup, `…` where the text is cut. */
  readonly highlights: Readonly<Record<string, readonly HighlightPiece[]>>
}

export interface HighlightPiece {
  readonly text: string
  readonly hit: boolean
}

export interface SearchResult {
  readonly hits: readonly SearchHit[]
  /** Exact up to 10,000, then 10,000. */
  readonly total: number
  readonly facets: Readonly<Record<string, readonly { value: string; count: number }[]>>
}

export interface SearchIndex {
  /**
   * Makes what the collections need; safe to call again. Returns the names of those that are new or were emptied
   * because fields, filters or the rules of cutting words changed: their owner puts everything again. If that was
   * broken off, comparing `contents` with the store finds the rest.
   */
  prepare(collections: readonly SearchCollection[]): Promise<readonly string[]>
  /** Insert or update; entries with an older revision than the indexed one are ignored. */
  put(collection: SearchCollection, entries: readonly SearchEntry[]): Promise<void>
  remove(collection: SearchCollection, ids: readonly string[]): Promise<void>
  search(collection: SearchCollection, query: SearchQuery): Promise<SearchResult>
  /** Id and revision of all entries in id order, for comparing with the store. */
  contents(collection: SearchCollection): AsyncIterable<readonly { id: string; revision: number }[]>
  close(): Promise<void>
}
