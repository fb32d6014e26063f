import type { Clock } from '../platform/clock.js'
import { Conflict } from '../platform/errors.js'
import type { Lease, Leases } from '../platform/leases/index.js'
import { type AuditEntry, auditChange, auditTrail } from '../platform/records/index.js'
import {
  beginning,
  type ChangeLogEntry,
  type Follower,
  mergedChanges,
  nextSequence,
  type RelayCursor,
  relayCursors,
  stepsAfter,
} from '../platform/relay/index.js'
import type { DocumentStore } from '../platform/store/index.js'
import { auditSeals, newestFirst } from './collection.js'
import { digestOf, hashOf, origin, type SealedEntry } from './model.js'

export interface SealingDeps {
  readonly store: DocumentStore
  readonly clock: Clock
  readonly leases: Leases
  /** Milliseconds after which another process goes on when this one dies; default ten seconds. */
  readonly leaseMs?: number
}

export const sealingView = 'audit'
const mostRead = 1_000

/**
 * Seals the audit trail, seconds after its entries were committed: a view that follows the change log, in which each
 * entry stands once, in the order of commits. Seal and cursor are one transaction, so that each entry is sealed once.
 */
export class Sealing implements Follower {
  readonly view = sealingView
  private lease: Lease | undefined

  constructor(private readonly deps: SealingDeps) {}

  async run(): Promise<void> {
    try {
      while (await this.step());
    } catch (error) {
      // Another process seals; it goes on from the cursor that we could not move.
      if (!(error instanceof Conflict)) throw error
      this.lease = undefined
    }
  }

  async position(): Promise<string> {
    return (await this.cursor())?.sequence ?? beginning
  }

  async release(): Promise<void> {
    const { lease } = this
    this.lease = undefined
    await lease?.release()
  }

  private cursor(): Promise<RelayCursor | undefined> {
    return this.deps.store.get(relayCursors, this.view)
  }

  private async step(): Promise<boolean> {
    const { store, leases, leaseMs = 10_000 } = this.deps
    const cursor = await this.cursor()
    const steps = await stepsAfter(store, cursor?.sequence ?? beginning)
    if (!steps.length) return false
    if (!this.lease) {
      // Look again after taking it: who had it before may have moved the cursor since.
      this.lease = await leases.take('audit:seal', leaseMs)
      return this.lease !== undefined
    }
    await this.seal(cursor, steps, await sealedEntries(store, steps))
    return true
  }

  private async seal(
    cursor: RelayCursor | undefined,
    steps: readonly ChangeLogEntry[],
    entries: readonly SealedEntry[],
  ): Promise<void> {
    const { store, clock } = this.deps
    const sequence = steps.at(-1)?.id ?? beginning
    const at = clock.now().toISOString()
    await store.transaction(async (tx) => {
      await this.lease?.holdIn(tx)
      const [last] = await tx.find(auditSeals, {}, { sort: newestFirst, limit: 1 })
      const content = { id: nextSequence(last?.id ?? beginning), at, step: sequence, entries }
      await tx.insert(auditSeals, { ...content, revision: 1, hash: hashOf(last?.hash ?? origin, content) })
      const next = { id: this.view, revision: 1, sequence }
      if (cursor) await tx.replace(relayCursors, next, cursor.revision)
      else await tx.insert(relayCursors, next)
    })
  }
}

/** The entries that the steps name, as they are; one that is gone has been taken away, and its seal says so. */
async function sealedEntries(store: DocumentStore, steps: readonly ChangeLogEntry[]): Promise<SealedEntry[]> {
  const changes = mergedChanges(steps.flatMap((step) => step.changes))
  const ids = changes.find(({ kind }) => kind === auditChange)?.ids ?? []
  const found = new Map<string, AuditEntry>()
  for (let from = 0; from < ids.length; from += mostRead) {
    const some = await store.getMany(auditTrail, ids.slice(from, from + mostRead))
    for (const entry of some) found.set(entry.id, entry)
  }
  return ids.map((id) => {
    const entry = found.get(id)
    return { id, digest: entry ? digestOf(entry) : '' }
  })
}
