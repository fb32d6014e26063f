import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import Database from 'libsql'
import { addTo, type OwnPage, pagesCollection } from '../../../src/insights/cells.js'
import { monthsWithin } from '../../../src/insights/query.js'
import { createInsights, type InsightRow } from '../../../src/insights/service.js'
import { Supply } from '../../../src/insights/supply.js'
import { type Need, needsCollection, urgencies } from '../../../src/needs/index.js'
import { offeringsCollection } from '../../../src/offerings/index.js'
import { systemActor } from '../../../src/platform/actor.js'
import { systemClock } from '../../../src/platform/clock.js'
import { openSqliteStore } from '../../../src/platform/store/index.js'
import { capacityMonths } from '../../../src/referrals/index.js'
import { loadRegions } from '../../../src/regions/index.js'
import { loadTaxonomy } from '../../../src/taxonomy/index.js'
import { randomFrom } from '../../tile-map/annealing.js'
import { median, ms, type Row, timed, times } from '../row.js'

const size = Number(process.env.DUIJIE_BENCH_NEEDS ?? 100_000)
const months = monthsWithin('2025-01', '2026-12')
const batchSize = 5_000
const rounds = 3
const wanted = 20

const regions = loadRegions('seeds/regions')
const taxonomy = loadTaxonomy('seeds/taxonomy')
const communities = regions.all.filter(({ level }) => level === 'community')
const services = taxonomy.services.terms.filter(({ children }) => !children)
const actor = systemActor('bench')

/** The heatmaps of a year out of the cells, beside the SQL GROUP BY over the needs that gives the same numbers. */
export async function insights(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'duijie-bench-'))
  const path = join(folder, 'duijie.sqlite')
  const collections = [needsCollection, pagesCollection, offeringsCollection, capacityMonths]
  const store = await openSqliteStore({ path, collections })
  try {
    const cells = new Map<string, OwnPage>()
    const random = randomFrom(7)
    for (let from = 0; from < size; from += batchSize) {
      const needs = Array.from({ length: Math.min(batchSize, size - from) }, (_, at) =>
        needFrom(from + at, random),
      )
      await store.insertMany(needsCollection, needs)
      for (const need of needs) addTo(cells, { need, verdict: undefined, sign: 1 }, taxonomy)
    }
    const all = [...cells.values()]
    for (let from = 0; from < all.length; from += batchSize)
      await store.insertMany(pagesCollection, all.slice(from, from + batchSize))
    const deps = {
      store,
      clock: systemClock,
      regions,
      taxonomy,
      populations: new Map(),
      supply: new Supply({ store, clock: systemClock, regions, taxonomy }),
    }
    const reader = createInsights(deps)
    const db = new Database(path, { readonly: true })
    const rows: Row[] = []
    for (const { what, split } of questions) {
      const ask = () => reader.heatmap({ ...span, ...split }, actor)
      const statement = db.prepare(groupBy('categories' in split))
      const ours = await Promise.all([ask()]).then(() => sample(ask))
      const theirs = await sample(async () => statement.all(...within))
      const ratio = median(theirs) / median(ours)
      const isEqual = isDeepStrictEqual(
        countsOf((await ask()).rows),
        rolledUp(statement.raw(true).all(...within) as SqlRow[], split),
      )
      if (!isEqual) throw new Error(`${what}: not what the needs say`)
      rows.push({
        what: `heatmap of a year, ${what}, ${size.toLocaleString('en')} needs`,
        ours: ms(median(ours)),
        against: `SQL GROUP BY over the needs ${ms(median(theirs))}`,
        ratio: times(ratio),
        reach: `>= ${wanted}`,
        reached: ratio >= wanted,
        notes: [
          `equal, row by row; ${all.length.toLocaleString('en')} pages of cells; DUIJIE_BENCH_NEEDS sets the size`,
        ],
      })
    }
    db.close()
    return rows
  } finally {
    await store.close()
    rmSync(folder, { recursive: true })
  }
}

const span = { from: '2026-01', to: '2026-12' }
/** In Shanghai. */
const within = ['2025-12-31T16:00:00.000Z', '2026-12-31T16:00:00.000Z']

