import { join } from 'node:path'
import type { Matching } from '../matching/index.js'
import { systemActor } from '../platform/actor.js'
import type { NamesOf } from '../platform/http/list-file.js'
import type { Route } from '../platform/http/route.js'
import type { Job } from '../platform/jobs/index.js'
import type { Leases } from '../platform/leases/index.js'
import type { Logger } from '../platform/log.js'
import type { UnitDeps } from '../platform/records/index.js'
import type { LeasedLoop } from '../platform/relay/index.js'
import type { ServiceTotals } from '../service-records/index.js'
import { createGapActions } from './action-service.js'
import { gapRoutes } from './gap-routes.js'
import { createGaps } from './gap-service.js'
import { loadBoundaries } from './geojson.js'
import { createLooks, lookAgainJob, lookLoop } from './looks.js'
import type { LookAt } from './near-misses.js'
import { loadPopulations } from './population.js'
import { createPublishedQuarters } from './published-quarters.js'
import type { Reference } from './query.js'
import { reportRoutes } from './report-routes.js'
import { createReports } from './report-service.js'
import { insightRoutes } from './routes.js'
import { createInsights } from './service.js'
import { Supply } from './supply.js'
import { createSupplyChanges } from './supply-notes.js'
import { loadTiles } from './tiles.js'

export interface InsightPartsDeps extends UnitDeps, Reference {
  readonly matching: Pick<Matching, 'forNeed' | 'needsAbout'>
  readonly totals: ServiceTotals
  readonly namesOf: NamesOf
  readonly leases: Leases
  readonly log: Logger
  /** The folder of seeds, the data folder, and the district's name in the files of the former. */
  readonly seeds: string
  readonly data: string
  readonly district: string
}

export interface InsightParts {
  readonly routes: Route[]
  readonly jobs: readonly Job[]
  /** Finds out why needs are unmet, as they come; to be started. */
  readonly looking: LeasedLoop
}

/** Puts together what reads the cells, and what finds out why needs are unmet. */
export function createInsightParts(deps: InsightPartsDeps): InsightParts {
  const folder = join(deps.seeds, 'regions')
  const lookAt = lookThrough(deps)
  const published = createPublishedQuarters(deps)
  const parts = {
    ...deps,
    lookAt,
    published,
    populations: loadPopulations(folder, deps.district, deps.data, (code) => deps.regions.has(code)),
    supply: new Supply(deps),
  }
  const insights = createInsights(parts)
  const looks = createLooks(parts)
  const changes = createSupplyChanges({ ...deps, concernedBy: deps.matching.needsAbout })
  const tiles = loadTiles(folder, deps.district)
  const boundaries = loadBoundaries(deps.data)
  return {
    routes: [
      ...insightRoutes({ ...parts, insights, tiles, boundaries }),
      ...gapRoutes(createGaps(parts), createGapActions(parts), parts),
      ...reportRoutes(createReports({ ...parts, insights }), parts),
    ],
    jobs: [lookAgainJob(looks), published.job],
    looking: lookLoop(looks, changes, deps),
  }
}

/** What is found out is counted, and names nothing to anybody. */
const onlooker = systemActor('insights')

/** Asks matching for the best of what fits, and what it excludes. */
function lookThrough({ matching, taxonomy }: Pick<InsightPartsDeps, 'matching' | 'taxonomy'>): LookAt {
  return async (needId) => {
    const options = { limit: 1, explain: false, fit: 'possible' } as const
    const { verdict, excluded, analysis } = await matching.forNeed(needId, options, onlooker)
    const [first] = analysis.services
    return {
      isMatched: verdict === 'matched',
      excluded: excluded.map(({ reasons }) => reasons.map(({ code }) => code)),
      category: first && taxonomy.services.terms[first.term]?.id,
    }
  }
}
