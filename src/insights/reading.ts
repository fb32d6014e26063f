import type { DocumentStore } from '../platform/store/index.js'
import type { RegionLevel } from '../regions/index.js'
import { causeCodes } from './causes.js'
import { cellsCollection } from './cells.js'
import { added, type Figures, nameOf } from './figures.js'
import { cellFilter, type InsightFilters, type Reference, type Split } from './query.js'
import { rolledUp } from './scope.js'

/** Where a sum belongs; what was not asked for is missing. */
export interface Place {
  readonly region?: string
  readonly category?: string
  readonly month?: string
}

export interface Sum extends Place {
  readonly figures: Figures
}

/** What every answer counts. */
export const mainFigures = ['needs', 'unmet', 'waiting', 'withdrawn', 'met']
export const causeFigures = causeCodes.map((code) => `cause_${nameOf(code)}`)
const dayFigures = Array.from({ length: 31 }, (_, day) => `day_${String(day + 1).padStart(2, '0')}`)

export interface ReadingDeps extends Reference {
  readonly store: Pick<DocumentStore, 'tally'>
}

/** Adds cells up to what is asked for, in the order of places. @param names of figures */
export async function readSums(
  filters: InsightFilters,
  split: Split,
  names: readonly string[],
  deps: ReadingDeps,
): Promise<Sum[]> {
  const sums = await tallied(filters, split, names, deps)
  return merged(sums)
}

async function tallied(
  filters: InsightFilters,
  split: Split,
  names: readonly string[],
  deps: ReadingDeps,
): Promise<Sum[]> {
  const { store, regions } = deps
  const { by, categories, months } = split
  const paths = [by && 'region', categories && 'category', months && 'month'].filter(
    (path) => path !== undefined,
  )
  const asked = paths.filter((path) => typeof path === 'string')
  const block = filters.urgency ?? 'all'
  const rows = await store.tally(
    cellsCollection,
    cellFilter(filters, split, deps),
    asked,
    names.map((name) => `${block}.${name}`),
  )
  return rows.map(({ key, sums }) => {
    const place: Place = Object.fromEntries(asked.map((path, at) => [path, String(key[at])]))
    const figures = Object.fromEntries(names.map((name, at) => [name, sums[at] ?? 0]))
    return { ...placedAt(place, by, regions), figures }
  })
}

function placedAt(place: Place, by: RegionLevel | undefined, regions: Reference['regions']): Place {
  return by && place.region !== undefined ? { ...place, region: rolledUp(place.region, by, regions) } : place
}

function merged(sums: readonly Sum[]): Sum[] {
  const byPlace = new Map<string, Sum>()
  for (const sum of sums) {
    const key = keyOf(sum)
    const before = byPlace.get(key)
    byPlace.set(key, before ? { ...before, figures: added(before.figures, sum.figures) } : sum)
  }
  return [...byPlace].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum)
}

export function keyOf({ region = '', category = '', month = '' }: Place): string {
  return [region, category, month].join('/')
}

/**
 * For how many days half of the waiting needs of a place have waited at least, by place: the one in the middle, of two the
 * shorter. Places where nobody waits are missing.
 * @param today ISO day
 */
export async function medianDays(
  filters: InsightFilters,
  split: Split,
  today: string,
  deps: ReadingDeps,
): Promise<Map<string, number>> {
  const medians = new Map<string, number>()
  for (const [key, counts] of await waitingDays(filters, split, today, deps)) {
    const median = medianOf(counts)
    if (median !== undefined) medians.set(key, median)
  }
  return medians
}

/** How many needs have waited how many days, by place. @param today ISO day */
export async function waitingDays(
  filters: InsightFilters,
  split: Split,
  today: string,
  deps: ReadingDeps,
): Promise<Map<string, Map<number, number>>> {
  const sums = await tallied(filters, { ...split, months: true }, dayFigures, deps)
  const waits = new Map<string, Map<number, number>>()
  for (const { figures, month = '', ...rest } of sums) {
    const key = keyOf(split.months ? { ...rest, month } : rest)
    const counts = waits.get(key) ?? new Map<number, number>()
    waits.set(key, counts)
    for (const [name, count] of Object.entries(figures)) {
      if (!count) continue
      const days = daysBetween(`${month}-${name.slice(4)}`, today)
      counts.set(days, (counts.get(days) ?? 0) + count)
    }
  }
  return waits
}

/** The lower median of values that come so often each. */
export function medianOf(counts: ReadonlyMap<number, number>): number | undefined {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  let seen = 0
  for (const [value, count] of [...counts].sort(([a], [b]) => a - b)) {
    seen += count
    if (seen * 2 >= total && total > 0) return value
  }
  return undefined
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
