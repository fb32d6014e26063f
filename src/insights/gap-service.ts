import { urgencies } from '../needs/index.js'
import type { Actor } from '../platform/actor.js'
import { monthNumber, monthOf } from '../platform/months.js'
import { dayOf } from '../platform/records/index.js'
import type { DocumentStore } from '../platform/store/index.js'
import type { GapPlace } from './actions.js'
import { gapFigures, gapSpan } from './gap-figures.js'
import { type GapsQuery, readGaps } from './gaps.js'
import { type LookAt, nearMisses } from './near-misses.js'
import { assertAsked } from './query.js'
import { readSums } from './reading.js'
import { exactView } from './scope.js'
import type { InsightsDeps } from './service.js'
import { type Plan, type Queue, simulate } from './simulate.js'
import { solvedElsewhere } from './solved.js'

export interface GapDeps extends InsightsDeps {
  readonly store: DocumentStore
  readonly lookAt: LookAt
}

export interface Simulation extends GapPlace, Pick<Plan, 'perMonth' | 'months'> {}

export type Gaps = ReturnType<typeof createGaps>

/** New needs are expected as in so many months before this one. */
const arrivalMonths = 6

/** What is missing where, what would help, and what would come of it; for whoever is responsible for the region. */
export function createGaps(deps: GapDeps) {
  const today = (): string => dayOf(deps.clock.now().toISOString())

  /** @throws Invalid, Forbidden */
  function assertOwn(place: GapPlace, actor: Actor): void {
    exactView(actor, place.region, deps.regions)
    assertAsked({ ...place, ...gapSpan(today()) }, deps)
  }

  return {
    list: (query: GapsQuery, actor: Actor) => readGaps(query, actor, deps),

    /** One gap with what would help. */
    async read(place: GapPlace, actor: Actor) {
      assertOwn(place, actor)
      return {
        ...place,
        figures: await gapFigures(place, today(), deps),
        nearMisses: await nearMisses(place, deps),
        solvedElsewhere: await solvedElsewhere(place, today(), deps),
      }
    },

    /** What would come of it if somebody there took on so many needs a month. */
    async simulate({ perMonth, months, ...place }: Simulation, actor: Actor) {
      assertOwn(place, actor)
      const now = today()
      const queue: Queue = Object.fromEntries(
        await Promise.all(
          urgencies.map(async (urgency) => {
            const filters = { ...place, ...gapSpan(now), urgency }
            const { sums } = await readSums(filters, {}, ['waiting'], now, deps)
            return [urgency, sums[0]?.waits ?? new Map()] as const
          }),
        ),
      )
      const arrivals = await arrivalsOf(place, now)
      return { ...place, perMonth, arrivals, months: simulate(queue, { perMonth, months, arrivals }) }
    },
  }

  async function arrivalsOf(place: GapPlace, now: string): Promise<number> {
    const last = monthNumber(now.slice(0, 7)) - 1
    const span = { from: monthOf(last - arrivalMonths + 1), to: monthOf(last) }
    const { sums } = await readSums({ ...place, ...span }, {}, ['needs', 'withdrawn'], now, deps)
    const { needs = 0, withdrawn = 0 } = sums[0]?.figures ?? {}
    return Math.round(((needs - withdrawn) / arrivalMonths) * 10) / 10
  }
}
