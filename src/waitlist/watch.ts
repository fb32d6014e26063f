import { offeringKind } from '../offerings/index.js'
import { type Follower, follower, type Unit } from '../platform/records/index.js'
import { placesBetween, type Referral, referralKind } from '../referrals/index.js'
import { lineNotes, waitKind, waitsCollection } from './collection.js'
import { usher } from './usher.js'

/**
 * Notes the offerings whose lines may move, in the transaction that frees a place, offers more, or lets somebody join:
 * so a place that frees just while somebody joins is seen by one of the two.
 */
export class LineWatch {
  #noted = false

  readonly followers: readonly Follower[] = [
    follower(referralKind, async (unit, after, before) => {
      if (!before && unit.actor.id === usher.id) tellOffered(unit, after)
      const changes = [...placesBetween(before, after).values()]
      if (changes.some(({ taken, pending }) => taken + pending < 0)) await this.#note(unit, after.offeringId)
    }),
    follower(offeringKind, async (unit, after, before) => {
      const more = (after.capacity?.perMonth ?? 0) > (before?.capacity?.perMonth ?? 0)
      const again = after.state === 'published' && before?.state !== 'published'
      if (before && (more || again)) await this.#note(unit, after.id)
    }),
    follower(waitKind, async (unit, after, before) => {
      if (!before) await this.#note(unit, after.offeringId)
    }),
  ]

  /** Whether this process noted one since it was last asked. */
  takeNoted(): boolean {
    const was = this.#noted
    this.#noted = false
    return was
  }

  async #note({ tx, at }: Unit, offeringId: string): Promise<void> {
    const [waiting] = await tx.find(waitsCollection, { offeringId, state: 'waiting' }, { limit: 1 })
    if (!waiting) return
    const before = await tx.get(lineNotes, offeringId)
    // A new revision, so that whoever is looking at the line now looks again.
    if (before) await tx.replace(lineNotes, { ...before, at }, before.revision)
    else await tx.insert(lineNotes, { id: offeringId, revision: 1, at })
    this.#noted = true
  }
}

function tellOffered(unit: Unit, { id, needId, offeringId, organizationId, region }: Referral): void {
  const facts = { needId, offeringId, organizationId, region }
  unit.announce({ name: 'waitlist.offered', kind: referralKind.name, subject: id, facts })
}
