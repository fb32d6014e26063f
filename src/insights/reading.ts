import { setImmediate as breathe } from 'node:timers/promises'
import type { DocumentStore } from '../platform/store/index.js'
import { causeCodes } from './causes.js'
import { dayAt, figureNames, scan } from './cell.js'
import { type Page, pagesCollection } from './cells.js'
import { type Figures, nameOf } from './figures.js'
import { inBatches } from './in-batches.js'
import { categoryPlace, type InsightFilters, pageFilter, type Reference, type Split } from './query.js'
import { rolledUp } from './scope.js'

/** Where a sum belongs; what was not asked for is missing. */
export interface Place {
  readonly region?: string
  readonly category?: string
  readonly month?: string
}

export interface Sum extends Place {
  readonly figures: Figures
  /** How many of its needs have waited how many days. */
  readonly waits: ReadonlyMap<number, number>
}

export interface Reading {
  /** In the order of their places. */
  readonly sums: readonly Sum[]
  /** Regions of the split where anything at all was entered, of whatever category. */
  readonly entered: ReadonlySet<string>
}

/** What every answer counts. */
export const mainFigures = ['needs', 'unmet', 'waiting', 'withdrawn', 'met']
export const causeFigures = causeCodes.map((code) => `cause_${nameOf(code)}`)

export interface ReadingDeps extends Reference {
  readonly store: Pick<DocumentStore, 'find'>
}

/**
 * Adds cells up to what is asked for.
 * @param names of figures
 * @param today ISO day, up to which needs have waited
 */
export async function readSums(
  filters: InsightFilters,
  split: Split,
  names: readonly string[],
  today: string,
  deps: ReadingDeps,
): Promise<Reading> {
  const adding = new Adding(filters, split, names, today, deps)
  const filter = pageFilter(filters, split, deps)
  for await (const pages of inBatches(deps.store, pagesCollection, filter, 'month')) {
    for (const page of pages) adding.add(page)
    // SQLite reads in this thread: others get their turn between.
    await breathe()
  }
  return adding.reading()
}

interface Growing {
  readonly figures: number[]
  readonly waits: Map<number, number>
}

/** Sums that grow page by page. */
class Adding {
  /** By region and month, and of these by category: a page has one of the former and many of the latter. */
  readonly #sums = new Map<string, Map<string, Growing>>()
  readonly #entered = new Set<string>()
  readonly #regions = new Map<string, string>()
  readonly #categories = new Map<string, string | undefined>()
  readonly #placeOf: (category: string) => string | undefined
  readonly #today: number
  /** Where of what is asked for each stored figure is added, by its place there; -1 for one that is not asked for. */
  readonly #asked: readonly number[]

  constructor(
    filters: InsightFilters,
    private readonly split: Split,
    private readonly names: readonly string[],
    today: string,
    private readonly deps: Reference,
  ) {
    this.#placeOf = categoryPlace(filters, split, deps)
    this.#today = Date.parse(today)
    this.#asked = figureNames.map((name) => names.indexOf(name))
  }

  add({ region: code, month, cells }: Page): void {
    const region = this.#regionOf(code)
    this.#entered.add(region)
    const firstDay = (this.#today - Date.parse(`${month}-01`)) / dayLength
    const sums = this.#sumsAt(region, this.split.months ? month : '')
    let sum: Growing | undefined
    const begin = (key: string) => {
      const category = this.#categoryOf(key)
      sum = category === undefined ? undefined : this.#sumAt(sums, category)
    }
    scan(cells, begin, (place, value) => {
      if (!sum) return
      const asked = this.#asked[place] as number
      if (asked >= 0) sum.figures[asked] = (sum.figures[asked] as number) + value
      const day = dayAt(place)
      if (day === undefined) return
      const days = firstDay - day + 1
      sum.waits.set(days, (sum.waits.get(days) ?? 0) + value)
    })
  }

  reading(): Reading {
    const sums: { readonly key: string; readonly sum: Sum }[] = []
    for (const [place, ofPlace] of this.#sums) {
      const [region = '', month = ''] = place.split('/')
      for (const [category, { figures, waits }] of ofPlace) {
        const where = {
          ...(region === '' ? {} : { region }),
          ...(category === '' ? {} : { category }),
          ...(month === '' ? {} : { month }),
        }
        const named = Object.fromEntries(this.names.map((name, at) => [name, figures[at] ?? 0]))
        sums.push({ key: keyOf(where), sum: { ...where, figures: named, waits } })
      }
    }
    sums.sort((a, b) => (a.key < b.key ? -1 : 1))
    return { sums: sums.map(({ sum }) => sum), entered: this.#entered }
  }

  #sumsAt(region: string, month: string): Map<string, Growing> {
    const key = `${region}/${month}`
    const known = this.#sums.get(key)
    if (known) return known
    const sums = new Map<string, Growing>()
    this.#sums.set(key, sums)
    return sums
  }

  #sumAt(sums: Map<string, Growing>, category: string): Growing {
    const known = sums.get(category)
    if (known) return known
    const sum = { figures: this.names.map(() => 0), waits: new Map<number, number>() }
    sums.set(category, sum)
    return sum
  }

  #regionOf(code: string): string {
    const { by } = this.split
    if (!by) return ''
    const known = this.#regions.get(code)
    if (known !== undefined) return known
    const region = rolledUp(code, by, this.deps.regions)
    this.#regions.set(code, region)
    return region
  }

  #categoryOf(key: string): string | undefined {
    if (!this.#categories.has(key)) this.#categories.set(key, this.#placeOf(key))
    return this.#categories.get(key)
  }
}

const dayLength = 86_400_000

export function keyOf({ region = '', category = '', month = '' }: Place): string {
  return [region, category, month].join('/')
}

/** Of values that come so often each the one in the middle, of two the smaller; undefined where there are none. */
export function medianOf(counts: ReadonlyMap<number, number>): number | undefined {
  let total = 0
  for (const count of counts.values()) total += count
  let seen = 0
  for (const [value, count] of [...counts].sort(([a], [b]) => a - b)) {
    seen += count
    if (seen * 2 >= total) return value
  }
  return undefined
}
