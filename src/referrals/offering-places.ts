import { capacityTrust, confirmBy, type Offering } from '../offerings/index.js'
import type { Reader } from '../platform/store/index.js'
import { capacityMonthId, placesLeft } from './capacity.js'
import { capacityMonths } from './collection.js'

/** What an offering says it can take on, how old that word is, and what referrals have made of it. */
export interface OfferingPlaces {
  readonly capacity?: Offering['capacity']
  readonly confirmedAt: string
  /** 0 to 1: how far the stated capacity is still believed. */
  readonly trust: number
  readonly months: readonly {
    readonly month: string
    readonly taken: number
    readonly pending: number
    /** Missing where no capacity is stated. */
    readonly left?: number
  }[]
}

const monthsShown = 6

/** @param today ISO day */
export async function placesOfMonths(
  store: Pick<Reader, 'getMany'>,
  offering: Offering,
  today: string,
): Promise<OfferingPlaces> {
  const { id, capacity, confirmedAt } = offering
  const months = Array.from({ length: monthsShown }, (_, ahead) => monthAfter(today, ahead))
  const kept = await store.getMany(
    capacityMonths,
    months.map((month) => capacityMonthId(id, month)),
  )
  const byMonth = new Map(kept.map((each) => [each.month, each]))
  return {
    ...(capacity ? { capacity } : {}),
    confirmedAt,
    trust: capacityTrust(confirmBy(offering), today),
    months: months.map((month) => {
      const { taken = 0, pending = 0 } = byMonth.get(month) ?? {}
      const left = placesLeft(capacity, { taken })
      return { month, taken, pending, ...(left === undefined ? {} : { left }) }
    }),
  }
}

/** YYYY-MM, so many months after a day's. */
function monthAfter(day: string, months: number): string {
  return new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + months))
    .toISOString()
    .slice(0, 7)
}
