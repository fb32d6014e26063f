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

/** For a word, both normalised, others that it shall find too: 助浴 also finds 居家照护. */
export type Synonyms = ReadonlyMap<string, readonly string[]>

export interface SearchEntry {
  /** Lower-case letters, digits and hyphens, at most 100. */
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

/** As `put` of the index. */
export type PutEntries = (entries: readonly SearchEntry[]) => Promise<void>

/**
 * Whatever is asked of an engine that is away throws Unavailable and may be asked again; what it will never do throws
 * Rejected with the engine's code. Of two writers at the same entry at the same time the engine may keep the older
 * revision: the caller sees to it that one process feeds a collection at a time.
 */
export interface SearchIndex {
  /**
   * Makes what the collections need, brings settings up to date, and says which collections wait to be filled: those
   * that are new, that are indexed otherwise than the code now does (fields, filters, rules of cutting words), or whose
   * filling was broken off. Safe to call again. Until such a collection is filled its searches are answered from what is
   * there (the index as it was, or a part) or throw Unavailable, and `put` may throw Unavailable until `fill` has begun.
   */
  prepare(collections: readonly SearchCollection[]): Promise<readonly string[]>
  /**
   * Indexes a collection anew while it is in use. `write` puts all that the owner has, read after the call began,
   * through the function it is given. Afterwards the collection holds what came that way and what others put meanwhile,
   * and nothing else. When `write` throws, this throws the same and the collection waits as before. One filling of a
   * collection at a time, over all processes.
   * @returns what `write` returned
   */
  fill<T>(collection: SearchCollection, write: (put: PutEntries) => Promise<T>): Promise<T>
  /** Insert or update; entries with an older revision than the indexed one are ignored. Resolves when they are found. */
  put(collection: SearchCollection, entries: readonly SearchEntry[]): Promise<void>
  /** Resolves when they are found no more. */
  remove(collection: SearchCollection, ids: readonly string[]): Promise<void>
  search(collection: SearchCollection, query: SearchQuery): Promise<SearchResult>
  /** Id and revision of all entries in id order, for comparing with the store. */
  contents(collection: SearchCollection): AsyncIterable<readonly { id: string; revision: number }[]>
  /** Resolves when the engine answers. */
  ping(): Promise<void>
  close(): Promise<void>
}
