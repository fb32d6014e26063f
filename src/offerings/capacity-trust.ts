import { confirmationDays } from './model.js'

/** So many days a stated capacity is taken at its word. */
const fresh = 30
/** What is left of the trust when the confirmation lapses. */
const least = 0.3

/**
 * How far a stated capacity is believed, in [0.3, 1]: 1 for 30 days after somebody confirmed it, then falling evenly to
 * 0.3 when the confirmation lapses.
 * @param confirmBy ISO day on which it lapses
 * @param today ISO day
 */
export function capacityTrust(confirmBy: string, today: string): number {
  const left = (Date.parse(confirmBy) - Date.parse(today)) / 86_400_000
  const share = Math.max(0, Math.min(1, left / (confirmationDays - fresh)))
  return least + (1 - least) * share
}
