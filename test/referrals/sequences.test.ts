import { expect } from 'chai'
import fc from 'fast-check'
import { type Need, noProgress, openAmount, progressed } from '../../src/needs/index.js'
import { Conflict, Invalid } from '../../src/platform/errors.js'
import {
  type Action,
  act,
  actions,
  allowedActions,
  type CapacityMonth,
  keptAs,
  type Party,
  parties,
  partsOf,
  placesBetween,
  placesOf,
  progressBetween,
  type Referral,
  stageAfter,
  withPlaces,
} from '../../src/referrals/index.js'
import { aNeed, anOffering, aReferral, contextOf, plainInput } from './sample.js'

const offering = anOffering({ capacity: { perMonth: 6, unit: 'visit' } })
const emptyMonth: CapacityMonth = {
  id: 'm',
  revision: 1,
  offeringId: 'f',
  month: '2026-11',
  pending: 0,
  taken: 0,
}

/** What the service keeps in one transaction, kept in memory. */
class World {
  need: Need = aNeed({ amount: { value: 10, unit: 'visit' }, progress: noProgress })
  month = emptyMonth
  readonly referrals: Referral[] = []

  open(quantity: number): void {
    const referral = aReferral({ quantity }, { need: this.need, offering, id: `r-${this.referrals.length}` })
    this.keep(undefined, referral)
    this.referrals.push(referral)
  }

  act(at: number, action: Action, party: Party, quantity: number): void {
    const before = this.referrals[at] as Referral
    const after = act(before, action, plainInput(action, quantity), contextOf(party))
    this.keep(before, after)
    this.referrals[at] = after
  }

  private keep(before: Referral | undefined, after: Referral): void {
    const need = progressed(this.need, progressBetween(before, after))
    for (const change of placesBetween(before, after).values())
      this.month = withPlaces(this.month, change, offering.capacity)
    this.need = need
  }
}

const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0)

/** What must hold whenever nothing is under way. */
function assertWhole({ need, month, referrals }: World): void {
  const parts = referrals.map(partsOf)
  const total = {
    pending: sum(parts.map((part) => part.pending)),
    reserved: sum(parts.map((part) => part.reserved)),
    committed: sum(parts.map((part) => part.committed)),
    delivered: sum(parts.map((part) => part.delivered)),
  }
  expect(need.progress).to.deep.equal(total)
  expect(openAmount(need)).to.be.within(0, need.amount.value)
  expect(month.taken).to.equal(sum(referrals.map((each) => placesOf(each).taken)))
  expect(month.taken).to.be.within(0, 6)
  expect(month.pending).to.equal(sum(referrals.map((each) => placesOf(each).pending)))
  for (const { stage, state, closing } of referrals)
    expect({ state, ...(closing ? { closing } : {}) }).to.deep.equal(keptAs(stage))
}

type Model = { stages: Referral['stage'][] }

class Open implements fc.Command<Model, World> {
  constructor(readonly quantity: number) {}
  check = () => true
  run(model: Model, world: World): void {
    try {
      world.open(this.quantity)
      model.stages.push('requested')
    } catch (error) {
      if (!(error instanceof Invalid)) expect(error).to.be.instanceOf(Conflict)
      expect(openAmount(world.need)).to.be.below(this.quantity)
    }
    assertWhole(world)
  }
  toString = () => `open ${this.quantity}`
}

class Act implements fc.Command<Model, World> {
  constructor(
    readonly pick: number,
    readonly action: Action,
    readonly party: Party,
    readonly quantity: number,
  ) {}
  check = ({ stages }: Model) => stages.length > 0
  run({ stages }: Model, world: World): void {
    const at = this.pick % stages.length
    const stage = stages[at] as Referral['stage']
    const isAllowed = allowedActions(stage, this.party).includes(this.action)
    try {
      world.act(at, this.action, this.party, this.quantity)
      expect(isAllowed, `${this} at ${stage}`).to.equal(true)
      stages[at] = stageAfter(stage, this.action, this.party, 'request')
    } catch (error) {
      if (error instanceof Conflict) {
        const isFull = error.code === 'need.taken' || error.code === 'capacity.full'
        if (isFull) expect(isAllowed).to.equal(true)
        else if (isAllowed) expect(error.detail).to.include('partly done')
        else
          expect(error.detail).to.include(`allowed: ${allowedActions(stage, this.party).join(', ') || '-'}`)
      } else if (!(error instanceof Invalid)) throw error
    }
    expect(world.referrals[at]?.stage).to.equal(stages[at])
    assertWhole(world)
  }
  toString = () => `${this.party} ${this.action} ${this.pick} (${this.quantity})`
}

const half = fc.integer({ min: 1, max: 20 }).map((n) => n / 2)

describe('any sequence of actions by anybody', () => {
  it('goes by the table and keeps need and month equal to a recount, never beyond what there is', () => {
    const commands = [
      half.map((quantity) => new Open(quantity)),
      fc
        .tuple(fc.nat(), fc.constantFrom(...actions), fc.constantFrom(...parties), half)
        .map((given) => new Act(...given)),
      // Random choice alone rarely gets far: some go the way that things go.
      fc
        .tuple(
          fc.nat(9),
          fc.constantFrom(
            ...([
              ['accept', 'organisation'],
              ['begin', 'organisation'],
              ['report', 'organisation'],
              ['dispute', 'committee'],
              ['confirm', 'committee'],
              ['reopen', 'committee'],
              ['fail', 'organisation'],
            ] as const),
          ),
          half,
        )
        .map(([pick, [action, party], quantity]) => new Act(pick, action, party, quantity)),
    ]
    fc.assert(
      fc.property(fc.commands(commands, { maxCommands: 60, size: 'max' }), (sequence) => {
        fc.modelRun(() => ({ model: { stages: [] as Referral['stage'][] }, real: new World() }), sequence)
      }),
      { numRuns: 400 },
    )
  }).timeout(60_000)
})
