import { MongoClient } from 'mongodb'
import { storeCollections } from '../../src/collections.js'
import { type Need, needKind } from '../../src/needs/index.js'
import { systemClock } from '../../src/platform/clock.js'
import { timeOrderedIds } from '../../src/platform/ids.js'
import { Records } from '../../src/platform/records/index.js'
import { openStore } from '../../src/platform/store/index.js'
import { benchNeeds, inBatches } from './mongo-needs.js'

/** A need as the adapter keeps it, so that both sides send the same bytes. */
export type KeptNeed = Omit<Need, 'id'> & { readonly _id: string }

export const keptNeed = ({ id, ...rest }: Need): KeptNeed => ({ _id: id, ...rest })

/** Our store and a plain driver over the same database, with the same concerns. */
export async function openMongoWorkbench(mongoUrl: string) {
  const url = mongoUrl.replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)\/?[^?]*/, `$1/duijie_bench_${process.pid}`)
  const store = await openStore({ mongoUrl: url, path: '', collections: storeCollections })
  const client = await MongoClient.connect(url, {
    readConcern: { level: 'majority' },
    writeConcern: { w: 'majority' },
    ignoreUndefined: true,
  })
  const db = client.db()
  const needs = db.collection<KeptNeed>('needs')
  const ids = timeOrderedIds(systemClock)
  return {
    store,
    client,
    db,
    needs,
    ids,
    records: new Records(needKind, { store, clock: systemClock, ids, onCommitted: () => {} }),
    /** Brings the collection to `count` needs. @returns milliseconds */
    async fill(count: number): Promise<number> {
      const start = performance.now()
      const present = await needs.countDocuments({})
      let at = 0
      for (const batch of inBatches(benchNeeds(count), 2_000)) {
        at += batch.length
        if (at > present) await needs.insertMany(batch.map(keptNeed))
      }
      return performance.now() - start
    },
    async close(): Promise<void> {
      await db.dropDatabase()
      await client.close()
      await store.close()
    },
  }
}

export type MongoWorkbench = Awaited<ReturnType<typeof openMongoWorkbench>>
