import { type Need, openAmount, wantsMore } from '../needs/index.js'
import { dayOf } from '../platform/records/index.js'
import { causeOf, type Known } from './causes.js'

/** Numbers by name; one that is not there is 0. The names are those of `figuresOf`; how they are stored: cell.ts. */
export type Figures = Readonly<Record<string, number>>

/** States in which a need counts. A draft was not asked yet; what was merged counts as the need that took it in. */
export const countedStates = [
  'open',
  'matched',
  'in-service',
  'met',
  'partly-met',
  'unmet-closed',
  'withdrawn',
] as const satisfies readonly Need['state'][]

/** `in-service` as a path can name it. */
export const nameOf = (code: string): string => code.replaceAll('-', '_')

/**
 * What one need adds to each of its cells:
 * - `needs`, and its state, e.g. `in_service`
 * - `unmet`: something of it was neither promised nor done (asked - reserved - committed - delivered > 0), and it was not
 *   withdrawn; `waiting`: of these, those that somebody may still be found for, by `day_01` to `day_31` of the month in
 *   which they were entered
 * - `cause_…`, of those unmet or withdrawn
 */
export function figuresOf(need: Need, known: Known | undefined): Figures {
  if (!(countedStates as readonly string[]).includes(need.state)) return {}
  const isWithdrawn = need.state === 'withdrawn'
  const isUnmet = !isWithdrawn && openAmount(need) > 0
  const figures: Record<string, number> = { needs: 1, [nameOf(need.state)]: 1 }
  if (isUnmet) figures.unmet = 1
  if (wantsMore(need)) {
    figures.waiting = 1
    figures[`day_${dayOf(need.createdAt).slice(8)}`] = 1
  }
  if (isUnmet || isWithdrawn) figures[`cause_${nameOf(causeOf(need, known))}`] = 1
  return figures
}
