import type { Actor } from '../platform/actor.js'
import type { Clock } from '../platform/clock.js'
import { Forbidden, Invalid } from '../platform/errors.js'
import { monthsWithin } from '../platform/months.js'
import { dayOf } from '../platform/records/index.js'
import { type PublishedCell, publishedShare } from '../privacy/index.js'
import type { RegionLevel } from '../regions/index.js'
import { type Cause, causeCodes } from './causes.js'
import { branchOf, noCategory } from './cells.js'
import { type Figures, nameOf } from './figures.js'
import { type Population, perTenThousand } from './population.js'
import { allCategories, asked, assertPublishable, unmet } from './published.js'
import type { PublishedQuarters, QuarterTable } from './published-quarters.js'
import { assertAsked, type InsightFilters, type Split } from './query.js'
import {
  causeFigures,
  keyOf,
  mainFigures,
  medianOf,
  type Place,
  type ReadingDeps,
  readSums,
} from './reading.js'
import { districtOf, exactView, levelBelow, viewOf } from './scope.js'
import type { Supply } from './supply.js'

export interface InsightsDeps extends ReadingDeps {
  readonly clock: Clock
  readonly populations: ReadonlyMap<string, Population>
  readonly supply: Supply
  readonly published: Pick<PublishedQuarters, 'table'>
}

export interface InsightsQuery extends InsightFilters, Split {}

/** One place with all that is measured there; what the actor may not know, or nobody knows, is missing. */
export interface InsightRow extends Place {
  readonly needs: PublishedCell
  readonly unmet: PublishedCell
  /** Unmet of all that were asked for and not withdrawn, 0 to 1. */
  readonly share?: number
  readonly waiting?: number
  readonly withdrawn?: number
  readonly met?: number
  readonly medianDays?: number
  /** Unmet, per 10,000 residents. */
  readonly perTenThousand?: number
  /** Places that are free and could reach it. */
  readonly capacity?: number
  /** Waiting for whom no free place is there. */
  readonly gap?: number
}

export interface InsightAnswer {
  readonly region: string
  readonly by?: RegionLevel
  readonly from: string
  readonly to: string
  /** Whether all numbers are told; otherwise small ones are kept back. */
  readonly isExact: boolean
  /** ISO instant at which what is told to others was made; it does not change any more. */
  readonly publishedAt?: string
  readonly rows: readonly InsightRow[]
  readonly populations: readonly Population[]
}

export interface CauseRow {
  readonly region?: string
  readonly causes: { readonly [C in Cause]?: number }
}

export type Insights = ReturnType<typeof createInsights>

const mostRows = 10_000

