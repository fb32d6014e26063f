import { createHash } from 'node:crypto'
import { join } from 'node:path'
import Database from 'libsql'
import type { Suite } from 'mocha'
import type { Config } from '../src/config.js'
import type { Collection, DocumentStore, Stored } from '../src/platform/store/index.js'
import {
  databaseUrl,
  dropDatabase,
  openTemporaryMongo,
  withDatabase,
} from './platform/store/temporary-mongo.js'
import { openTemporarySqlite } from './platform/store/temporary-sqlite.js'
import { dataFolder, testConfig } from './running.js'
import { mongoUrl } from './setup.js'

type Digests = Readonly<Record<string, string>>

/** The data of a whole server, for the tests of one file: `onCleanup` would take it away after the first of them. */
export interface Home {
  /** As `testConfig`, for this home. */
  config(over?: Partial<Config>): Config
  /** Of everything that is kept there, the search index too, by table or collection; those named are left out. */
  digests(but: ReadonlySet<string>): Promise<Digests>
  remove(): Promise<void>
}

/** An engine behind the DocumentStore port, as tests use it. */
export interface Engine {
  readonly name: 'sqlite' | 'mongodb'
  /** An empty store, which is closed and thrown away after the test. */
  open(collections: readonly Collection<Stored>[]): Promise<DocumentStore>
  makeHome(): Home
}

const sqlite: Engine = {
  name: 'sqlite',
  open: (collections) => openTemporarySqlite(collections),
  makeHome() {
    const { path, remove } = dataFolder()
    return {
      config: (over = {}) => testConfig(path, over),
      digests: async (but) => without(fileDigests(path), but),
      remove: async () => remove(),
    }
  },
}

let homes = 0

const mongodb: Engine = {
  name: 'mongodb',
  open: (collections) => openTemporaryMongo(collections),
  makeHome() {
    const { path, remove } = dataFolder()
    const url = databaseUrl(`duijie_test_home_${process.pid}_${++homes}`)
    return {
      config: (over = {}) => testConfig(path, { mongoUrl: url, ...over }),
      digests: async (but) => without({ ...fileDigests(path), ...(await databaseDigests(url)) }, but),
      async remove() {
        remove()
        await dropDatabase(url)
      },
    }
  },
}

/** The engines at hand: MongoDB only where MONGO_URL names a server. */
export const engines: readonly Engine[] = mongoUrl ? [sqlite, mongodb] : [sqlite]

/** `describe`, once for each engine at hand. */
export function onEachStore(title: string, tests: (this: Suite, engine: Engine) => void): void {
  for (const engine of engines)
    describe(`${title}, on ${engine.name}`, function () {
      tests.call(this, engine)
    })
}

function without(digests: Digests, but: ReadonlySet<string>): Digests {
  return Object.fromEntries(Object.entries(digests).filter(([name]) => !but.has(name)))
}

function fileDigests(folder: string): Digests {
  const db = new Database(join(folder, 'duijie.sqlite'))
  const tables = db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`).all() as {
    name: string
  }[]
  const digests = tables.map(({ name }) => {
    const rows = db.prepare(`SELECT * FROM "${name}"`).raw(true).all()
    return [name, createHash('sha256').update(JSON.stringify(rows)).digest('hex')]
  })
  db.close()
  return Object.fromEntries(digests)
}

function databaseDigests(url: string): Promise<Digests> {
  return withDatabase(url, async (db) => {
    const names = (await db.listCollections().toArray()).map(({ name }) => name).sort()
    const digests: Record<string, string> = {}
    for (const name of names) {
      const hash = createHash('sha256')
      for await (const document of db.collection(name).find().sort({ _id: 1 }))
        hash.update(JSON.stringify(document))
      digests[name] = hash.digest('hex')
    }
    return digests
  })
}
