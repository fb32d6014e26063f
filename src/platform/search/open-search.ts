import type { MeiliOptions } from './meili-search.js'
import type { SearchIndex } from './port.js'
import { openSqliteSearch } from './sqlite-search.js'

export interface OpenSearchOptions extends Omit<MeiliOptions, 'url'> {
  /** Where Meilisearch is; undefined: the file. */
  readonly url: string | undefined
  /** The file of the embedded engine. */
  readonly path: string
}

/** Opens the engine that is configured. Meilisearch's client is loaded only where it is asked for. */
export async function openSearch({ url, path, synonyms, ...meili }: OpenSearchOptions): Promise<SearchIndex> {
  const shared = synonyms === undefined ? {} : { synonyms }
  if (url === undefined) return openSqliteSearch({ path, ...shared })
  const { openMeiliSearch } = await import('./meili-search.js')
  return openMeiliSearch({ url, ...meili, ...shared })
}
