import type { mongo } from 'mongoose'
import type { Collection, Stored } from './port.js'

/** One step forward of the database's layout. Runs before indexes are made what the collections say. */
export interface MongoMigration {
  /** The layout's number after it, counted from 1 without gaps. */
  readonly version: number
  readonly name: string
  /** Must bear being done again, and by two processes at once: there is no transaction around it. */
  readonly up: (db: mongo.Db, collections: readonly Collection<Stored>[]) => Promise<void>
}

/** None yet: layout 0 is the first. */
export const mongoMigrations: readonly MongoMigration[] = []

interface Layout {
  readonly _id: 'layout'
  readonly version: number
}

const layoutOf = (db: mongo.Db) => db.collection<Layout>('_store')

/** The database's layout; undefined while nothing was ever kept there. */
export async function layoutVersion(db: mongo.Db): Promise<number | undefined> {
  return (await layoutOf(db).findOne({ _id: 'layout' }))?.version
}

/** Brings the database to the newest version; RangeError when it is newer than that. */
export async function migrateMongo(
  db: mongo.Db,
  collections: readonly Collection<Stored>[],
  steps: readonly MongoMigration[],
): Promise<void> {
  const newest = steps.at(-1)?.version ?? 0
  const current = await layoutVersion(db)
  if (current === undefined) return writeVersion(db, newest)
  if (current > newest)
    throw new RangeError(
      `the database has layout ${current} and this program knows ${newest}: start a newer version of the program`,
    )
  for (const { version, up } of steps.filter((step) => step.version > current)) {
    await up(db, collections)
    await writeVersion(db, version)
  }
}

/** Never backwards, whatever another process writes at the same time. */
async function writeVersion(db: mongo.Db, version: number): Promise<void> {
  await layoutOf(db).updateOne({ _id: 'layout' }, { $max: { version } }, { upsert: true })
}
