import { Sealing, verifyAudit } from '../../src/audit/index.js'
import { systemClock } from '../../src/platform/clock.js'
import { timeOrderedIds } from '../../src/platform/ids.js'
import { Leases } from '../../src/platform/leases/index.js'
import {
  auditTrail,
  outbox,
  type Recorded,
  type RecordKind,
  type SearchableKind,
} from '../../src/platform/records/index.js'
import { Relay } from '../../src/platform/relay/index.js'
import type { SearchIndex } from '../../src/platform/search/index.js'
import type { DocumentStore } from '../../src/platform/store/index.js'

interface History {
  /** Audit entries; each use case leaves one for each record and makes its revision one larger. */
  entries: number
  removed: boolean
}

/** What was acknowledged to those who wrote, held against what the file says after each kill. */
export class Ledger {
  /** By id: the least revision that must be there, or undefined once the removal was acknowledged. */
  readonly #owed = new Map<string, number | undefined>()
  readonly #histories = new Map<string, History>()
  #lastAudit: string | undefined

  constructor(private readonly kinds: readonly Pick<RecordKind<Recorded>, 'name' | 'collection'>[]) {}

  /** How many acknowledgements were noted. */
  acknowledged = 0

  kept(id: string, revision: number): void {
    this.acknowledged++
    if (this.#owed.has(id) && this.#owed.get(id) === undefined) return
    this.#owed.set(id, Math.max(revision, this.#owed.get(id) ?? 0))
  }

  removed(id: string): void {
    this.acknowledged++
    this.#owed.set(id, undefined)
  }

  /** What was lost, and which use cases are half there. */
  async faultsOf(store: DocumentStore): Promise<string[]> {
    await this.#readAudit(store)
    const stored = new Map<string, number>()
    for (const { collection } of this.kinds) {
      for await (const batch of store.scan(collection)) {
        for (const { id, revision } of batch) stored.set(id, revision)
      }
    }
    const faults: string[] = []
    for (const [id, revision] of stored) {
      const history = this.#histories.get(id)
      if (history?.removed) faults.push(`${id}: removed by the audit trail, and there`)
      else if (history?.entries !== revision)
        faults.push(`${id}: ${revision} with ${history?.entries} entries`)
    }
    for (const [id, { removed }] of this.#histories) {
      if (!removed && !stored.has(id)) faults.push(`${id}: an audit entry without its record`)
    }
    for (const [id, owed] of this.#owed) {
      const now = stored.get(id)
      if (
        owed === undefined ? now !== undefined : !this.#histories.get(id)?.removed && !((now ?? 0) >= owed)
      ) {
        faults.push(`${id}: acknowledged at ${owed ?? 'removed'}, found at ${now ?? 'nothing'}`)
      }
    }
    return faults
  }

  /** Lets the relay work off what is owed, then names what search and store, trail and seals do not agree on. */
  async driftOf(
    store: DocumentStore,
    search: SearchIndex,
    kinds: readonly SearchableKind<Recorded>[],
  ): Promise<string[]> {
    const failures: string[] = []
    const leases = new Leases({ store, clock: systemClock, ids: timeOrderedIds(systemClock) })
    const relay = new Relay({
      store,
      search,
      clock: systemClock,
      leases,
      kinds,
      shared: [new Sealing({ store, clock: systemClock, leases })],
      observer: {
        retrying: (part, error) => failures.push(`${part}: ${error}`),
        gaveUp: (view, { id }) => failures.push(`${view} refuses ${id}`),
      },
    })
    await relay.settled()
    await relay.stop()
    if ((await store.count(outbox, {})) > 0) failures.push('the outbox is not empty')
    const { waiting, problems } = await verifyAudit(store)
    if (waiting > 0) failures.push(`${waiting} audit entries are not sealed`)
    for (const { kind, subject } of problems) failures.push(`audit ${kind}: ${subject}`)
    for (const kind of kinds) {
      const [stored, indexed] = [new Set<string>(), new Set<string>()]
      for await (const batch of store.scan(kind.collection)) {
        for (const { id, revision } of batch) stored.add(`${id} ${revision}`)
      }
      for await (const batch of search.contents(kind.search)) {
        for (const { id, revision } of batch) indexed.add(`${id} ${revision}`)
      }
      for (const entry of stored) if (!indexed.has(entry)) failures.push(`not indexed: ${entry}`)
      for (const entry of indexed) if (!stored.has(entry)) failures.push(`not stored: ${entry}`)
    }
    return failures
  }

  /** Only what is new: ids grow with time. */
  async #readAudit(store: DocumentStore): Promise<void> {
    for (;;) {
      const last = this.#lastAudit
      const after = last === undefined ? {} : { after: { value: last, id: last } }
      const entries = await store.find(auditTrail, {}, { limit: 1_000, ...after })
      for (const { id, kind, action, subjects } of entries) {
        const isOurs = this.kinds.some(({ name }) => name === kind)
        for (const subject of isOurs ? subjects : []) {
          const history = this.#histories.get(subject) ?? { entries: 0, removed: false }
          history.entries++
          if (action.endsWith('.remove')) history.removed = true
          this.#histories.set(subject, history)
        }
        this.#lastAudit = id
      }
      if (entries.length < 1_000) return
    }
  }
}
