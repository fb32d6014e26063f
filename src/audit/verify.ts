import { type AuditEntry, auditTrail } from '../platform/records/index.js'
import { beginning, relayCursors } from '../platform/relay/index.js'
import type { DocumentStore } from '../platform/store/index.js'
import { Chain } from './chain.js'
import { auditSeals } from './collection.js'
import { type Anchor, type Seal, sealNumber } from './model.js'
import { type AuditProblem, Findings } from './problems.js'
import { Reconciliation } from './reconciliation.js'
import { sealingView } from './sealing.js'
import { toldEntries } from './waiting.js'

export interface AuditReport {
  readonly seals: number
  /** Entries that the seals name. */
  readonly sealed: number
  /** Entries that wait for their seal. */
  readonly waiting: number
  /** The newest seal; missing before the first. */
  readonly anchor?: Anchor
  /** The first 1,000. */
  readonly problems: readonly AuditProblem[]
  readonly more: number
}

const mostProblems = 1_000
const sealsAtOnce = 50
const entriesAtOnce = 1_000

/**
 * Reads all of trail and chain beside the running service, a batch at a time, and says what was tampered with.
 * @param anchor a seal and its hash that were written down before
 */
export async function verifyAudit(store: DocumentStore, anchor?: Anchor): Promise<AuditReport> {
  const findings = new Findings(mostProblems)
  const chain = new Chain(findings.report, anchor)
  const reconciliation = new Reconciliation(findings.report)
  const trail = store.scan(auditTrail, entriesAtOnce)[Symbol.asyncIterator]()
  const readTrail = async (): Promise<boolean> => {
    const { value, done } = await trail.next()
    for (const entry of done ? [] : value) reconciliation.addEntry(entry)
    return !done
  }
  const add = (seal: Seal) => {
    chain.add(seal)
    reconciliation.addSeal(seal)
  }
  for await (const seals of sealsAfter(store, chain)) {
    for (const seal of seals) {
      add(seal)
      // Side by side, so that what is in one and not yet in the other stays little.
      while (reconciliation.isTrailBehind && (await readTrail()));
    }
  }
  while (await readTrail());
  // Then what was written and sealed meanwhile, in the order in which entries move.
  const cursor = await store.get(relayCursors, sealingView)
  const told = await toldEntries(store, cursor?.sequence ?? beginning)
  for await (const seals of sealsAfter(store, chain)) for (const seal of seals) add(seal)
  const waiting = reconciliation.finish(told, await look(store, reconciliation.unmet(told)))
  chain.finish(cursor?.sequence)
  const { last, count } = chain
  return {
    seals: count,
    sealed: reconciliation.sealed,
    waiting,
    ...(last ? { anchor: { number: sealNumber(last), hash: last.hash } } : {}),
    problems: findings.problems,
    more: findings.more,
  }
}

/** The seals that are not in the chain yet. */
async function* sealsAfter(store: DocumentStore, chain: Chain): AsyncGenerator<Seal[]> {
  for (;;) {
    const { last } = chain
    const after = last && { value: last.id, id: last.id }
    const seals = await store.find(auditSeals, {}, { limit: sealsAtOnce, ...(after && { after }) })
    if (!seals.length) return
    yield seals
  }
}

async function look(store: DocumentStore, ids: readonly string[]): Promise<AuditEntry[]> {
  const found: AuditEntry[] = []
  for (let from = 0; from < ids.length; from += entriesAtOnce)
    found.push(...(await store.getMany(auditTrail, ids.slice(from, from + entriesAtOnce))))
  return found
}
