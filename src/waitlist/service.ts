import { actsFor, reaches } from '../access/index.js'
import { type Needs, needKind, openAmount, wantsMore } from '../needs/index.js'
import type { Offering, Offerings } from '../offerings/index.js'
import type { Actor } from '../platform/actor.js'
import { Conflict, Invalid, NotFound } from '../platform/errors.js'
import { type UnitDeps, unitOfWork } from '../platform/records/index.js'
import type { RawDocument, Reader } from '../platform/store/index.js'
import type { Referrals } from '../referrals/index.js'
import type { Regions } from '../regions/index.js'
import { lineSort, waitKind, waitsCollection } from './collection.js'
import { leave, newWait, type Wait } from './model.js'
import { usher } from './usher.js'

export interface WaitlistDeps extends UnitDeps {
  readonly regions: Regions
  readonly needs: Pick<Needs, 'getOwn'>
  readonly offerings: Pick<Offerings, 'getShown'>
  readonly referrals: Pick<Referrals, 'placesOf' | 'open'>
}

/** A wait with its place in the line: 1 is next. Missing once it does not wait any more. */
export type PlacedWait = Wait & { readonly place?: number }

export interface Waiting {
  readonly offeringId: string
  /** Default: all that is still open. */
  readonly quantity?: number
}

/** The lines before offerings that are full. */
export interface Waitlist {
  /**
   * Puts a need into the line of an offering that has no place for it this month.
   * @throws NotFound, Forbidden out of the actor's reach; Conflict `state.refused` while there are places, `key.taken` when it
   * waits there already; Invalid
   */
  join(needId: string, waiting: Waiting, actor: Actor): Promise<PlacedWait>
  /** Gives the place in the line up. @throws NotFound; Conflict */
  leave(id: string, revision: number, actor: Actor): Promise<PlacedWait>
  /** What a need waits for, newest first, what is over too. @throws NotFound */
  ofNeed(needId: string, actor: Actor): Promise<PlacedWait[]>
  /** The first 500 in the line of an offering, those of them that the actor sees. @throws NotFound */
  ofOffering(offeringId: string, actor: Actor): Promise<PlacedWait[]>
  getRaw(id: string): Promise<RawDocument>
}

const mostShown = 100
const longestLine = 500

export function createWaitlist(deps: WaitlistDeps): Waitlist {
  const { store, regions, needs, offerings, referrals } = deps

  async function placed(wait: Wait, reader: Pick<Reader, 'count'> = store): Promise<PlacedWait> {
    if (wait.state !== 'waiting') return wait
    const { offeringId, order, id } = wait
    const line = { offeringId, state: 'waiting' }
    const before = await reader.count(waitsCollection, { ...line, order: { $lt: order } })
    const beside = await reader.count(waitsCollection, { ...line, order, id: { $lt: id } })
    return { ...wait, place: before + beside + 1 }
  }

  /** @throws Conflict `state.refused` when it could be asked at once */
  async function assertFull({ id }: Offering, places: number): Promise<void> {
    const [month] = (await referrals.placesOf(id, usher)).months
    const free = (month?.left ?? 0) - (month?.pending ?? 0)
    if (free >= places) throw new Conflict('state.refused', `${free} places; allowed: request`)
  }

  return {
    async join(needId, { offeringId, quantity }, actor) {
      const need = await needs.getOwn(needId, actor)
      const offering = await offerings.getShown(offeringId, actor)
      const open = openAmount(need)
      if (!wantsMore(need)) throw new Conflict('need.taken', `${need.state}, ${open} ${need.amount.unit}`)
      const asked = quantity ?? open
      if (asked > open)
        throw new Invalid([{ field: 'quantity', code: 'number.max', params: { limit: open } }])
      const wait = newWait(need, offering, asked, deps.clock.now().toISOString())
      await assertFull(offering, wait.places)
      return unitOfWork(deps, actor, async (unit) => {
        const made = await placed(await unit.create(waitKind, wait, { action: 'join' }), unit.tx)
        const facts = { ...factsOf(made), waitId: made.id, place: made.place ?? 0 }
        unit.announce({ name: 'waitlist.joined', kind: needKind.name, subject: needId, facts })
        return made
      })
    },
    async leave(id, revision, actor) {
      const wait = await store.get(waitsCollection, id)
      if (!wait || !reaches(actor, wait.region, regions)) throw new NotFound(waitKind.name, id)
      return unitOfWork(deps, actor, async (unit) => {
        const change = (before: Wait) => leave(before, 'given-up')
        const left = await unit.amend(waitKind, { id, revision, change }, { action: 'leave' })
        unit.announce({ name: 'waitlist.left', kind: waitKind.name, subject: id, facts: factsOf(left) })
        return left
      })
    },
    async ofNeed(needId, actor) {
      await needs.getOwn(needId, actor)
      const sort = { field: 'createdAt', direction: 'desc' } as const
      const waits = await store.find(waitsCollection, { needId }, { sort, limit: mostShown })
      return Promise.all(waits.map((wait) => placed(wait)))
    },
    async ofOffering(offeringId, actor) {
      await offerings.getShown(offeringId, actor)
      const filter = { offeringId, state: 'waiting' }
      const line = await store.find(waitsCollection, filter, { sort: lineSort, limit: longestLine })
      const sees = ({ region, organizationId }: Wait) =>
        reaches(actor, region, regions) || actsFor(actor, organizationId)
      return line.map((wait, at) => ({ ...wait, place: at + 1 })).filter(sees)
    },
    async getRaw(id) {
      const raw = await store.getRaw(waitsCollection, id)
      if (!raw) throw new NotFound(waitKind.name, id)
      return raw
    },
  }
}

/** Codes, ids and numbers. */
export function factsOf({ needId, offeringId, organizationId, region, urgency, leftFor }: Wait) {
  return { needId, offeringId, organizationId, region, urgency, ...(leftFor ? { leftFor } : {}) }
}
