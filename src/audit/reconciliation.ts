import type { AuditEntry } from '../platform/records/index.js'
import { digestOf, type Seal, type SealedEntry } from './model.js'
import type { Report } from './problems.js'

/** No transaction lasts so long, and no clocks differ by as much; milliseconds. */
const latest = 3_600_000

interface Named extends SealedEntry {
  /** The youngest entry that was sealed before, as ISO instant. */
  readonly youngest: string
}

/**
 * Pairs the entries of the trail, which come in the order of their birth, with what the seals say of them, in the order
 * of their commits. Holds only what has not met its other half.
 */
export class Reconciliation {
  sealed = 0
  private readonly standing = new Map<string, { readonly digest: string; readonly at: string }>()
  private readonly named = new Map<string, Named>()
  private trailRead = ''
  private sealsRead = ''
  private youngest = ''
  private begun: string | undefined

  constructor(private readonly report: Report) {}

  /** Whether entries that a seal names have yet to be read. */
  get isTrailBehind(): boolean {
    return this.trailRead < this.sealsRead
  }

  addEntry(entry: AuditEntry): void {
    const { id, at } = entry
    this.trailRead = id
    const named = this.named.get(id)
    if (named) this.meet(named, digestOf(entry), at)
    else this.standing.set(id, { digest: digestOf(entry), at })
  }

  addSeal({ at, entries }: Seal): void {
    this.begun ??= at
    const { youngest } = this
    for (const entry of entries) {
      this.sealed++
      if (entry.id > this.sealsRead) this.sealsRead = entry.id
      const standing = this.standing.get(entry.id)
      if (standing) this.meet({ ...entry, youngest }, standing.digest, standing.at)
      else this.named.set(entry.id, { ...entry, youngest })
    }
  }

  /** Ids that a seal or the change log names and that were not met in the trail: to be looked for once more. */
  unmet(waiting: Iterable<string>): string[] {
    const unmet = new Set(this.named.keys())
    for (const id of waiting) if (!this.standing.has(id)) unmet.add(id)
    return [...unmet]
  }

  /**
   * @param waiting ids of entries that wait for their seal
   * @param found what is there of the unmet
   * @returns how many wait
   */
  finish(waiting: ReadonlySet<string>, found: readonly AuditEntry[]): number {
    const there = new Map(found.map((entry) => [entry.id, entry]))
    for (const id of this.unmet(waiting)) {
      const entry = there.get(id)
      const named = this.named.get(id)
      if (!entry) this.report('removed', id)
      else if (named) this.meet(named, digestOf(entry), entry.at)
    }
    let owed = 0
    for (const id of this.standing.keys()) {
      if (waiting.has(id)) owed++
      else this.report('inserted', id)
    }
    return owed
  }

  private meet({ id, digest, youngest }: Named, now: string, at: string): void {
    this.standing.delete(id)
    this.named.delete(id)
    if (digest !== now) this.report('changed', id)
    // Before sealing began nothing was sealed in time.
    const isSince = this.begun !== undefined && at > this.begun
    if (isSince && youngest && Date.parse(at) + latest < Date.parse(youngest)) this.report('late', id)
    if (at > this.youngest) this.youngest = at
  }
}
