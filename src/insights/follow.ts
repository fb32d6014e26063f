import { isDeepStrictEqual } from 'node:util'
import { liveStates, type Need, needKind, needsCollection } from '../needs/index.js'
import { concluder, endsOf, type Follower, type Turn } from '../platform/records/index.js'
import type { Transaction } from '../platform/store/index.js'
import { type Referral, referralKind } from '../referrals/index.js'
import type { Taxonomy } from '../taxonomy/index.js'
import { causeOfReferral } from './causes.js'
import { countIn } from './cells.js'
import { responseFollower } from './response-cells.js'
import { supplyFollower } from './supply-notes.js'
import { due, type NeedVerdict, verdictsCollection } from './verdicts.js'

/**
 * Keep the cells in step with the needs, and the verdicts with needs, referrals and offerings, in their own transactions. Whoever
 * writes a verdict has written or locked its need, so that two never count the same need at once.
 */
export function insightFollowers(taxonomy: Taxonomy): Follower[] {
  return [
    concluder<Need>(needKind, ({ tx }, turns) => recount(tx, turns, taxonomy)),
    concluder<Referral>(referralKind, ({ tx }, turns) => noteAnswers(tx, turns, taxonomy)),
    responseFollower,
    supplyFollower,
  ]
}

async function recount(tx: Transaction, turns: readonly Turn<Need>[], taxonomy: Taxonomy): Promise<void> {
  const ends = endsOf(turns)
  // Nothing was found out yet about what is new, and an import is all new.
  const known = [...ends].filter(([, { before }]) => before).map(([id]) => id)
  const were = await verdictsOf(tx, known)
  const are = await renewed(tx, ends, were)
  const changes = Array.from(ends, ([id, { before, after }]) => [
    ...(before ? [{ need: before, verdict: were.get(id), sign: -1 as const }] : []),
    ...(after ? [{ need: after, verdict: are.get(id), sign: 1 as const }] : []),
  ])
  await countIn(tx, changes.flat(), taxonomy)
}

/** Matching is to look at what is new or says something else; what it found of a removed need goes. */
async function renewed(
  tx: Transaction,
  ends: ReadonlyMap<string, Turn<Need>>,
  before: ReadonlyMap<string, NeedVerdict>,
): Promise<ReadonlyMap<string, NeedVerdict>> {
  const after = new Map(before)
  const fresh: NeedVerdict[] = []
  const gone: NeedVerdict[] = []
  const asked: NeedVerdict[] = []
  for (const [id, { before: first, after: last }] of ends) {
    const known = before.get(id)
    if (!last) {
      after.delete(id)
      if (known) gone.push(known)
    } else if (!known) {
      if (asksMatching(last)) fresh.push({ id, revision: 1, looked: due })
    } else if (asksMatching(last) && known.looked !== due && !isAskedAlike(first, last)) {
      asked.push({ ...known, looked: due })
    }
  }
  if (gone.length) await tx.removeMany(verdictsCollection, gone)
  const again = asked.length ? await tx.replaceMany(verdictsCollection, asked) : []
  if (fresh.length) await tx.insertMany(verdictsCollection, fresh)
  for (const verdict of [...again, ...fresh]) after.set(verdict.id, verdict)
  return after
}

const asksMatching = ({ state }: Need): boolean => liveStates.has(state)

function isAskedAlike(a: Need | undefined, b: Need): boolean {
  const asked = ({ text, categories, region, beneficiaries, modes, state }: Need) => [
    ...[text, categories, region, beneficiaries, modes, liveStates.has(state)],
  ]
  return a !== undefined && isDeepStrictEqual(asked(a), asked(b))
}

async function noteAnswers(
  tx: Transaction,
  turns: readonly Turn<Referral>[],
  taxonomy: Taxonomy,
): Promise<void> {
  const answers = new Map<string, NeedVerdict['answered']>()
  for (const { before, after } of turns) {
    if (!after || after.stage === before?.stage) continue
    answers.set(after.needId, causeOfReferral(after.stage, after.reason))
  }
  const ids = [...answers.keys()].sort()
  const needs = await inParts(ids, (part) => tx.lock(needsCollection, part))
  const known = await verdictsOf(tx, ids)
  for (const need of needs) {
    const { answered: was, ...rest } = known.get(need.id) ?? { id: need.id, revision: 0, looked: due }
    const answered = answers.get(need.id)
    if (answered === undefined || answered === was) continue
    await write(tx, need, known.get(need.id), { ...rest, answered }, taxonomy)
  }
}

/** Puts a verdict in the place of another, and moves its need, which the transaction holds, to where it counts now. */
export async function write(
  tx: Transaction,
  need: Need,
  before: NeedVerdict | undefined,
  after: NeedVerdict,
  taxonomy: Taxonomy,
): Promise<void> {
  const verdict = before
    ? await tx.replace(verdictsCollection, after, before.revision)
    : { ...after, revision: 1 }
  if (!before) await tx.insert(verdictsCollection, verdict)
  await countIn(
    tx,
    [
      { need, verdict: before, sign: -1 },
      { need, verdict, sign: 1 },
    ],
    taxonomy,
  )
}

async function verdictsOf(
  tx: Pick<Transaction, 'getMany'>,
  ids: readonly string[],
): Promise<Map<string, NeedVerdict>> {
  const found = await inParts(ids, (part) => tx.getMany(verdictsCollection, part))
  return new Map(found.map((verdict) => [verdict.id, verdict]))
}

const mostAtOnce = 1_000

async function inParts<T>(
  ids: readonly string[],
  read: (part: readonly string[]) => Promise<T[]>,
): Promise<T[]> {
  const found: T[] = []
  for (let from = 0; from < ids.length; from += mostAtOnce) {
    found.push(...(await read(ids.slice(from, from + mostAtOnce))))
  }
  return found
}
