import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { storeCollections } from '../collections.js'
import { systemClock } from '../platform/clock.js'
import { Invalid } from '../platform/errors.js'
import {
  type CollectionDigest,
  copyStates,
  copyStore,
  holdsData,
  openStore,
  type StoreCopy,
} from '../platform/store/index.js'

/** Where a store is: one of the two is there. */
interface Address {
  readonly mongoUrl: string | undefined
  readonly path: string
}

/**
 * Copies all that one store holds into another, empty one.
 * @param from `sqlite:FILE`, `mongodb://…` or `MONGO_URL` for what that variable holds; `to` likewise
 * @throws Invalid for an address that is none, a source without data, and as `copyStore` does
 */
export async function migrateStore(
  from: string,
  to: string,
  options: Pick<StoreCopy, 'onProgress' | 'batchSize'>,
): Promise<readonly CollectionDigest[]> {
  const [here, there] = [addressOf('--from', from), addressOf('--to', to)]
  if (!(await holds(here))) throw new Invalid([{ field: '--from', code: 'data.missing' }])
  const source = await openStore({ ...here, collections: storeCollections })
  try {
    const target = await openStore({ ...there, collections: [...storeCollections, copyStates] })
    try {
      const sourceName = createHash('sha256')
        .update(here.mongoUrl ?? resolve(here.path))
        .digest('hex')
      return await copyStore({
        ...options,
        source,
        target,
        collections: storeCollections,
        clock: systemClock,
        sourceName,
      })
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

function addressOf(field: string, given: string): Address {
  const address = given === 'MONGO_URL' ? (process.env.MONGO_URL ?? '') : given
  const [, file] = /^sqlite:(.+)$/.exec(address) ?? []
  if (file) return { mongoUrl: undefined, path: file }
  if (/^mongodb(\+srv)?:\/\//.test(address)) return { mongoUrl: address, path: '' }
  throw new Invalid([{ field, code: 'store.address' }])
}

async function holds({ mongoUrl, path }: Address): Promise<boolean> {
  return mongoUrl === undefined ? existsSync(path) : holdsData(mongoUrl)
}
