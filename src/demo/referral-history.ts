import type { Zone } from '../calendar/index.js'
import { type Need, noProgress, progressed, type Reference, shownNeed } from '../needs/index.js'
import type { Offering } from '../offerings/index.js'
import {
  type Action,
  type ActionInput,
  act,
  type CapacityMonth,
  emptyMonth,
  type Opening,
  openReferral,
  type PairingSeen,
  type Party,
  placesBetween,
  progressBetween,
  type Referral,
  type Terms,
  withPlaces,
} from '../referrals/index.js'
import { type DemoRecord, demoActor } from './load.js'

/** Something that one side did to a referral; `at` is an ISO instant. */
export interface DemoStep {
  readonly action: Action
  readonly party: Party
  readonly at: string
  readonly input?: ActionInput
}

/** How a referral of the demo came about, what matching saw, and all that was done to it. */
export interface DemoReferral {
  readonly id: string
  readonly needId: string
  readonly party: Party
  readonly at: string
  readonly opening: Opening
  readonly pairing: PairingSeen
  readonly steps: readonly DemoStep[]
}

export interface HistoryDeps extends Reference {
  readonly terms: Terms
  readonly zone: Zone
}

/**
 * Lets referrals happen one step after the other, by the same rules as the service, so that what needs and months keep
 * of them is right by construction. @throws what those rules refuse
 */
export class ReferralHistory {
  readonly referrals = new Map<string, Referral>()
  readonly months = new Map<string, CapacityMonth>()
  readonly #needs: Map<string, Need>
  readonly #offerings: Map<string, Offering>

  constructor(
    needs: readonly DemoRecord<Need>[],
    offerings: readonly DemoRecord<Offering>[],
    private readonly deps: HistoryDeps,
  ) {
    this.#needs = new Map(needs.map((need) => [need.id, recordOf(need)]))
    this.#offerings = new Map(offerings.map((offering) => [offering.id, recordOf(offering)]))
  }

  open({ id, needId, at, party, opening, pairing }: DemoReferral): void {
    const need = this.#need(needId)
    // What is paused by now was to be had then.
    const offering = { ...this.#offering(opening.offeringId), state: 'published' } as const
    const pair = { need, offering, pairing, shown: shownNeed(need, 'unaffiliated', this.deps) }
    const fresh = openReferral(opening, pair, this.#context(party, at))
    this.#keep(undefined, recordOf({ id, at, fields: fresh }))
  }

  do(id: string, { action, party, at, input = {} }: DemoStep): void {
    const before = this.referrals.get(id)
    if (!before) throw new RangeError(`referral ${id} is not open`)
    this.#keep(before, act(before, action, input, this.#context(party, at)))
  }

  /** The need with what its referrals made of it, as it is now. */
  needAfter(id: string): Need {
    return this.#need(id)
  }

  #keep(before: Referral | undefined, after: Referral): void {
    const need = progressed(this.#need(after.needId), progressBetween(before, after))
    const { capacity } = this.#offering(after.offeringId)
    const months = [...placesBetween(before, after)].map(([month, change]) => {
      const empty = emptyMonth(after.offeringId, month)
      return withPlaces(this.months.get(empty.id) ?? empty, change, capacity)
    })
    // After all that may refuse.
    for (const month of months) this.months.set(month.id, month)
    this.#needs.set(need.id, need.progress === undefined ? { ...need, progress: noProgress } : need)
    this.referrals.set(after.id, after)
  }

  #context(party: Party, at: string) {
    const { terms, zone } = this.deps
    return { party, actor: demoActor.id, at, today: zone.dayOf(at), terms }
  }

  #need(id: string): Need {
    return this.#needs.get(id) ?? missing(id)
  }

  #offering(id: string): Offering {
    return this.#offerings.get(id) ?? missing(id)
  }
}

function missing(id: string): never {
  throw new RangeError(`${id} is not in the demo`)
}

function recordOf<T extends Need | Offering | Referral>({ id, at, fields }: DemoRecord<T>): T {
  const by = demoActor.id
  const stamps = { id, revision: 1, createdAt: at, createdBy: by, updatedAt: at, updatedBy: by }
  return { ...fields, ...stamps } as T
}

/** All referrals of the demo, each step in its turn. */
export function historyOf(
  referrals: readonly DemoReferral[],
  needs: readonly DemoRecord<Need>[],
  offerings: readonly DemoRecord<Offering>[],
  deps: HistoryDeps,
): ReferralHistory {
  const history = new ReferralHistory(needs, offerings, deps)
  const happenings = referrals.flatMap((referral) => [
    { at: referral.at, id: referral.id, happen: () => history.open(referral) },
    ...referral.steps.map((step) => ({
      at: step.at,
      id: referral.id,
      happen: () => history.do(referral.id, step),
    })),
  ])
  happenings.sort((a, b) => (a.at === b.at ? compare(a.id, b.id) : compare(a.at, b.at)))
  for (const { happen } of happenings) happen()
  return history
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
