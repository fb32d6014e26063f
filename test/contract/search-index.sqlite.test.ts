import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteSearch, type SearchIndex, type Synonyms } from '../../src/platform/search/index.js'
import { onCleanup } from '../setup.js'
import { searchIndexContract } from './search-index.js'

async function openTemporarySqlite(synonyms: Synonyms): Promise<SearchIndex> {
  const folder = await mkdtemp(join(tmpdir(), 'duijie-search-'))
  onCleanup(() => rm(folder, { recursive: true }))
  return openSqliteSearch({ path: join(folder, 'search.db'), synonyms })
}

searchIndexContract('sqlite', openTemporarySqlite)
