import { setImmediate as breathe } from 'node:timers/promises'
import { placeScope } from '../access/index.js'
import type { Actor } from '../platform/actor.js'
import { Invalid } from '../platform/errors.js'
import { both } from '../platform/records/index.js'
import type { DocumentStore, Filter } from '../platform/store/index.js'
import type { KindTotal } from './closings.js'
import { placeFilter, type Reference } from './filters.js'
import { summedByKind, type Tallied, tallied } from './kind-totals.js'
import { filterErrors } from './references.js'
import { serviceTotals } from './totals.js'
import { assertSpan, pathsOf, rolledUp, type TotalsQuery, type TotalsRow } from './totals-query.js'
import { workKinds } from './work.js'

export interface ServiceTotals {
  /**
   * What was done within the actor's scope, per kind of work and whatever it is grouped by.
   * @throws Invalid for an unknown region or category, and for more than can be answered at once
   */
  read(query: TotalsQuery, actor: Actor): Promise<ReadTotals>
}

export interface ReadTotals {
  readonly rows: readonly TotalsRow[]
  /** Over all rows, per kind. */
  readonly total: readonly KindTotal[]
}

/** Cells that are looked at for one answer, and rows that it may have. */
const limits = { cells: 200_000, rows: 10_000 }

export function createServiceTotals(deps: Reference & { readonly store: DocumentStore }): ServiceTotals {
  const { store, regions } = deps
  return {
    async read(query, actor) {
      const errors = filterErrors(query, deps)
      if (errors.length) throw new Invalid(errors)
      assertSpan(query)
      const { by, from, to, kind: kinds = workKinds } = query
      const asked: Filter = {
        ...placeFilter(query, deps),
        month: { $gte: from, $lte: to },
      }
      const filter = both(placeScope(actor, regions), asked)
      if ((await store.count(serviceTotals, filter)) > limits.cells) throw tooMany('from')
      const parts: Tallied[] = []
      for (const kind of kinds) {
        // SQLite adds up in this thread: others get their turn between the kinds.
        await breathe()
        parts.push(...(await tallied(store, filter, pathsOf(by), kind)))
      }
      const rows = rolledUp(parts, by, deps)
      if (rows.length > limits.rows) throw tooMany('by')
      return { rows, total: summedByKind(rows) }
    },
  }
}

function tooMany(field: string): Invalid {
  return new Invalid([{ field, code: 'totals.many', params: { limit: limits.rows } }])
}
