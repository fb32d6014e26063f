import { isDeepStrictEqual } from 'node:util'
import type { DocumentStore, Transaction } from '../platform/store/index.js'
import { serviceRecordsCollection } from './collection.js'
import { addTo, type CellKey, type ServiceTotal, serviceTotals } from './totals.js'

export interface Recounted {
  /** Cells that there should be. */
  readonly cells: number
  /** Ids of cells that are missing, left over, or say something else than their records; up to 100. */
  readonly wrong: readonly string[]
}

const mostWrong = 100

/**
 * Counts all records again and compares. What differs is looked at once more, cell by cell in a transaction each: others
 * may have written meanwhile.
 */
export async function recountTotals(store: DocumentStore): Promise<Recounted> {
  const expected = new Map<string, ServiceTotal>()
  for await (const batch of store.scan(serviceRecordsCollection)) {
    for (const record of batch) addTo(expected, { record, sign: 1 })
  }
  const unseen = new Map(expected)
  const differing: ServiceTotal[] = []
  for await (const batch of store.scan(serviceTotals)) {
    for (const cell of batch) {
      if (!isSame(cell, expected.get(cell.id))) differing.push(cell)
      unseen.delete(cell.id)
    }
  }
  const wrong: string[] = []
  for (const cell of [...differing, ...unseen.values()]) {
    if (wrong.length >= mostWrong) break
    if (await store.transaction((tx) => isWrong(tx, cell))) wrong.push(cell.id)
  }
  return { cells: expected.size, wrong: wrong.sort() }
}

const pageSize = 10_000

async function isWrong(tx: Transaction, { id, ...key }: ServiceTotal): Promise<boolean> {
  const counted = new Map<string, ServiceTotal>()
  for (let after = ''; ; ) {
    const page = await tx.find(
      serviceRecordsCollection,
      { ...recordsOf(key), id: { $gt: after } },
      { limit: pageSize },
    )
    for (const record of page) addTo(counted, { record, sign: 1 })
    if (page.length < pageSize) break
    after = page.at(-1)?.id ?? ''
  }
  return !isSame(await tx.get(serviceTotals, id), counted.get(id))
}

function recordsOf({ organizationId, region, category, month, kind }: CellKey) {
  const day = { $gte: `${month}-01`, $lte: `${month}-31` }
  return { organizationId, day, region, category, 'work.kind': kind }
}

function isSame(a: ServiceTotal | undefined, b: ServiceTotal | undefined): boolean {
  return a?.records === b?.records && isDeepStrictEqual(a?.figures, b?.figures)
}
