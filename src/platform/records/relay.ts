import type { DocumentStore } from '../store/index.js'
import { outbox } from './collections.js'
import type { OutboxEntry, Recorded, RecordKind } from './model.js'

/** A view of the records that is kept beside them: the search index, the matcher's candidates. */
export interface Projection {
  readonly name: string
  /** The records as they are now; an id that is missing was removed. Must bear being told the same thing twice. */
  apply(kind: string, records: readonly Recorded[], removed: readonly string[]): Promise<void>
}

const batchSize = 50

/**
 * Feeds the projections from the outbox: at least once, in the order of the commits, again after a crash, because an
 * entry is removed only when every projection has it.
 */
export class Relay {
  private running: Promise<void> | undefined
  private again = false
  private failure: unknown

  constructor(
    private readonly store: DocumentStore,
    private readonly kinds: readonly RecordKind<Recorded>[],
    private readonly projections: readonly Projection[],
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Says that there may be work; returns at once. */
  kick(): void {
    if (this.running) {
      this.again = true
      return
    }
    this.running = this.drain()
      .catch((error) => {
        this.failure = error
        this.onError(error)
      })
      .finally(() => {
        this.running = undefined
        if (this.again) {
          this.again = false
          this.kick()
        }
      })
  }

  /** Resolves when what was committed before the call is in the projections. @throws what a projection threw */
  async settled(): Promise<void> {
    this.kick()
    while (this.running) await this.running
    if (this.failure) {
      const error = this.failure
      this.failure = undefined
      throw error
    }
  }

  /** How many entries wait. */
  async backlog(): Promise<number> {
    return this.store.count(outbox, {})
  }

  private async drain(): Promise<void> {
    for (;;) {
      const entries = await this.store.find(outbox, {}, { limit: batchSize })
      if (!entries.length) return
      for (const [kind, ids] of bySubject(entries)) await this.feed(kind, ids)
      await this.store.transaction(async (tx) => {
        for (const entry of entries) await tx.remove(outbox, entry.id, entry.revision)
      })
    }
  }

  private async feed(kindName: string, ids: readonly string[]): Promise<void> {
    const kind = this.kinds.find((k) => k.name === kindName)
    if (!kind) return
    for (let at = 0; at < ids.length; at += 500) {
      const asked = ids.slice(at, at + 500)
      const records = await this.store.getMany(kind.collection, asked)
      const found = new Set(records.map((r) => r.id))
      const removed = asked.filter((id) => !found.has(id))
      for (const projection of this.projections) await projection.apply(kindName, records, removed)
    }
  }
}

/** Each record once, however often it changed: only its present state counts. */
function bySubject(entries: readonly OutboxEntry[]): Map<string, string[]> {
  const kinds = new Map<string, Set<string>>()
  for (const entry of entries) {
    const ids = kinds.get(entry.kind) ?? new Set()
    for (const id of entry.subjects) ids.add(id)
    kinds.set(entry.kind, ids)
  }
  return new Map([...kinds].map(([kind, ids]) => [kind, [...ids]]))
}
