import { createHash } from 'node:crypto'
import { valuesAt } from './paths.js'
import type { Collection, DocumentStore, Stored } from './port.js'
import type { CollectionDigest } from './sqlite-digest.js'

/**
 * As the digest of a file, but of what documents say and not of how an engine writes them: keys in order of name.
 * @param until an instant; documents that expire before it are left out, for they may go at any moment
 */
export async function contentDigest(
  store: Pick<DocumentStore, 'scan'>,
  collection: Collection<Stored>,
  until: Date,
): Promise<CollectionDigest> {
  const expiry = collection.indexes.find(({ expires }) => expires)?.fields[0]
  const lasts = (document: Stored) => {
    const [instant] = expiry === undefined ? [] : valuesAt(document, expiry)
    return typeof instant !== 'string' || instant > until.toISOString()
  }
  const hash = createHash('sha256')
  let documents = 0
  for await (const batch of store.scan(collection)) {
    const lasting = batch.filter(lasts)
    documents += lasting.length
    for (const document of lasting) hash.update(`${JSON.stringify(document, inOrder)}\n`)
  }
  return { name: collection.name, documents, sha256: hash.digest('hex') }
}

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
