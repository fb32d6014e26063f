import type { Actor } from '../platform/actor.js'
import { dayOf } from '../platform/records/index.js'
import { type CellLevel, noCategory } from './cells.js'
import { gapSpan } from './gap-figures.js'
import { assertAsked } from './query.js'
import { causeFigures, keyOf, medianOf, readSums } from './reading.js'
import { exactView, levelBelow } from './scope.js'
import { type CauseRow, causesIn, type InsightsDeps } from './service.js'

export interface GapsQuery {
  readonly region?: string
  readonly category?: string
  readonly group?: string
  readonly categories: CellLevel
}

/** What is missing where. */
export interface Gap {
  readonly region: string
  readonly category: string
  readonly group?: string
  readonly waiting: number
  readonly unmet: number
  readonly medianDays?: number
  /** Places free this month that could reach it, and the offerings that have them or state none. */
  readonly capacity: { readonly offerings: number; readonly free: number; readonly unstated: number }
  /** Waiting for whom no free place is there. */
  readonly gap: number
  readonly causes: CauseRow['causes']
}

/**
 * Cells in which more needs wait than could be taken on, the largest gap first, then the longest wait. Only those asked by
 * whoever is responsible. @throws Forbidden, Invalid
 */
export async function readGaps(query: GapsQuery, actor: Actor, deps: InsightsDeps): Promise<Gap[]> {
  const today = dayOf(deps.clock.now().toISOString())
  const { categories, ...narrowed } = query
  const region = exactView(actor, query.region, deps.regions)
  const filters = { ...narrowed, region, ...gapSpan(today) }
  assertAsked(filters, deps)
  const split = { by: levelBelow(deps.regions, region), categories }
  const names = ['waiting', 'unmet', ...causeFigures]
  const { sums } = await readSums(filters, split, names, today, deps)
  const gaps: Gap[] = []
  for (const sum of sums) {
    const { region: place = region, category = noCategory, figures } = sum
    const { waiting = 0, unmet = 0 } = figures
    // Of what nobody could name nobody can say who would serve it.
    if (!waiting || category === noCategory) continue
    const capacity = await deps.supply.free(place, category)
    const median = medianOf(sum.waits)
    gaps.push({
      ...{ region: place, category, waiting, unmet, capacity },
      ...(query.group === undefined ? {} : { group: query.group }),
      ...(median === undefined ? {} : { medianDays: median }),
      gap: Math.max(0, waiting - capacity.free),
      causes: causesIn(figures),
    })
  }
  return gaps
    .filter(({ gap }) => gap > 0)
    .sort(
      (a, b) => b.gap - a.gap || (b.medianDays ?? 0) - (a.medianDays ?? 0) || (keyOf(a) < keyOf(b) ? -1 : 1),
    )
}
