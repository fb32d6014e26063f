import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import Database from 'libsql'
import { addTo, type OwnPage, pageOf, pagesCollection } from '../../../src/insights/cells.js'
import { createPublishedQuarters } from '../../../src/insights/published-quarters.js'
import { createInsights } from '../../../src/insights/service.js'
import { Supply } from '../../../src/insights/supply.js'
import { needsCollection } from '../../../src/needs/index.js'
import { offeringsCollection } from '../../../src/offerings/index.js'
import { systemActor } from '../../../src/platform/actor.js'
import { systemClock } from '../../../src/platform/clock.js'
import type { Collection, DocumentStore, Stored } from '../../../src/platform/store/index.js'
import { openSqliteStore } from '../../../src/platform/store/index.js'
import { capacityMonths } from '../../../src/referrals/index.js'
import { loadRegions } from '../../../src/regions/index.js'
import { loadTaxonomy } from '../../../src/taxonomy/index.js'
import { countsOf, groupBy, type Question, rolledUp, type SqlRow } from '../insights/group-by.js'
import { syntheticNeeds } from '../insights/synthetic-needs.js'
import { ms, type Row, timed, times } from '../row.js'

const size = Number(process.env.DUIJIE_BENCH_NEEDS ?? 1_000_000)
const batchSize = 5_000
const rounds = 5
const wanted = 20

const regions = loadRegions('seeds/regions')
const taxonomy = loadTaxonomy('seeds/taxonomy')
const actor = systemActor('bench')
const collections = [needsCollection, pagesCollection, offeringsCollection, capacityMonths]

const span = { from: '2026-01', to: '2026-12' }
/** In Shanghai. */
const within = ['2025-12-31T16:00:00.000Z', '2026-12-31T16:00:00.000Z']

const questions: readonly (Question & { readonly what: string })[] = [
  { what: 'by street', by: 'street' },
  { what: 'by community', by: 'community' },
  { what: 'by street and branch', by: 'street', categories: 'branch' },
  { what: 'by community and branch', by: 'community', categories: 'branch' },
  { what: 'by street and category', by: 'street', categories: 'category' },
  { what: 'of one target group, by street', by: 'street', group: 'elderly' },
]

/** The heatmaps of a year out of the cells, beside the SQL GROUP BY over the needs that gives the same numbers. */
export async function insights(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'duijie-bench-'))
  const path = join(folder, 'duijie.sqlite')
  try {
    const pages = await fill(path)
    const store = await openSqliteStore({ path, collections })
    const db = new Database(path, { readonly: true })
    try {
      return await measured(store, db, `${pages.toLocaleString('en')} pages of cells`)
    } finally {
      db.close()
      await store.close()
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Writes needs and cells without indexes: these are made at once when the file is opened anew. @returns how many pages */
async function fill(path: string): Promise<number> {
  const bare = collections.map((each) => ({ ...each, indexes: [], arrays: [] }))
  const store = await openSqliteStore({ path, collections: bare })
  const cells = new Map<string, OwnPage>()
  const [needs, pages] = bare as unknown as [typeof needsCollection, typeof pagesCollection]
  await insertAll(store, needs, counted(cells))
  await insertAll(store, pages, stored(cells))
  await store.close()
  return cells.size
}

function* stored(cells: ReadonlyMap<string, OwnPage>) {
  for (const page of cells.values()) yield pageOf(page)
}

function* counted(cells: Map<string, OwnPage>) {
  for (const need of syntheticNeeds(size, regions, taxonomy)) {
    addTo(cells, { need, verdict: undefined, sign: 1 }, taxonomy)
    yield need
  }
}

async function insertAll<T extends Stored>(
  store: DocumentStore,
  collection: Collection<T>,
  documents: Iterable<T>,
): Promise<void> {
  let batch: T[] = []
  for (const document of documents) {
    batch.push(document)
    if (batch.length < batchSize) continue
    await store.insertMany(collection, batch)
    batch = []
  }
  if (batch.length) await store.insertMany(collection, batch)
}

async function measured(store: DocumentStore, db: Database.Database, note: string): Promise<Row[]> {
  const deps = { store, clock: systemClock, regions, taxonomy }
  const reader = createInsights({
    ...deps,
    populations: new Map(),
    supply: new Supply(deps),
    published: createPublishedQuarters(deps),
  })
  const rows: Row[] = []
  for (const { what, ...question } of questions) {
    const ask = () => reader.heatmap({ ...span, ...question }, actor)
    const statement = db.prepare(groupBy(question, taxonomy)).raw(true)
    const answer = await ask()
    const isEqual = isDeepStrictEqual(
      countsOf(answer.rows),
      rolledUp(statement.all(...within) as SqlRow[], question, regions),
    )
    if (!isEqual) throw new Error(`${what}: not what the needs say`)
    // In turn, and the best of each: what else the machine does only adds.
    const [ours, theirs]: [number[], number[]] = [[], []]
    for (let round = 0; round < rounds; round++) {
      ours.push(await timed(ask))
      theirs.push(await timed(() => statement.all(...within)))
    }
    const [best, against] = [Math.min(...ours), Math.min(...theirs)]
    const ratio = against / best
    rows.push({
      what: `heatmap of a year, ${what}, ${size.toLocaleString('en')} needs`,
      ours: ms(best),
      against: `SQL GROUP BY over the needs ${ms(against)}`,
      ratio: times(ratio),
      reach: `>= ${wanted}`,
      reached: ratio >= wanted,
      notes: [`equal, row by row; ${note}; DUIJIE_BENCH_NEEDS sets the size`],
    })
  }
  return rows
}
