import { expect } from 'chai'
import fc from 'fast-check'
import { mislearnt } from '../../src/learning/index.js'
import type { Actor } from '../../src/platform/actor.js'
import {
  type Action,
  actions,
  allowedActions,
  miscounts,
  type Party,
  type Referral,
} from '../../src/referrals/index.js'
import { onEachStore } from '../each-store.js'
import { plainInput } from './sample.js'
import { aWorld, committee, refusal, streetStaff } from './world.js'

type World = Awaited<ReturnType<typeof aWorld>>

/** One thing that somebody tries; numbers pick among what there is. */
interface Attempt {
  readonly what: Action | 'open'
  readonly party: Exclude<Party, 'beneficiary'>
  readonly pick: number
  readonly quantity: number
}

const half = fc.integer({ min: 1, max: 12 }).map((n) => n / 2)
const anyParty = fc.constantFrom<Attempt['party']>('committee', 'staff', 'organisation', 'system')
const anyAttempt: fc.Arbitrary<Attempt> = fc.record({
  what: fc.constantFrom(...actions, 'open' as const),
  party: anyParty,
  pick: fc.nat(99),
  quantity: half,
})
/** Random choice alone rarely gets far. */
const usual = fc
  .constantFrom<[Action | 'open', Attempt['party']]>(
    ['open', 'committee'],
    ['open', 'organisation'],
    ['accept', 'organisation'],
    ['accept', 'committee'],
    ['begin', 'organisation'],
    ['report', 'organisation'],
    ['confirm', 'committee'],
    ['dispute', 'committee'],
    ['reopen', 'committee'],
    ['report', 'organisation'],
  )
  .chain(([what, party]) =>
    fc.record({ what: fc.constant(what), party: fc.constant(party), pick: fc.nat(99), quantity: half }),
  )

onEachStore('referrals under any sequence of attempts by anybody', function (engine) {
  this.timeout(240_000)

  it('go by the table, and keep needs, months and what is learnt equal to a recount', async () => {
    const world = await aWorld(engine)
    const places = { perMonth: 12, unit: 'visit' } as const
    const attempts = fc.array(
      fc.oneof({ weight: 1, arbitrary: anyAttempt }, { weight: 3, arbitrary: usual }),
      {
        minLength: 20,
        maxLength: 60,
        size: 'max',
      },
    )
    await fc.assert(
      fc.asyncProperty(attempts, async (all) => {
        const offers = [await world.anOffer({ capacity: places }), await world.anOffer()]
        const needs = [await aTenVisitNeed(world), await aTenVisitNeed(world)]
        const referrals: Referral[] = []
        for (const attempt of all) await tried(world, { needs, offers, referrals }, attempt)
        expect(await miscounts(world.store)).to.deep.equal([])
        expect(await mislearnt(world.store)).to.deep.equal([])
      }),
      { numRuns: engine.name === 'sqlite' ? 60 : 6 },
    )
  })
})

const aTenVisitNeed = (world: World) => world.aNeed({ amount: { value: 10, unit: 'visit' } })

interface Held {
  readonly needs: readonly { readonly id: string }[]
  readonly offers: readonly Awaited<ReturnType<World['anOffer']>>[]
  readonly referrals: Referral[]
}

/** Tries, sees that what comes of it is by the table, and keeps what has become of it. */
async function tried(world: World, held: Held, { what, party, pick, quantity }: Attempt): Promise<void> {
  const { needs, offers, referrals } = held
  const by = (organization: string): Actor => actorOf(party, organization)
  if (what === 'open') {
    const offer = offers[pick % offers.length] as Held['offers'][number]
    const how = party === 'organisation' ? 'apply' : party === 'staff' ? 'dispatch' : 'request'
    const opening = { how, offeringId: offer.offering.id, quantity } as const
    const code = await refusal(async () => {
      const need = needs[pick % needs.length]?.id ?? ''
      referrals.push(await world.referrals.open(need, opening, by(offer.organization.id)))
    })
    // What others have taken on an organisation that has nothing to do with it does not see.
    const unseen = party === 'organisation' ? ['need not found'] : []
    expect(['-', 'need.taken', 'state.refused', 'quantity: number.max', ...unseen]).to.include(code)
    return
  }
  const at = pick % Math.max(1, referrals.length)
  const before = referrals[at]
  if (!before) return
  const allowed = allowedActions(before.stage, party)
  const input = plainInput(what, what === 'report' ? Math.min(quantity, before.quantity) : quantity)
  const act = () =>
    world.referrals.act(before.id, before.revision, what, input, by(before.organizationId), { party })
  const code = await refusal(async () => {
    referrals[at] = await act()
  })
  if (!allowed.includes(what)) expect(code, `${party} ${what} at ${before.stage}`).to.equal('state.refused')
}

function actorOf(party: Attempt['party'], organization: string): Actor {
  switch (party) {
    case 'committee':
      return committee
    case 'staff':
      return streetStaff
    case 'organisation':
      return { id: `worker of ${organization}`, role: 'org-worker', organization }
    default:
      return { id: 'clock', role: 'system' }
  }
}
