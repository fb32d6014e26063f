import type { Connection, Model } from 'mongoose'
import { fromKept, type Kept } from './mongo-documents.js'
import { indexDifference } from './mongo-indexes.js'
import { layoutVersion } from './mongo-migrations.js'
import type { Models } from './mongo-models.js'
import type { Collection, Stored, StoreHealth } from './port.js'
import { misfit } from './shape.js'

/** Documents of each collection that a deep look takes by chance. */
const sampleSize = 200

/** @param deep also compares the indexes, and looks at some documents of each collection */
export async function mongoHealth(
  connection: Connection,
  collections: readonly Collection<Stored>[],
  models: Models,
  deep: boolean,
): Promise<StoreHealth> {
  const db = connection.getClient().db(connection.name)
  const [{ version }, layout] = await Promise.all([db.command({ buildInfo: 1 }), layoutVersion(db)])
  const problems: string[] = []
  if (deep)
    for (const collection of collections) {
      const model = models.get(collection.name)
      if (model) problems.push(...(await wrongIndexes(model)), ...(await strangers(model, collection)))
    }
  return { engine: 'mongodb', version: String(version), schemaVersion: layout ?? 0, problems }
}

async function wrongIndexes(model: Model<Kept>): Promise<string[]> {
  const { missing, surplus } = await indexDifference(model)
  return [
    ...missing.map(({ options }) => `index missing: ${options.name}`),
    ...surplus.map((name) => `index declared no more: ${name}`),
  ]
}

/** Documents that somebody else wrote, or another version of the program. */
async function strangers(model: Model<Kept>, collection: Collection<Stored>): Promise<string[]> {
  const sample = await model.aggregate<Kept>([{ $sample: { size: sampleSize } }])
  return sample.flatMap((kept) => {
    const document = fromKept(kept)
    const wrong = Number.isInteger(kept.revision) ? misfit(document, collection) : 'revision: no whole number'
    return wrong ? [`${collection.name} ${document.id}: ${wrong}`] : []
  })
}
