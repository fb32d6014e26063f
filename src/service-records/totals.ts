import { defineCollection, type Shape, type Stored, type Transaction } from '../platform/store/index.js'
import type { ServiceRecord } from './model.js'
import { added, type Figures, figuresOf, figuresShape, type WorkKind } from './work.js'

/** What one total is of: all that is counted is counted per one of these. */
export interface CellKey {
  readonly organizationId: string
  readonly region: string
  readonly category: string
  readonly month: string
  readonly kind: WorkKind
}

/** The sum of the records of one cell; gone when there are none. Measures that are 0 are left out. */
export interface ServiceTotal extends Stored, CellKey {
  readonly records: number
  readonly figures: Figures
}

const shape: Shape<ServiceTotal> = {
  organizationId: 'string',
  region: 'string',
  category: 'string',
  month: 'string',
  kind: 'string',
  records: 'number',
  figures: figuresShape,
}

export const serviceTotals = defineCollection<ServiceTotal>({
  name: 'service_totals',
  shape,
  indexes: [
    { fields: ['month'] },
    { fields: ['kind', 'month'] },
    { fields: ['organizationId', 'month'] },
    { fields: ['region', 'month'] },
  ],
})

/** What a record adds to its cell when it is entered, or with `sign` -1 takes away when it goes. */
export interface Change {
  readonly record: Pick<ServiceRecord, 'organizationId' | 'region' | 'category' | 'month' | 'work'>
  readonly sign: 1 | -1
}

/** Brings the cells to what the records of this transaction say. @param changes at most 1,000 */
export async function countIn(tx: Transaction, changes: readonly Change[]): Promise<void> {
  const sums = summed(changes)
  const ids = [...sums.keys()].sort()
  const stored = new Map((await tx.getMany(serviceTotals, ids)).map((cell) => [cell.id, cell]))
  const fresh: ServiceTotal[] = []
  for (const id of ids) {
    const sum = sums.get(id) as ServiceTotal
    const before = stored.get(id)
    if (before) await moved(tx, before, sum)
    else if (sum.records !== 0 || Object.keys(sum.figures).length) fresh.push(sum)
  }
  await tx.insertMany(serviceTotals, fresh)
}

async function moved(tx: Transaction, before: ServiceTotal, sum: ServiceTotal): Promise<void> {
  const records = before.records + sum.records
  const figures = added(before.figures, sum.figures)
  if (records === 0) await tx.remove(serviceTotals, before.id, before.revision)
  else await tx.replace(serviceTotals, { ...before, records, figures }, before.revision)
}

function summed(changes: readonly Change[]): Map<string, ServiceTotal> {
  const cells = new Map<string, ServiceTotal>()
  for (const change of changes) addTo(cells, change)
  return cells
}

/** Counts one record into the cell, by id, that it belongs to; the cell is made where it is missing. */
export function addTo(cells: Map<string, ServiceTotal>, { record, sign }: Change): void {
  const { organizationId, region, category, month, work } = record
  const key: CellKey = { organizationId, region, category, month, kind: work.kind }
  const id = cellId(key)
  const { records, figures } = cells.get(id) ?? { records: 0, figures: {} }
  cells.set(id, {
    id,
    revision: 1,
    ...key,
    records: records + sign,
    figures: added(figures, figuresOf(work), sign),
  })
}

function cellId({ organizationId, region, category, month, kind }: CellKey): string {
  return [organizationId, month, kind, region, category].join('/')
}
