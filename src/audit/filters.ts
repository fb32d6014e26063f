import { anyOf, dayAfter, given, startOf } from '../platform/records/index.js'
import type { Condition, Filter } from '../platform/store/index.js'

/** Which entries of the audit trail are asked for. */
export interface AuditFilters {
  readonly kind?: string
  /** e.g. `need.create` */
  readonly action?: string
  /** Id of who did it. */
  readonly actor?: string
  /** Id of a record that it was done to. */
  readonly subject?: string
  /** ISO days in Asia/Shanghai, both included. */
  readonly from?: string
  readonly to?: string
}

/** @param kinds those that may be read; undefined for all */
export function storeFilter(filters: AuditFilters, kinds?: readonly string[]): Filter {
  const { kind, action, actor, subject, from, to } = filters
  const period = given({
    $gte: from === undefined ? undefined : startOf(from),
    $lt: to === undefined ? undefined : startOf(dayAfter(to, 1)),
  })
  return given<Condition>({
    kind: kind ?? (kinds && anyOf(kinds)),
    action,
    actor,
    subjects: subject,
    at: Object.keys(period).length ? period : undefined,
  })
}
