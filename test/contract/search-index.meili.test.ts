import { randomUUID } from 'node:crypto'
import { Meilisearch } from 'meilisearch'
import type { SearchIndex, Synonyms } from '../../src/platform/search/index.js'
import { openMeiliSearch } from '../../src/platform/search/meili-search.js'
import { MeiliDouble } from '../meili-double/server.js'
import { onCleanup } from '../setup.js'
import { searchIndexContract } from './search-index.js'

interface Server {
  readonly url: string
  readonly key: string | undefined
}

/** Indexes of a name of their own, which go when the test is over. */
function openOn({ url, key }: Server, synonyms: Synonyms): SearchIndex {
  const prefix = `test-${randomUUID()}-`
  onCleanup(() => removeIndexes({ url, key }, prefix))
  // On a slow machine an answer may be late; that is another test's matter.
  return openMeiliSearch({ url, key, prefix, synonyms, searchTimeout: 60_000 })
}

async function removeIndexes({ url, key }: Server, prefix: string): Promise<void> {
  const client = new Meilisearch({ host: url, ...(key === undefined ? {} : { apiKey: key }) })
  const { results } = await client.getRawIndexes({ limit: 1_000 })
  for (const { uid } of results) if (uid.startsWith(prefix)) await client.deleteIndex(uid)
}

searchIndexContract('a double of Meilisearch', async (synonyms) => {
  const double = await new MeiliDouble().start()
  onCleanup(() => double.stop())
  return openOn(double, synonyms)
})

const { MEILI_URL: url, MEILI_KEY: key } = process.env
// Its answers come from a disk, through tasks.
if (url) searchIndexContract('a Meilisearch server', async (synonyms) => openOn({ url, key }, synonyms), 10)
else console.log('MEILI_URL is not set: the search contract runs against a double of Meilisearch only.')
