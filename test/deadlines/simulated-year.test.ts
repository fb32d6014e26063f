import { expect } from 'chai'
import type { Actor } from '../../src/platform/actor.js'
import { type Event, events } from '../../src/platform/records/index.js'
import {
  allowedActions,
  finalStages,
  ladder,
  miscounts,
  type Party,
  type Referral,
  referralsCollection,
} from '../../src/referrals/index.js'
import { engines } from '../each-store.js'
import { pick, seeded } from '../faults/random.js'
import { community } from '../feature-services.js'
import { plainInput } from '../referrals/sample.js'
import { committee, type DeadlineWorld, deadlineWorld, districtStaff, managerOf } from './world.js'

const hour = 3_600_000
const days = 365
const referralsMade = 300
const urgencies = ['routine', 'soon', 'urgent', 'crisis'] as const

/** Somebody or other does something or other, by the table of stages. */
function actorFor(referral: Referral, party: Party): Actor {
  if (party === 'organisation') return managerOf(referral.organizationId)
  return party === 'staff' ? districtStaff : committee
}

async function actSomehow(world: DeadlineWorld, referral: Referral, random: () => number): Promise<void> {
  const party = pick(random, ['committee', 'staff', 'organisation'] as const)
  const [action, ...more] = allowedActions(referral.stage, party).filter((each) => each !== 'amend')
  if (!action) return
  const chosen = pick(random, [action, ...more])
  const input = plainInput(chosen, referral.quantity)
  const left = new Set(['need.taken', 'capacity.full', 'state.refused'])
  try {
    await world.referrals.act(referral.id, undefined, chosen, input, actorFor(referral, party))
  } catch (error) {
    // Too late, or no places left: people are told so, and try again.
    if (!(error instanceof Error && 'code' in error && left.has(String(error.code)))) throw error
  }
}

/** Opens referrals and acts on them at random for a year, ticking every hour; people act at the half hour. */
async function liveThrough(world: DeadlineWorld, random: () => number): Promise<void> {
  const offerings = []
  for (let at = 0; at < 12; at++)
    offerings.push(await world.enterOffering({ capacity: { perMonth: 6, unit: 'visit' } }))
  const openings = Array.from({ length: referralsMade }, () => Math.floor(random() * days * 24))
  const due = new Map<number, string[]>()
  const planned = new Map<number, number>()
  for (const at of openings) planned.set(at, (planned.get(at) ?? 0) + 1)
  const later = (id: string, from: number): void => {
    // One in five is forgotten now and then; the others are looked at within days.
    const wait = random() < 0.2 ? 24 * 90 : 1 + Math.floor(random() * 24 * 8)
    due.set(from + wait, [...(due.get(from + wait) ?? []), id])
  }
  for (let at = 0; at < days * 24; at++) {
    await world.tick()
    world.advance(hour / 2)
    for (let each = planned.get(at) ?? 0; each > 0; each--) {
      const need = await world.enterNeed({
        region: community,
        urgency: pick(random, urgencies),
        amount: { value: 1 + Math.floor(random() * 3), unit: 'visit' },
      })
      const offeringId = pick(random, offerings).id
      const opened = await world.referrals.open(need.id, { how: 'request', offeringId }, committee)
      later(opened.id, at)
    }
    for (const id of due.get(at) ?? []) {
      const referral = await world.store.get(referralsCollection, id)
      if (referral && !finalStages.has(referral.stage)) {
        await actSomehow(world, referral, random)
        later(id, at)
      }
    }
    world.advance(hour / 2)
  }
}

/** A stretch of time at one stage, as the events of actions tell it. */
interface Stay {
  readonly referral: string
  readonly stage: Referral['stage']
  readonly urgency: Referral['urgency']
  readonly since: string
  readonly until: string
}

const isTold = ({ name }: Event) => name === 'referral.reminder' || name === 'referral.escalated'

function staysOf(all: readonly Event[], end: string): Stay[] {
  const actions = new Map<string, Event[]>()
  for (const event of all) {
    if (event.kind !== 'referral' || isTold(event)) continue
    actions.set(event.subject, [...(actions.get(event.subject) ?? []), event])
  }
  return [...actions.values()].flatMap((line) =>
    line.map((event, at) => ({
      referral: event.subject,
      stage: event.facts.stage as Referral['stage'],
      urgency: event.facts.urgency as Referral['urgency'],
      since: event.at,
      until: line[at + 1]?.at ?? end,
    })),
  )
}

const nextTick = (at: string) => new Date(Math.ceil(Date.parse(at) / hour) * hour).toISOString()

/** What should have been told of a stay: each step of its ladder at the first tick after its instant. */
function expectedOf(stay: Stay, { terms }: DeadlineWorld): string[] {
  return ladder(stay, terms)
    .filter(({ step }) => !['expire', 'lapse', 'close'].includes(step))
    .map(({ step, at }) => ({ step, at: nextTick(at) }))
    .filter(({ at }) => at < stay.until)
    .map(({ step, at }) => `${stay.referral} ${stay.stage} ${step} ${at}`)
}

async function everyEvent({ store }: DeadlineWorld): Promise<Event[]> {
  const all: Event[] = []
  for await (const batch of store.scan(events)) all.push(...batch)
  return all
}

describe('a year of referrals, hour by hour', function () {
  this.timeout(240_000)

  it('tells everything in time and once, lets nothing get stuck, and keeps the totals right', async () => {
    const world = await deadlineWorld(engines[0] as (typeof engines)[number])
    const random = seeded(20_260_310)
    await liveThrough(world, random)
    const now = world.clock.now().toISOString()
    const all = await everyEvent(world)

    const told = all
      .filter(isTold)
      .map(({ subject, at, facts }) => `${subject} ${facts.stage} ${facts.level ?? 'remind'} ${at}`)
    const expected = staysOf(all, now).flatMap((stay) => expectedOf(stay, world))
    expect(told.length).to.be.above(500)
    expect(told.sort()).to.deep.equal(expected.sort())

    const referrals: Referral[] = []
    for await (const batch of world.store.scan(referralsCollection)) referrals.push(...batch)
    expect(referrals).to.have.length(referralsMade)
    const waiting = new Map((await world.alarms()).map((alarm) => [alarm.id, alarm]))
    for (const { id, stage } of referrals) {
      const alarm = waiting.get(id)
      if (alarm) expect(alarm.at >= now, `${id} is overdue`).to.equal(true)
      else if (!finalStages.has(stage))
        expect(
          told.some((line) => line.startsWith(`${id} ${stage} district`)),
          `${id} is stuck`,
        ).to.equal(true)
    }

    expect(await miscounts(world.store)).to.deep.equal([])
  })
})
