import type { Actor } from '../platform/actor.js'
import { monthNumber, monthOf } from '../platform/months.js'
import type { DocumentStore } from '../platform/store/index.js'
import type { ServiceTotals } from '../service-records/index.js'
import { readGaps } from './gaps.js'
import { readIndicators } from './indicators.js'
import { monthsOf } from './quarters.js'
import { exactView, levelBelow } from './scope.js'
import type { Insights, InsightsDeps } from './service.js'

export interface ReportDeps extends InsightsDeps {
  readonly store: DocumentStore
  readonly insights: Insights
  readonly totals: ServiceTotals
}

export type Report = Awaited<ReturnType<typeof readReport>>

const mostGaps = 20

/**
 * All that a district, street or committee reports of a quarter: needs, what became of them and why, the quarter before beside
 * it, what was done, how requests were answered, and the largest gaps as they are today.
 * @throws Forbidden for whoever is not responsible for the region
 */
export async function readReport(
  { quarter, region: asked }: { readonly quarter: string; readonly region?: string },
  actor: Actor,
  deps: ReportDeps,
) {
  const region = exactView(actor, asked, deps.regions)
  const span = monthsOf(quarter)
  const before = { from: monthOf(monthNumber(span.from) - 3), to: monthOf(monthNumber(span.from) - 1) }
  const by = levelBelow(deps.regions, region)
  const { insights, totals } = deps
  const [regions, matrix, trend, causes, previous, services, indicators, gaps] = await Promise.all([
    insights.heatmap({ ...span, region, by }, actor),
    insights.matrix({ ...span, region, by, categories: 'branch' }, actor),
    insights.trend({ ...span, region }, actor),
    insights.causes({ ...span, region }, actor),
    insights.matrix({ ...before, region, by, categories: 'branch' }, actor),
    totals.read({ ...span, region, by: ['branch'] }, actor),
    readIndicators({ ...span, region, by: 'organization' }, actor, deps),
    readGaps({ region, categories: 'category' }, actor, deps),
  ])
  return {
    ...{ quarter, region, ...span },
    total: matrix.total,
    previous: previous.total,
    regions: regions.rows,
    categories: matrix.categoryTotals,
    months: trend.rows,
    causes: causes.rows[0]?.causes ?? {},
    services: services.rows,
    indicators: indicators.rows,
    gaps: gaps.slice(0, mostGaps),
    populations: regions.populations,
  }
}
