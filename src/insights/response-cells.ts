import { isDeepStrictEqual } from 'node:util'
import { hourBounds, type Outcomes, outcomesOf } from '../learning/index.js'
import { concluder, dayAfter, dayOf, type Follower, startOf } from '../platform/records/index.js'
import {
  type DocumentStore,
  defineCollection,
  type Stored,
  type Transaction,
} from '../platform/store/index.js'
import { type Referral, referralKind, referralsCollection } from '../referrals/index.js'
import { noCategory } from './cells.js'
import { inBatches } from './in-batches.js'

/** Answers by the class of hours they took, `h0` up to the first of `hourBounds`: a store adds up named numbers, not lists. */
export type AnswerHours = { readonly [name: string]: number }

export const hourNames: readonly string[] = [...hourBounds, Number.POSITIVE_INFINITY].map((_, at) => `h${at}`)

/** What referrals of one organisation, place and month came to, by what was asked for first. */
export interface ResponseCell extends Stored, Omit<Outcomes, 'answers'> {
  readonly organizationId: string
  readonly region: string
  /** In which they were made, in Shanghai. */
  readonly month: string
  readonly category: string
  readonly referrals: number
  readonly hours: AnswerHours
}

export const responseCells = defineCollection<ResponseCell>({
  name: 'response_cells',
  shape: {
    organizationId: 'string',
    region: 'string',
    month: 'string',
    category: 'string',
    referrals: 'number',
    recommended: 'number',
    accepted: 'number',
    declined: 'number',
    unanswered: 'number',
    completed: 'number',
    failed: 'number',
    ratings: 'number',
    points: 'number',
    hours: 'any',
  },
  indexes: [{ fields: ['month'] }, { fields: ['organizationId', 'month'] }, { fields: ['region', 'month'] }],
})

/** Keeps the cells in step with referrals, in their own transactions. */
export const responseFollower: Follower = concluder<Referral>(referralKind, async ({ tx }, turns) => {
  const sums = new Map<string, ResponseCell>()
  for (const { before, after } of turns) {
    if (before) add(sums, before, -1)
    if (after) add(sums, after, 1)
  }
  const changed = [...sums.values()].filter((sum) => !isNothing(sum)).sort((a, b) => (a.id < b.id ? -1 : 1))
  for (const sum of changed) {
    const kept = await tx.get(responseCells, sum.id)
    await put(tx, kept, kept ? plusCell(kept, sum) : sum)
  }
})

function add(sums: Map<string, ResponseCell>, referral: Referral, sign: 1 | -1): void {
  const { organizationId, region, createdAt, seen } = referral
  const month = dayOf(createdAt).slice(0, 7)
  const category = seen.need.categories[0] ?? seen.offering.categories[0] ?? noCategory
  const id = [organizationId, month, region, category].join('/')
  const { answers, ...outcomes } = outcomesOf(referral)
  const hours = Object.fromEntries(hourNames.map((name, at) => [name, answers[at] ?? 0]))
  const one = { id, revision: 1, organizationId, region, month, category, referrals: 1, ...outcomes, hours }
  const before = sums.get(id)
  if (before || sign < 0) sums.set(id, plusCell(before ?? plusCell(one, one, -1), one, sign))
  else sums.set(id, one)
}

const counted = [
  ...(['referrals', 'recommended', 'accepted', 'declined', 'unanswered'] as const),
  ...(['completed', 'failed', 'ratings', 'points'] as const),
]

function plusCell(cell: ResponseCell, other: ResponseCell, sign: 1 | -1 = 1): ResponseCell {
  const sums = counted.map((name) => [name, cell[name] + sign * other[name]])
  const hours = hourNames.map((name) => [name, (cell.hours[name] ?? 0) + sign * (other.hours[name] ?? 0)])
  return { ...cell, ...Object.fromEntries(sums), hours: Object.fromEntries(hours) }
}

async function put(
  tx: Transaction,
  kept: ResponseCell | undefined,
  right: ResponseCell | undefined,
): Promise<void> {
  const isGone = !right || isNothing(right)
  if (!kept) {
    if (!isGone) await tx.insert(responseCells, right)
  } else if (isGone) await tx.remove(responseCells, kept.id, kept.revision)
  else await tx.replace(responseCells, right, kept.revision)
}

function isNothing({ revision: _, hours, ...cell }: ResponseCell): boolean {
  return [...Object.values(cell), ...Object.values(hours)].every(
    (value) => typeof value === 'string' || value === 0,
  )
}

/**
 * Compares all cells with a recount, and mends them where that is asked for: organisation by organisation and month by
 * month, in a transaction each.
 * @returns ids of cells that were wrong
 */
export async function recountResponses(store: DocumentStore, mend: boolean): Promise<string[]> {
  const parts = new Set<string>()
  for await (const batch of store.scan(referralsCollection)) {
    for (const { organizationId, createdAt } of batch)
      parts.add(`${organizationId}/${dayOf(createdAt).slice(0, 7)}`)
  }
  for await (const batch of store.scan(responseCells)) {
    for (const { organizationId, month } of batch) parts.add(`${organizationId}/${month}`)
  }
  const wrong: string[] = []
  for (const part of parts) {
    const [organizationId = '', month = ''] = part.split('/')
    wrong.push(...(await store.transaction((tx) => recountPart(tx, organizationId, month, mend))))
  }
  return wrong.sort()
}

async function recountPart(
  tx: Transaction,
  organizationId: string,
  month: string,
  mend: boolean,
): Promise<string[]> {
  const next = dayAfter(`${month}-28`, 4).slice(0, 7)
  const createdAt = { $gte: startOf(`${month}-01`), $lt: startOf(`${next}-01`) }
  const right = new Map<string, ResponseCell>()
  for await (const batch of inBatches(tx, referralsCollection, { organizationId, createdAt }, 'createdAt')) {
    for (const referral of batch) add(right, referral, 1)
  }
  const kept = new Map<string, ResponseCell>()
  for await (const batch of inBatches(tx, responseCells, { organizationId, month }, 'month')) {
    for (const cell of batch) kept.set(cell.id, cell)
  }
  const wrong = [...new Set([...right.keys(), ...kept.keys()])].filter(
    (id) => !isSame(kept.get(id), right.get(id)),
  )
  if (mend) for (const id of wrong) await put(tx, kept.get(id), withRevisionOf(kept.get(id), right.get(id)))
  return wrong
}

function withRevisionOf(
  kept: ResponseCell | undefined,
  right: ResponseCell | undefined,
): ResponseCell | undefined {
  return right && { ...right, revision: kept?.revision ?? 1 }
}

function isSame(a: ResponseCell | undefined, b: ResponseCell | undefined): boolean {
  return isDeepStrictEqual({ ...a, revision: 1 }, { ...b, revision: 1 })
}
