import { setImmediate as breathe } from 'node:timers/promises'
import type { DocumentStore } from '../platform/store/index.js'
import { causeCodes } from './causes.js'
import { categoryAt, type Page, pagesCollection } from './cells.js'
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

interface Growing extends Place {
  readonly figures: number[]
  readonly waits: Map<number, number>
}

/** Sums that grow page by page. */
class Adding {
  readonly #sums = new Map<string, Growing>()
  readonly #entered = new Set<string>()
  readonly #regions = new Map<string, string>()
  readonly #categories = new Map<string, string | undefined>()
  readonly #placeOf: (category: string) => string | undefined
  readonly #today: number

  constructor(
    filters: InsightFilters,
    private readonly split: Split,
    private readonly names: readonly string[],
    today: string,
    private readonly deps: Reference,
  ) {
    this.#placeOf = categoryPlace(filters, split, deps)
    this.#today = Date.parse(today)
  }

  add({ region: code, month, categories }: Page): void {
    const region = this.#regionOf(code)
    this.#entered.add(region)
    const firstDay = (this.#today - Date.parse(`${month}-01`)) / dayLength
    for (const key in categories) {
      const category = this.#categoryOf(key)
      if (category === undefined) continue
      const figures = categories[key] as Figures
      const sum = this.#sumAt(region, category, this.split.months ? month : '')
      for (let at = 0; at < this.names.length; at++) {
        sum.figures[at] = (sum.figures[at] as number) + (figures[this.names[at] as string] ?? 0)
      }
      if (figures.waiting) addWaits(sum.waits, figures, firstDay)
    }
  }

  reading(): Reading {
    const { names } = this
    const sums = [...this.#sums]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { figures, ...rest }]) => ({
        ...rest,
        figures: Object.fromEntries(names.map((name, at) => [name, figures[at] ?? 0])),
      }))
    return { sums, entered: this.#entered }
  }

  #sumAt(region: string, category: string, month: string): Growing {
    const key = `${region}/${category}/${month}`
    const known = this.#sums.get(key)
    if (known) return known
    const sum = {
      ...(region === '' ? {} : { region }),
      ...(category === '' ? {} : { category }),
      ...(month === '' ? {} : { month }),
      figures: this.names.map(() => 0),
      waits: new Map<number, number>(),
    }
    this.#sums.set(key, sum)
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
    if (!this.#categories.has(key)) this.#categories.set(key, this.#placeOf(categoryAt(key)))
    return this.#categories.get(key)
  }
}

const dayLength = 86_400_000

/** @param firstDay how many days ago the month began */
function addWaits(waits: Map<number, number>, figures: Figures, firstDay: number): void {
  for (const name in figures) {
    if (!name.startsWith('day_')) continue
    const days = firstDay - Number(name.slice(4)) + 1
    waits.set(days, (waits.get(days) ?? 0) + (figures[name] as number))
  }
}

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
