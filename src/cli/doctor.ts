import { type Anchor, type AuditReport, verifyAudit } from '../audit/index.js'
import { systemClock } from '../platform/clock.js'
import { Unavailable } from '../platform/errors.js'
import { outbox } from '../platform/records/index.js'
import { deadLetters, mend, newestSequence, refill, relayCursors } from '../platform/relay/index.js'
import type { Workspace } from '../workspace.js'
import { type Compared, compare, storedOnly } from './compare.js'
import { brokenInvariants } from './invariants.js'

export interface Diagnosis {
  readonly node: string
  readonly store: { readonly engine: string; readonly version: string; readonly schemaVersion: number }
  /** What is wrong with the file itself, or that the search engine is away. */
  readonly problems: readonly string[]
  readonly collections: readonly Compared[]
  /** Search collections that wait to be filled, whatever they hold now. */
  readonly unfilled: readonly string[]
  /** What the views have yet to be told: entries of the outbox, steps of the change log. It explains a drift. */
  readonly backlog: { readonly outbox: number; readonly search: number }
  /** Records that a view refuses. */
  readonly deadLetters: number
  /** Years that begin within 60 days, or have begun, and whose public holidays are not known: Monday to Friday count. */
  readonly yearsWithoutHolidays: readonly number[]
  /** Whether the trail of who did what is whole. */
  readonly audit: AuditReport
  /** Totals that are not what they are made of, files that are not there; only with `deep`. */
  readonly invariants?: readonly string[]
  readonly healthy: boolean
}

type Examined = Pick<
  Workspace,
  'store' | 'search' | 'kinds' | 'leases' | 'calendar' | 'clock' | 'services' | 'taxonomy'
>

const holidayDays = 60

/**
 * Looks at everything; changes no data.
 * @param looking.anchor a seal of the audit trail that was written down before
 * @param looking.deep whether totals are recounted too, from all the records that they are made of, and files read
 */
export async function examine(
  examined: Examined,
  looking: { readonly anchor?: Anchor | undefined; readonly deep?: boolean | undefined } = {},
): Promise<Diagnosis> {
  const { anchor, deep = false } = looking
  const { store, search, kinds, calendar, clock } = examined
  const { engine, version, schemaVersion, problems } = await store.health({ deep: true })
  const backlog = await backlogOf(examined)
  const letters = await store.count(deadLetters, {})
  const audit = await verifyAudit(store, anchor)
  const unfilled = await orAway(search.prepare(kinds.map((kind) => kind.search)))
  const collections: Compared[] = []
  for (const kind of kinds) {
    const compared = unfilled
      ? compare(examined, kind, !unfilled.includes(kind.search.name))
      : storedOnly(examined, kind)
    collections.push(await compared)
  }
  const differs = collections.some(
    (each) => each.missing.length + each.stale.length + each.orphaned.length > 0,
  )
  const invariants = deep ? await brokenInvariants(examined) : []
  const waits = backlog.outbox + backlog.search > 0
  const isRight = unfilled !== undefined && !differs && unfilled.length === 0
  return {
    node: process.version,
    store: { engine, version, schemaVersion },
    problems: unfilled ? problems : [...problems, 'search: away'],
    collections,
    unfilled: unfilled ?? [],
    backlog,
    deadLetters: letters,
    yearsWithoutHolidays: calendar.missingYears(clock.now().toISOString(), holidayDays),
    audit,
    ...(deep ? { invariants } : {}),
    healthy:
      problems.length + letters + audit.problems.length + invariants.length === 0 &&
      (isRight || (unfilled !== undefined && waits)),
  }
}

async function backlogOf({ store }: Pick<Examined, 'store'>): Promise<Diagnosis['backlog']> {
  const cursor = await store.get(relayCursors, 'search')
  const newest = await newestSequence(store)
  return { outbox: await store.count(outbox, {}), search: Number(newest) - Number(cursor?.sequence ?? 0) }
}

/** Undefined when the engine is away. */
async function orAway<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof Unavailable) return undefined
    throw error
  }
}

/**
 * Brings the search index to what the store holds. Outbox and change log stay: the matchers follow them too.
 * @returns ids of the records that the index refuses
 */
export async function repair(
  { store, search, kinds, leases }: Omit<Examined, 'calendar' | 'clock' | 'services' | 'taxonomy'>,
  found: Pick<Diagnosis, 'collections' | 'unfilled'>,
): Promise<string[]> {
  const clock = systemClock
  const refused: string[] = []
  for (const { name, missing, stale, orphaned } of found.collections) {
    const kind = kinds.find((each) => each.collection.name === name)
    if (!kind) continue
    const letters = found.unfilled.includes(kind.search.name)
      ? await refill({ store, search, leases, clock }, kind)
      : await mend({ store, search, clock }, kind, [...missing, ...orphaned], stale)
    for (const { id } of letters ?? []) refused.push(id)
  }
  return refused
}
