import type { Recorded, RecordKind } from '../records/index.js'
import type { DocumentStore } from '../store/index.js'
import type { Change } from './model.js'
import { fedAtOnce, feed, type Projection, type Refused } from './projection.js'

/** How often a record is tried before it is put aside; back-off lies between, about a second together. */
const mostAttempts = 3

/** A record that its view refused as often as it was tried. */
export interface GivenUp extends Refused {
  readonly attempts: number
}

/** Tells one view about changes, and remembers how often it has refused which record. */
export class Feeder {
  private readonly attempts = new Map<string, number>()
  private readonly kinds: ReadonlyMap<string, RecordKind<Recorded>>

  constructor(
    private readonly store: DocumentStore,
    kinds: readonly RecordKind<Recorded>[],
    private readonly projection: Projection,
  ) {
    this.kinds = new Map(kinds.map((kind) => [kind.name, kind]))
  }

  /**
   * Tells all changes; what gets through has got through, also when this throws.
   * @param proceed asked before each portion; what it throws ends the work
   * @returns the records that are to be put aside
   * @throws the error of a record that is to be tried again; Unavailable
   */
  async tell(changes: readonly Change[], proceed = async () => {}): Promise<GivenUp[]> {
    const refused: Refused[] = []
    for (const { kind: name, ids } of changes) {
      const kind = this.kinds.get(name)
      if (!kind) continue
      for (let from = 0; from < ids.length; from += fedAtOnce) {
        await proceed()
        refused.push(...(await feed(this.store, kind, this.projection, ids.slice(from, from + fedAtOnce))))
      }
    }
    const counted = refused.map((one) => ({ ...one, attempts: (this.attempts.get(one.id) ?? 0) + 1 }))
    this.attempts.clear()
    for (const { id, attempts } of counted) this.attempts.set(id, attempts)
    const again = counted.find(({ attempts }) => attempts < mostAttempts)
    if (again) throw again.error
    return counted
  }

  /** The view has moved on: what comes later is counted anew. */
  forget(): void {
    this.attempts.clear()
  }
}
