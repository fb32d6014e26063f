import type { FieldError } from '../platform/errors.js'
import type { Recorded } from '../platform/records/index.js'

/** Somebody's turn of duty (值班): who hears of a crisis in a street, or in the whole district, from when until when. */
export interface DutyTurn extends Recorded {
  /** Code of a street, or of the district. */
  readonly region: string
  /** One of its staff. */
  readonly accountId: string
  /** ISO instants; it ends before `to`. */
  readonly from: string
  readonly to: string
}

export type DutyDraft = Pick<DutyTurn, 'region' | 'accountId' | 'from' | 'to'>

/** A turn as the roster shows it. */
export interface RosterTurn extends DutyTurn {
  /** As others read it; empty where the account is gone. */
  readonly name: string
  /** Whether that person may sign in: whoever may not is told of nothing. */
  readonly isActive: boolean
}

/** A turn lasts a month at most: what is forgotten must not bind a street for ever. */
export const longestTurnDays = 31

export function spanErrors({ from, to }: DutyDraft): FieldError[] {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000
  if (days <= 0) return [{ field: 'to', code: 'range.reversed' }]
  return days > longestTurnDays
    ? [{ field: 'to', code: 'duty.long', params: { limit: longestTurnDays } }]
    : []
}
