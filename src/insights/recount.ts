import { liveStates, type Need, needsCollection } from '../needs/index.js'
import { dayAfter, dayOf, startOf } from '../platform/records/index.js'
import type { DocumentStore, Transaction } from '../platform/store/index.js'
import type { Taxonomy } from '../taxonomy/index.js'
import { type OwnPage, type Page, pageOf, pagesCollection, replace, summed } from './cells.js'
import { inBatches } from './in-batches.js'
import { due, type NeedVerdict, verdictsCollection } from './verdicts.js'

/** The needs of one region and month, which make cells of their own. */
interface Part {
  readonly region: string
  readonly month: string
}

/** The parts that have needs or cells. */
async function partsOf(store: DocumentStore): Promise<Part[]> {
  const parts = new Map<string, Part>()
  const add = (region: string, month: string) => parts.set(`${region}/${month}`, { region, month })
  for await (const batch of store.scan(needsCollection)) {
    for (const { region, createdAt } of batch) add(region, dayOf(createdAt).slice(0, 7))
  }
  for await (const batch of store.scan(pagesCollection))
    for (const { region, month } of batch) add(region, month)
  return [...parts.values()]
}

/** Ids of pages that are not what their needs say; up to 100. Counts all needs again. */
export async function miscountedCells(store: DocumentStore, taxonomy: Taxonomy): Promise<string[]> {
  const wrong: string[] = []
  for (const part of await partsOf(store)) {
    if (wrong.length >= mostWrong) break
    // In a transaction, for others write meanwhile.
    const differing = await store.transaction(async (tx) => differences(tx, part, taxonomy))
    wrong.push(...differing.map(({ kept, right }) => (kept ?? right)?.id ?? ''))
  }
  return wrong.slice(0, mostWrong).sort()
}

const mostWrong = 100

/**
 * Brings all cells to what the needs say, while others write: each part in a transaction, which meets whoever changes one
 * of its needs at the cells that both write. Needs that matching has not looked at are noted for it.
 * @returns how many pages were wrong
 */
export async function rebuildCells(store: DocumentStore, taxonomy: Taxonomy): Promise<number> {
  let mended = 0
  for (const part of await partsOf(store)) {
    mended += await store.transaction(async (tx) => {
      const differing = await differences(tx, part, taxonomy)
      for (const { kept, right } of differing) await mend(tx, kept, right)
      await noteUnseen(tx, await needsOf(tx, part))
      return differing.length
    })
  }
  return mended
}

/** Matching has not looked at needs that were there before this was kept. */
async function noteUnseen(tx: Transaction, needs: readonly Need[]): Promise<void> {
  const known = await verdictsFor(tx, needs)
  const unseen = needs.filter((need) => liveStates.has(need.state) && !known.has(need.id))
  const verdicts = unseen.map(({ id }) => ({ id, revision: 1, looked: due }))
  if (verdicts.length) await tx.insertMany(verdictsCollection, verdicts)
}

interface Difference {
  readonly kept: Page | undefined
  readonly right: Page | undefined
}

async function differences(tx: Transaction, part: Part, taxonomy: Taxonomy): Promise<Difference[]> {
  const needs = await needsOf(tx, part)
  const verdicts = await verdictsFor(tx, needs)
  const right = summed(
    needs.map((need) => ({ need, verdict: verdicts.get(need.id), sign: 1 as const })),
    taxonomy,
  )
  const kept = new Map((await pagesOf(tx, part)).map((page) => [page.id, page]))
  return [...new Set([...right.keys(), ...kept.keys()])]
    .sort()
    .map((id) => ({ kept: kept.get(id), right: rightOf(right.get(id)) }))
    .filter((each) => each.kept?.cells !== each.right?.cells)
}

/** Undefined for a page that nothing is left of. */
function rightOf(page: OwnPage | undefined): Page | undefined {
  return page?.cells.size ? pageOf(page) : undefined
}

async function mend(tx: Transaction, kept: Page | undefined, right: Page | undefined): Promise<void> {
  if (kept && right) await replace(tx, kept, { ...right, revision: kept.revision })
  else if (right) await tx.insert(pagesCollection, right)
  else if (kept) await tx.remove(pagesCollection, kept.id, kept.revision)
}

function needsOf(tx: Transaction, { region, month }: Part): Promise<Need[]> {
  const next = dayAfter(`${month}-28`, 4).slice(0, 7)
  const createdAt = { $gte: startOf(`${month}-01`), $lt: startOf(`${next}-01`) }
  return collected(inBatches(tx, needsCollection, { region, createdAt }, 'createdAt'))
}

function pagesOf(tx: Transaction, { region, month }: Part): Promise<Page[]> {
  return collected(inBatches(tx, pagesCollection, { region, month }, 'month'))
}

async function collected<T>(batches: AsyncIterable<T[]>): Promise<T[]> {
  const all: T[] = []
  for await (const batch of batches) all.push(...batch)
  return all
}

async function verdictsFor(tx: Transaction, needs: readonly Need[]): Promise<Map<string, NeedVerdict>> {
  const found = new Map<string, NeedVerdict>()
  for (let from = 0; from < needs.length; from += 1_000) {
    const ids = needs.slice(from, from + 1_000).map(({ id }) => id)
    for (const verdict of await tx.getMany(verdictsCollection, ids)) found.set(verdict.id, verdict)
  }
  return found
}
