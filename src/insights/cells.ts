import { isDeepStrictEqual } from 'node:util'
import { type Need, urgencies } from '../needs/index.js'
import { dayOf } from '../platform/records/index.js'
import { defineCollection, type Stored, type Transaction } from '../platform/store/index.js'
import type { Taxonomy } from '../taxonomy/index.js'
import { added, type Figures, figuresOf, isNothing } from './figures.js'
import type { NeedVerdict } from './verdicts.js'

/** A cell of the branches (养老助老) adds up those of the categories in it: what is asked most often reads few. */
export const cellLevels = ['branch', 'category'] as const
export type CellLevel = (typeof cellLevels)[number]

/** All groups together: every need once. */
export const everyGroup = '*'
/** Of needs that nobody has given a category yet. */
export const noCategory = 'none'
type Urgency = (typeof urgencies)[number]

/** What one cell counts. */
export interface CellKey {
  readonly level: CellLevel
  /** As the need has it: a community, or where it was raised to. */
  readonly region: string
  /** In which the needs were entered, in Shanghai: 2026-03. */
  readonly month: string
  /** A target group with all that lies below it, or `everyGroup`. */
  readonly group: string
  readonly category: string
}

/** Sums over its needs, together and by urgency; gone when there are none. */
export interface Cell extends Stored, CellKey {
  readonly all: Figures
  readonly routine: Figures
  readonly soon: Figures
  readonly urgent: Figures
  readonly crisis: Figures
}

export const cellsCollection = defineCollection<Cell>({
  name: 'insight_cells',
  shape: {
    level: 'string',
    region: 'string',
    month: 'string',
    group: 'string',
    category: 'string',
    all: 'any',
    routine: 'any',
    soon: 'any',
    urgent: 'any',
    crisis: 'any',
  },
  indexes: [
    { fields: ['level', 'group', 'month'] },
    { fields: ['level', 'group', 'category', 'month'] },
    { fields: ['region', 'month'] },
  ],
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
  const ids = [...sums].filter(([, sum]) => !isEmpty(sum)).map(([id]) => id)
  ids.sort()
  for (let from = 0; from < ids.length; from += mostAtOnce) {
    await write(tx, ids.slice(from, from + mostAtOnce), sums)
  }
}

const mostAtOnce = 1_000

async function write(
  tx: Transaction,
  ids: readonly string[],
  sums: ReadonlyMap<string, Cell>,
): Promise<void> {
  const stored = new Map((await tx.getMany(cellsCollection, ids)).map((cell) => [cell.id, cell]))
  const fresh: Cell[] = []
  for (const id of ids) {
    const sum = sums.get(id) as Cell
    const before = stored.get(id)
    if (!before) fresh.push(sum)
    else await replace(tx, before, plus(before, sum))
  }
  if (fresh.length) await tx.insertMany(cellsCollection, fresh)
}

/** Puts `after` in the place of a cell, or removes it where nothing is left. */
export async function replace(tx: Transaction, before: Cell, after: Cell): Promise<void> {
  if (isEmpty(after)) await tx.remove(cellsCollection, before.id, before.revision)
  else await tx.replace(cellsCollection, after, before.revision)
}

/** The cells, by id, that these needs and no others make. */
export function summed(changes: Iterable<Change>, taxonomy: Taxonomy): Map<string, Cell> {
  const cells = new Map<string, Cell>()
  for (const change of changes) addTo(cells, change, taxonomy)
  return cells
}

/** Adds one need to the cells that it belongs to; they are made where they are missing. */
export function addTo(cells: Map<string, Cell>, { need, verdict, sign }: Change, taxonomy: Taxonomy): void {
  const figures = figuresOf(need, verdict)
  if (isNothing(figures)) return
  const urgency = need.urgency.level
  for (const key of keysOf({ need, verdict }, taxonomy)) {
    const id = cellId(key)
    const cell = cells.get(id) ?? emptyCell(id, key)
    cells.set(id, {
      ...cell,
      all: added(cell.all, figures, sign),
      [urgency]: added(cell[urgency], figures, sign),
    })
  }
}

/** Its place in each level, for all groups and for each of its own with those above it, once each. */
function keysOf({ need, verdict }: Counted, { services, groups }: Taxonomy): CellKey[] {
  const month = dayOf(need.createdAt).slice(0, 7)
  const category = categoryOf(need, verdict, services)
  const known = need.beneficiaries.groups.filter((group) => groups.has(group)).map((id) => groups.indexOf(id))
  const above = new Set(known.flatMap((index) => groups.ancestry(index)))
  const ofGroups = [everyGroup, ...Array.from(above, (index) => groups.terms[index]?.id ?? '')]
  const { region } = need
  return cellLevels.flatMap((level) =>
    ofGroups.map((group) => ({
      level,
      region,
      month,
      group,
      category: level === 'branch' ? branchOf(category) : category,
    })),
  )
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

function cellId({ level, region, month, group, category }: CellKey): string {
  return [level, region, month, group, category].join('/')
}

function emptyCell(id: string, key: CellKey): Cell {
  return { id, revision: 1, ...key, all: {}, routine: {}, soon: {}, urgent: {}, crisis: {} }
}

function plus(cell: Cell, other: Cell): Cell {
  const sums = blocks.map((block) => [block, added(cell[block], other[block])] as const)
  return { ...cell, ...(Object.fromEntries(sums) as Pick<Cell, Urgency | 'all'>) }
}

const blocks = ['all', ...urgencies] as const

/** Nothing of any urgency: changes that undo each other in `all` may still move needs between urgencies. */
const isEmpty = (cell: Cell): boolean => blocks.every((block) => isNothing(cell[block]))

export function isSame(a: Cell | undefined, b: Cell | undefined): boolean {
  return blocks.every((block) => isDeepStrictEqual(a?.[block] ?? {}, b?.[block] ?? {}))
}
