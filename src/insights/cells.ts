import type { Need } from '../needs/index.js'
import { dayOf } from '../platform/records/index.js'
import { defineCollection, type Stored, type Transaction } from '../platform/store/index.js'
import type { Taxonomy } from '../taxonomy/index.js'
import { added, type Cell, cellOf, cellsIn, textOf } from './cell.js'
import { figuresOf } from './figures.js'
import type { NeedVerdict } from './verdicts.js'

/** What an answer is split by: the topmost drawers (养老助老), or what was named. */
export const cellLevels = ['branch', 'category'] as const
export type CellLevel = (typeof cellLevels)[number]

/** All groups, all urgencies together: every need once. */
export const every = '*'
/** Of needs that nobody has given a category yet. */
export const noCategory = 'none'

/** Where a need counts. The cells of one place, month, group and urgency stand on one page: a question reads few. */
export interface PageKey {
  /** What its cells are of. Of branches there are pages for all groups and urgencies only: what is asked most reads least. */
  readonly level: CellLevel
  /** As the need has it: a community, or where it was raised to. */
  readonly region: string
  /** In which the needs were entered, in Shanghai: 2026-03. */
  readonly month: string
  /** A target group with all that lies below it, or `every`. */
  readonly group: string
  readonly urgency: Need['urgency']['level'] | typeof every
}

/** The cells of a page: sums over needs, by category; gone when there are none. */
export interface Page extends Stored, PageKey {
  /** By category, as `textOf` writes them. */
  readonly cells: string
}

export const pagesCollection = defineCollection<Page>({
  name: 'insight_pages',
  shape: {
    level: 'string',
    region: 'string',
    month: 'string',
    group: 'string',
    urgency: 'string',
    cells: 'string',
  },
  indexes: [{ fields: ['level', 'group', 'urgency', 'month'] }, { fields: ['region', 'month'] }],
})

/** A need as it counts, or counted. */
export interface Counted {
  readonly need: Need
  readonly verdict: NeedVerdict | undefined
}

export interface Change extends Counted {
  readonly sign: 1 | -1
}

/** Brings the cells to what the needs of this transaction say. Ids in order, so that two writers never wait for each other. */
export async function countIn(
  tx: Transaction,
  changes: readonly Change[],
  taxonomy: Taxonomy,
): Promise<void> {
  const sums = summed(changes, taxonomy)
  const ids = [...sums].filter(([, { cells }]) => cells.size).map(([id]) => id)
  ids.sort()
  for (let from = 0; from < ids.length; from += mostAtOnce) {
    await write(tx, ids.slice(from, from + mostAtOnce), sums)
  }
}

const mostAtOnce = 1_000

async function write(
  tx: Transaction,
  ids: readonly string[],
  sums: ReadonlyMap<string, OwnPage>,
): Promise<void> {
  const stored = new Map((await tx.getMany(pagesCollection, ids)).map((page) => [page.id, page]))
  const fresh: Page[] = []
  const changed: Page[] = []
  for (const id of ids) {
    const sum = sums.get(id) as OwnPage
    const before = stored.get(id)
    if (!before) fresh.push(pageOf(sum))
    else changed.push(plus(before, sum))
  }
  const [empty, full] = [changed.filter(isEmpty), changed.filter((page) => !isEmpty(page))]
  if (full.length) await tx.replaceMany(pagesCollection, full)
  if (empty.length) await tx.removeMany(pagesCollection, empty)
  if (fresh.length) await tx.insertMany(pagesCollection, fresh)
}

/** Puts `after` in the place of a page, or removes it where nothing is left. */
export async function replace(tx: Transaction, before: Page, after: Page): Promise<void> {
  if (isEmpty(after)) await tx.remove(pagesCollection, before.id, before.revision)
  else await tx.replace(pagesCollection, after, before.revision)
}

/** The pages, by id, that these needs and no others make. */
export function summed(changes: Iterable<Change>, taxonomy: Taxonomy): Map<string, OwnPage> {
  const pages = new Map<string, OwnPage>()
  for (const change of changes) addTo(pages, change, taxonomy)
  return pages
}

/** A page that is being added up and seen by nobody else yet. */
export interface OwnPage extends PageKey {
  readonly id: string
  readonly cells: Map<string, Cell>
}

/** As it is stored for the first time. */
export function pageOf({ cells, ...key }: OwnPage): Page {
  return { ...key, revision: 1, cells: textOf(cells) }
}

/** Adds one need to the pages that it belongs on; they are made where they are missing. */
export function addTo(
  pages: Map<string, OwnPage>,
  { need, verdict, sign }: Change,
  taxonomy: Taxonomy,
): void {
  const cell = cellOf(figuresOf(need, verdict))
  if (!cell.length) return
  const category = categoryOf(need, verdict, taxonomy.services)
  const keys = { category, branch: branchOf(category) }
  for (const key of keysOf(need, taxonomy)) {
    const id = `${key.level}/${key.region}/${key.month}/${key.group}/${key.urgency}`
    const page = pages.get(id) ?? { id, ...key, cells: new Map() }
    pages.set(id, page)
    addCell(page.cells, keys[key.level], cell, sign)
  }
}

/** For all groups and for each of its own with those above it, once each; for all urgencies and its own. */
function keysOf({ region, createdAt, urgency, beneficiaries }: Need, { groups }: Taxonomy): PageKey[] {
  const month = dayOf(createdAt).slice(0, 7)
  const known = beneficiaries.groups.filter((group) => groups.has(group)).map((id) => groups.indexOf(id))
  const above = new Set(known.flatMap((index) => groups.ancestry(index)))
  const ofGroups = [every, ...Array.from(above, (index) => groups.terms[index]?.id ?? '')]
  const keys: PageKey[] = [{ level: 'branch', region, month, group: every, urgency: every }]
  for (const group of ofGroups) {
    keys.push({ level: 'category', region, month, group, urgency: every })
    keys.push({ level: 'category', region, month, group, urgency: urgency.level })
  }
  return keys
}

/** The first that a person stated, else what matching found in its words. */
export function categoryOf(
  { categories }: Need,
  verdict: NeedVerdict | undefined,
  services: Taxonomy['services'],
): string {
  const id = categories[0] ?? verdict?.category
  return (id === undefined ? undefined : services.resolve(id)) ?? noCategory
}

/** By its first parent: what lies in two drawers counts in one. */
export const branchOf = (category: string): string => category.split('.')[0] as string

function plus(page: Page, { cells }: OwnPage): Page {
  const sums = cellsIn(page.cells)
  for (const [category, cell] of cells) addCell(sums, category, cell, 1)
  return { ...page, cells: textOf(sums) }
}

/** A cell without numbers goes, so that equal pages are written alike. */
function addCell(cells: Map<string, Cell>, category: string, cell: Cell, sign: 1 | -1): void {
  const sum = added(cells.get(category) ?? [], cell, sign)
  if (sum.length) cells.set(category, sum)
  else cells.delete(category)
}

const isEmpty = ({ cells }: Page): boolean => cells === ''
