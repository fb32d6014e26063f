import { isCrisis, needKind } from '../needs/index.js'
import { type Follower, follower } from '../platform/records/index.js'
import { defineCollection, type Stored } from '../platform/store/index.js'

/** A need in crisis for which organisations have not been called yet; the id is the need's. */
export interface CrisisNote extends Stored {
  /** ISO instant. */
  readonly at: string
}

export const crisisNotes = defineCollection<CrisisNote>({
  name: 'crisis_notes',
  shape: { at: 'string' },
})

/** Notes each need that becomes a crisis, in the transaction in which it does, so that no call for it can be lost. */
export class CrisisWatch {
  #noted = false

  readonly follower: Follower = follower(needKind, async ({ tx, at }, after, before) => {
    if (!isCrisis(after) || (before && isCrisis(before))) return
    const { id } = after
    if (!(await tx.get(crisisNotes, id))) await tx.insert(crisisNotes, { id, revision: 1, at })
    this.#noted = true
  })

  /** Whether this process noted one since it was last asked. */
  takeNoted(): boolean {
    const was = this.#noted
    this.#noted = false
    return was
  }
}
