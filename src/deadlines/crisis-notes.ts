import { isCrisis, type Need, needKind } from '../needs/index.js'
import { concluder, type Follower } from '../platform/records/index.js'
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

  readonly follower: Follower = concluder<Need>(needKind, async ({ tx, at }, turns) => {
    const became = turns.flatMap(({ before, after }) =>
      after && isCrisis(after) && !(before && isCrisis(before)) ? [after.id] : [],
    )
    if (!became.length) return
    const known = new Set((await tx.getMany(crisisNotes, became)).map(({ id }) => id))
    const fresh = [...new Set(became)].filter((id) => !known.has(id))
    await tx.insertMany(
      crisisNotes,
      fresh.map((id) => ({ id, revision: 1, at })),
    )
    this.#noted = true
  })

  /** Whether this process noted one since it was last asked. */
  takeNoted(): boolean {
    const was = this.#noted
    this.#noted = false
    return was
  }
}