/** Reads what needs stay unmet where, of what, since when and why. */
export function createInsights(deps: InsightsDeps) {
  const { clock, regions } = deps
  const today = (): string => dayOf(clock.now().toISOString())

  /** Rows of one split. @throws Invalid, Forbidden */
  async function read(query: InsightsQuery, actor: Actor): Promise<InsightAnswer> {
    assertAsked(query, deps)
    const { region, isExact } = viewOf(actor, query.region, regions)
    const whole = { ...query, region }
    if (!isExact) assertPublishable(query, query)
    const table = isExact ? undefined : await deps.published.table(query)
    const rows = table ? publishedRows(whole, table) : await exactRows(whole)
    const named = new Set(rows.map((row) => row.region ?? region))
    return {
      ...{ region, from: query.from, to: query.to, isExact, rows },
      ...(query.by ? { by: query.by } : {}),
      ...(table ? { publishedAt: table.at } : {}),
      populations: [...named].flatMap((code) => deps.populations.get(code) ?? []),
    }
  }

  async function exactRows(query: InsightsQuery & { readonly region: string }): Promise<InsightRow[]> {
    const { sums, entered: ofThese } = await readSums(query, query, mainFigures, today(), deps)
    const entered = isNarrowed(query) ? await enteredIn(query) : ofThese
    const byPlace = new Map(sums.map((sum) => [keyOf(sum), sum]))
    const places = placesOf(query, sums)
    if (places.length > mostRows) throw tooMany()
    const rows: InsightRow[] = []
    for (const place of places) {
      const sum = byPlace.get(keyOf(place))
      // Where nothing was entered at all nothing is known, which is not the same as none.
      const isKnown = entered.has(query.by ? (place.region ?? '') : '')
      const row = isKnown ? rowOf(place, sum?.figures ?? {}) : { ...place, needs: nothing, unmet: nothing }
      rows.push(
        isKnown ? { ...row, ...(await measured(query, place, row, medianOf(sum?.waits ?? new Map()))) } : row,
      )
    }
    return rows
  }

  /** Where anything was entered, of whatever group and urgency. */
  async function enteredIn({ from, to, region, by }: InsightsQuery & { readonly region: string }) {
    return (await readSums({ from, to, region }, { by }, [], today(), deps)).entered
  }

  async function measured(
    query: InsightsQuery & { readonly region: string },
    place: Place,
    { unmet: missing, waiting = 0 }: InsightRow,
    median: number | undefined,
  ): Promise<Partial<InsightRow>> {
    const region = place.region ?? query.region
    const category = place.category ?? query.category
    // Nobody can say what is free for a category that is not known.
    const isNamed = category !== noCategory
    const free = isNamed ? (await deps.supply.free(region, category)).free : undefined
    const rate =
      missing.kind === 'count' ? perTenThousand(missing.count, deps.populations.get(region)) : undefined
    return {
      ...(median === undefined ? {} : { medianDays: median }),
      ...(rate === undefined ? {} : { perTenThousand: rate }),
      ...(free === undefined ? {} : { capacity: free, gap: Math.max(0, waiting - free) }),
    }
  }

  function placesOf(query: InsightsQuery & { readonly region: string }, sums: readonly Place[]): Place[] {
    const { by, categories, months, from, to, region } = query
    const inLevel = regions.subtree(region).filter((code) => regions.get(code)?.level === by)
    const found = (name: keyof Place) => new Set(sums.flatMap((sum) => sum[name] ?? []))
    const places = (codes: Iterable<string | undefined>, ofCategories: Iterable<string | undefined>) =>
      Array.from(codes, (code) =>
        Array.from(ofCategories, (category) =>
          (months ? monthsWithin(from, to) : [undefined]).map((month) => ({
            ...(code === undefined ? {} : { region: code }),
            ...(category === undefined ? {} : { category }),
            ...(month === undefined ? {} : { month }),
          })),
        ),
      ).flat(2)
    const codes = by ? new Set([...inLevel, ...found('region')]) : [undefined]
    return places(codes, categories ? [...found('category')].sort() : [undefined])
  }

  function publishedRows(query: InsightsQuery, table: QuarterTable): InsightRow[] {
    const district = districtOf(regions)
    const streets = query.by ? regions.childrenOf(district).map(({ code }) => code) : [undefined]
    const branches = query.categories
      ? deps.taxonomy.services.roots.map(({ id }) => id)
      : [query.category === undefined ? undefined : branchOf(query.category)]
    if (query.category !== undefined && query.category !== branchOf(query.category))
      throw new Forbidden('insights.read')
    return streets.flatMap((street) =>
      branches.map((branch): InsightRow => {
        const at = [street ?? district, branch ?? allCategories]
        const [needs, missing] = [table.cell([...at, asked]), table.cell([...at, unmet])]
        const share = publishedShare(missing, needs)
        const rate =
          missing.kind === 'count'
            ? perTenThousand(missing.count, deps.populations.get(at[0] ?? ''))
            : undefined
        return {
          ...(street === undefined ? {} : { region: street }),
          ...(query.categories && branch !== undefined ? { category: branch } : {}),
          ...{ needs, unmet: missing },
          ...(share.kind === 'share' ? { share: round(share.share) } : {}),
          ...(rate === undefined ? {} : { perTenThousand: rate }),
        }
      }),
    )
  }

  return {
    heatmap(query: InsightsQuery, actor: Actor): Promise<InsightAnswer> {
      const { region } = viewOf(actor, query.region, regions)
      return read({ by: levelBelow(regions, region), ...query }, actor)
    },

    /** Regions by categories, with the totals of both and of all. */
    async matrix(query: InsightsQuery, actor: Actor) {
      const { region } = viewOf(actor, query.region, regions)
      const split = {
        ...query,
        by: query.by ?? levelBelow(regions, region),
        categories: query.categories ?? 'branch',
      }
      const { by: _, categories: __, ...total } = split
      const parts = [
        split,
        { ...total, by: split.by },
        { ...total, categories: split.categories },
        total,
      ] as const
      const [cells, byRegion, byCategory, all] = await Promise.all(parts.map((part) => read(part, actor)))
      return {
        ...(cells as InsightAnswer),
        level: split.categories,
        regionTotals: byRegion?.rows ?? [],
        categoryTotals: byCategory?.rows ?? [],
        total: all?.rows[0],
      }
    },

    /** Month by month. @throws Forbidden for whoever is not responsible */
    trend(query: InsightFilters, actor: Actor): Promise<InsightAnswer> {
      exactView(actor, query.region, regions)
      return read({ ...query, months: true }, actor)
    },

    /** Why needs are unmet, or were withdrawn. @throws Forbidden for whoever is not responsible */
    async causes(query: InsightFilters & Pick<Split, 'by'>, actor: Actor) {
      assertAsked(query, deps)
      const region = exactView(actor, query.region, regions)
      const { sums } = await readSums({ ...query, region }, query, causeFigures, today(), deps)
      const rows = sums.map(
        (sum): CauseRow => ({
          ...(sum.region === undefined ? {} : { region: sum.region }),
          causes: causesIn(sum.figures),
        }),
      )
      return { region, from: query.from, to: query.to, rows }
    },
  }
}

export function causesIn(figures: Figures): CauseRow['causes'] {
  const counts = causeCodes.map((code) => [code, figures[`cause_${nameOf(code)}`] ?? 0] as const)
  return Object.fromEntries(counts.filter(([, count]) => count > 0))
}

const isNarrowed = ({ group, urgency }: InsightFilters): boolean =>
  group !== undefined || urgency !== undefined

const nothing: PublishedCell = { kind: 'none' }

function rowOf(place: Place, figures: Figures): InsightRow {
  const { needs = 0, unmet: missing = 0, waiting = 0, withdrawn = 0, met = 0 } = figures
  const stood = needs - withdrawn
  return {
    ...place,
    needs: { kind: 'count', count: needs },
    unmet: { kind: 'count', count: missing },
    ...(stood > 0 ? { share: round(missing / stood) } : {}),
    ...{ waiting, withdrawn, met },
  }
}

const round = (share: number): number => Math.round(share * 10_000) / 10_000

function tooMany(): Invalid {
  return new Invalid([{ field: 'categories', code: 'insights.many', params: { limit: mostRows } }])
}
