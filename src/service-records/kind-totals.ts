import type { Filter, Scalar, Transaction } from '../platform/store/index.js'
import type { KindTotal } from './closings.js'
import { serviceTotals } from './totals.js'
import { type Figures, measures, measuresOf, type WorkKind, workKinds } from './work.js'

/** What the cells of a filter come to, by kind; kinds without records are left out. */
export async function kindTotals(tx: Pick<Transaction, 'tally'>, filter: Filter): Promise<KindTotal[]> {
  const sums = await tallied(tx, filter, [], workKinds)
  return workKinds.flatMap((kind) => {
    const { records = 0, figures = {} } = sums.find((sum) => sum.kind === kind) ?? {}
    return records > 0 ? [{ kind, records, figures }] : []
  })
}

export interface Tallied extends KindTotal {
  /** Values of the paths that were grouped by, in order. */
  readonly key: readonly Scalar[]
}

/** Sums of cells per distinct value of the paths and kind: figures of two kinds of work are never added up. */
export async function tallied(
  tx: Pick<Transaction, 'tally'>,
  filter: Filter,
  paths: readonly string[],
  kinds: readonly WorkKind[],
): Promise<Tallied[]> {
  const asked = measures.filter((measure) =>
    kinds.some((kind) => (measuresOf[kind] as readonly string[]).includes(measure)),
  )
  const sums = ['records', ...asked.map((measure) => `figures.${measure}`)]
  const rows = await tx.tally(serviceTotals, filter, [...paths, 'kind'], sums)
  return rows.map(({ key, sums: [records = 0, ...counts] }) => ({
    key: key.slice(0, -1),
    kind: key.at(-1) as WorkKind,
    records,
    figures: figuresFrom(asked, counts),
  }))
}

function figuresFrom(asked: readonly string[], counts: readonly number[]): Figures {
  return Object.fromEntries(asked.flatMap((measure, i) => (counts[i] ? [[measure, counts[i]]] : [])))
}
