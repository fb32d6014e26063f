import type { Filter, Scalar, Transaction } from '../platform/store/index.js'
import type { KindTotal } from './closings.js'
import { serviceTotals } from './totals.js'
import { added, type Figures, type Measure, measuresOf, type WorkKind, workKinds } from './work.js'

type Tallier = Pick<Transaction, 'tally'>

export interface Tallied extends KindTotal {
  /** Values of the paths that were grouped by, in order. */
  readonly key: readonly Scalar[]
}

/** What the cells of a filter come to, by kind; kinds without records are left out. */
export async function kindTotals(tx: Tallier, filter: Filter): Promise<KindTotal[]> {
  const all: Tallied[] = []
  for (const kind of workKinds) all.push(...(await tallied(tx, filter, [], kind)))
  return summedByKind(all)
}

export function summedByKind(parts: readonly KindTotal[]): KindTotal[] {
  return workKinds.flatMap((kind) => {
    const own = parts.filter((part) => part.kind === kind)
    if (!own.length) return []
    const figures = own.reduce<Figures>((sum, part) => added(sum, part.figures), {})
    return [{ kind, records: own.reduce((sum, { records }) => sum + records, 0), figures }]
  })
}

/**
 * Sums of the cells of one kind per distinct value of the paths; of its own measures only, for each one more is read out
 * of every cell.
 */
export async function tallied(
  tx: Tallier,
  filter: Filter,
  paths: readonly string[],
  kind: WorkKind,
): Promise<Tallied[]> {
  const asked: readonly Measure[] = measuresOf[kind]
  const sums = ['records', ...asked.map((measure) => `figures.${measure}`)]
  const ofKind = Object.keys(filter).length ? { $and: [{ kind }, filter] } : { kind }
  const rows = await tx.tally(serviceTotals, ofKind, paths, sums)
  return rows
    .map(({ key, sums: [records = 0, ...counts] }): Tallied => {
      const figures = asked.flatMap((measure, i) => (counts[i] ? [[measure, counts[i]]] : []))
      return { key, kind, records, figures: Object.fromEntries(figures) }
    })
    .filter(({ records }) => records > 0)
}