const questions = [
  { what: 'by street', split: { by: 'street' } },
  { what: 'by community', split: { by: 'community' } },
  { what: 'by street and branch', split: { by: 'street', categories: 'branch' } },
  { what: 'by community and branch', split: { by: 'community', categories: 'branch' } },
] as const

async function sample(work: () => Promise<unknown>): Promise<number[]> {
  const took: number[] = []
  for (let round = 0; round < rounds; round++) took.push(await timed(work))
  return took
}

type SqlRow = [region: string, branch: string | null, needs: number, unmet: number]

/** What the needs say themselves, at the level at which they are kept; to roll it up costs nothing beside. */
function groupBy(isByBranch: boolean): string {
  const category = `doc ->> '$.categories[0]'`
  const branch = isByBranch ? `substr(${category}, 1, instr(${category} || '.', '.') - 1)` : 'NULL'
  const open = `(doc ->> '$.amount.value') - coalesce(doc ->> '$.progress.reserved', 0)
    - coalesce(doc ->> '$.progress.committed', 0) - coalesce(doc ->> '$.progress.delivered', 0)`
  const state = `doc ->> '$.state'`
  return `SELECT doc ->> '$.region', ${branch}, count(*), sum(${state} <> 'withdrawn' AND ${open} > 0)
    FROM needs WHERE doc ->> '$.createdAt' >= ? AND doc ->> '$.createdAt' < ? AND ${state} NOT IN ('draft', 'merged')
    GROUP BY 1, 2`
}

function rolledUp(
  rows: readonly SqlRow[],
  { by }: { readonly by: 'street' | 'community' },
): Map<string, [number, number]> {
  const sums = new Map<string, [number, number]>()
  for (const [region, branch, needs, unmet] of rows) {
    const place = by === 'community' ? region : regions.chain(region)[1]
    const key = `${place}/${branch ?? ''}`
    const [a, b] = sums.get(key) ?? [0, 0]
    sums.set(key, [a + needs, b + unmet])
  }
  return inOrder(sums)
}

function countsOf(rows: readonly InsightRow[]): Map<string, [number, number]> {
  const sums = new Map<string, [number, number]>()
  for (const { region, category = '', needs, unmet } of rows) {
    if (needs.kind !== 'count' || unmet.kind !== 'count' || !needs.count) continue
    sums.set(`${region}/${category}`, [needs.count, unmet.count])
  }
  return inOrder(sums)
}

function inOrder<V>(sums: Map<string, V>): Map<string, V> {
  return new Map([...sums].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Needs as a district has them: few categories and communities have most of them, two in three are over. */
function needFrom(number: number, random: () => number): Need {
  const day = String(1 + Math.floor(random() * 28)).padStart(2, '0')
  const month = months[Math.floor(random() * months.length)] as string
  const createdAt = `${month}-${day}T04:00:00.000Z`
  const value = 1 + Math.floor(random() * 8)
  const isMet = random() < 0.66
  const state = isMet ? 'met' : random() < 0.1 ? 'withdrawn' : 'open'
  const service = services[Math.floor(random() ** 2 * services.length)]
  return {
    id: `n-${String(number).padStart(8, '0')}`,
    revision: 1,
    ...{ createdAt, createdBy: 'bench', updatedAt: createdAt, updatedBy: 'bench' },
    region: communities[Math.floor(random() ** 1.5 * communities.length)]?.code ?? '',
    title: '独居老人需要上门陪伴',
    text: '社区里有位独居老人，腿脚不便，子女在外地，需要有人每周上门陪伴、打扫卫生，并查看居家安全。',
    beneficiaries: { count: 1, groups: random() < 0.7 ? ['elderly-alone'] : [] },
    amount: { value, unit: 'visit' },
    categories: [service?.id ?? ''],
    urgency: {
      level: urgencies[Math.floor(random() ** 3 * 4)] ?? 'routine',
      stated: 'routine',
      words: [],
      kinds: [],
    },
    modes: ['home-visit'],
    source: 'grid-worker',
    state,
    ...(isMet ? { progress: { pending: 0, reserved: 0, committed: 0, delivered: value } } : {}),
    visibility: 'matched',
    guarded: false,
  }
}
