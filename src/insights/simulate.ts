import { urgencies } from '../needs/index.js'

type Urgency = (typeof urgencies)[number]

/** Needs that wait, by urgency, and how many have waited how many days. */
export type Queue = { readonly [U in Urgency]?: ReadonlyMap<number, number> }

export interface SimulatedMonth {
  /** 1 is the first from now. */
  readonly month: number
  readonly served: number
  readonly byUrgency: { readonly [U in Urgency]?: number }
  /** Still waiting at its end, those that came meanwhile among them. */
  readonly waiting: number
  /** Of these half have waited at least so long; missing where nobody waits. */
  readonly medianDays?: number
}

export interface Plan {
  /** Needs taken on each month; a whole number >= 1. */
  readonly perMonth: number
  /** 1 to 24. */
  readonly months: number
  /** Needs that come each month, all routine; >= 0. */
  readonly arrivals: number
}

/** One need, or several alike. */
interface Batch {
  readonly urgency: Urgency
  days: number
  count: number
}

const monthDays = 30

/**
 * What becomes of a queue when somebody takes on so many needs a month: the most urgent first, of these the longest waiting.
 * A month is 30 days. Nobody leaves the queue otherwise; that is what makes it a bound and no forecast.
 */
export function simulate(queue: Queue, { perMonth, months, arrivals }: Plan): SimulatedMonth[] {
  let batches = urgencies.flatMap((urgency) =>
    Array.from(queue[urgency] ?? [], ([days, count]): Batch => ({ urgency, days, count })),
  )
  let owed = 0
  const result: SimulatedMonth[] = []
  for (let month = 1; month <= months; month++) {
    batches.sort((a, b) => urgencies.indexOf(b.urgency) - urgencies.indexOf(a.urgency) || b.days - a.days)
    const byUrgency = take(batches, perMonth)
    owed += arrivals
    const came = Math.floor(owed)
    owed -= came
    batches = batches
      .filter(({ count }) => count > 0)
      .map((batch) => ({ ...batch, days: batch.days + monthDays }))
    if (came) batches.push({ urgency: 'routine', days: monthDays / 2, count: came })
    const median = middleOf(batches)
    result.push({
      month,
      served: Object.values(byUrgency).reduce((sum, count) => sum + count, 0),
      byUrgency,
      waiting: batches.reduce((sum, { count }) => sum + count, 0),
      ...(median === undefined ? {} : { medianDays: median }),
    })
  }
  return result
}

/** Takes the first `places` needs out of the batches. */
function take(batches: readonly Batch[], places: number): { [U in Urgency]?: number } {
  const taken: { [U in Urgency]?: number } = {}
  let left = places
  for (const batch of batches) {
    const count = Math.min(left, batch.count)
    if (!count) continue
    batch.count -= count
    left -= count
    taken[batch.urgency] = (taken[batch.urgency] ?? 0) + count
  }
  return taken
}

function middleOf(batches: readonly Batch[]): number | undefined {
  const total = batches.reduce((sum, { count }) => sum + count, 0)
  let seen = 0
  return [...batches]
    .sort((a, b) => a.days - b.days)
    .find(({ count }) => {
      seen += count
      return seen * 2 >= total
    })?.days
}
