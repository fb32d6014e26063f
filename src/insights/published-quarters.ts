import type { Clock } from '../platform/clock.js'
import { Invalid } from '../platform/errors.js'
import type { Job } from '../platform/jobs/index.js'
import { dayOf, firstOrAgain } from '../platform/records/index.js'
import { type DocumentStore, defineCollection, type Stored } from '../platform/store/index.js'
import type { PublishedCell, PublishedTable } from '../privacy/index.js'
import { publishedTable } from './published.js'
import { monthsOf, publishable, quarterOf } from './quarters.js'
import type { InsightFilters, Reference } from './query.js'

/** What others are told of a quarter, by its name: made once, and told so ever after. */
interface PublishedQuarter extends Stored {
  /** ISO instant at which it was made. */
  readonly at: string
  readonly cells: readonly { readonly at: readonly string[]; readonly cell: PublishedCell }[]
}

export const publishedQuarters = defineCollection<PublishedQuarter>({
  name: 'published_quarters',
  shape: { at: 'string', cells: [{ at: ['string'], cell: { kind: 'string', count: 'number' } }] },
})

export interface QuarterTable extends Pick<PublishedTable, 'cell'> {
  /** ISO instant at which it was made. */
  readonly at: string
}

export type PublishedQuarters = ReturnType<typeof createPublishedQuarters>

/** A quarter whose table was lost stays lost for whoever asks about times long gone. */
const mostQuarters = 40
/** Of these the job sees to it that they are published when it is time, and not when somebody first asks. */
const recent = 8

/**
 * Tables of quarters for those who are not responsible. A second table of the same needs, made a day later, would tell by the
 * difference what the first keeps back: so each is made once, and kept.
 */
export function createPublishedQuarters(
  deps: Reference & { readonly store: Pick<DocumentStore, 'find' | 'get' | 'insert'>; readonly clock: Clock },
) {
  const { store, clock } = deps

  async function made(quarter: string): Promise<PublishedQuarter> {
    const at = clock.now().toISOString()
    const table = await publishedTable(monthsOf(quarter), dayOf(at), deps)
    const published = { id: quarter, revision: 1, at, cells: [...table.cells()] }
    await store.insert(publishedQuarters, published)
    return published
  }

  const kept = (quarter: string): Promise<PublishedQuarter> =>
    firstOrAgain(async () => (await store.get(publishedQuarters, quarter)) ?? made(quarter))

  return {
    /** @throws Invalid `insights.quarter`, which names the newest quarter that is published, for any other span */
    async table(span: Pick<InsightFilters, 'from' | 'to'>): Promise<QuarterTable> {
      const quarters = publishable(dayOf(clock.now().toISOString()), mostQuarters)
      const quarter = quarterOf(span)
      if (quarter === undefined || !quarters.includes(quarter)) {
        const params = monthsOf(quarters[0] ?? '')
        throw new Invalid([{ field: 'from', code: 'insights.quarter', params }])
      }
      return tableFrom(await kept(quarter))
    },

    job: {
      name: 'publish-quarters',
      summary: { zh: '公布已结束的季度', en: 'Publish quarters that are over' },
      schedule: '50 0 * * *',
      async run({ at, signal }) {
        let published = 0
        for (const quarter of publishable(dayOf(at.toISOString()), recent)) {
          signal.throwIfAborted()
          if (!(await store.get(publishedQuarters, quarter))) published++
          await kept(quarter)
        }
        return { counts: { published } }
      },
    } satisfies Job,
  }
}

function tableFrom({ at, cells }: PublishedQuarter): QuarterTable {
  const byPlace = new Map(cells.map((each) => [each.at.join(), each.cell]))
  // What was not asked about then, such as a branch of today's taxonomy, nothing is known of.
  return { at, cell: (place) => byPlace.get(place.join()) ?? { kind: 'none' } }
}
