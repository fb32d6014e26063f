import { expect } from 'chai'
import { type Account, accountKind } from '../../src/access/index.js'
import { createDuty } from '../../src/duty/index.js'
import { audienceOf } from '../../src/notifications/audience.js'
import { topics } from '../../src/notifications/topics.js'
import type { Actor } from '../../src/platform/actor.js'
import { type Event, events } from '../../src/platform/records/index.js'
import { type Engine, onEachStore } from '../each-store.js'
import { aNeed } from '../feature-drafts.js'
import {
  actor,
  community,
  districtCode,
  elsewhere,
  featureServices,
  regions,
  street,
} from '../feature-services.js'
import { outcomeOf } from '../outcomes.js'
import { refusalOf } from '../refusals.js'

const hour = 3_600_000
const officer: Actor = { id: 'u-street', role: 'street', region: street }
const district: Actor = { id: 'u-district', role: 'district' }
const committee: Actor = { id: 'u-committee', role: 'committee', region: community }
const otherStreet = regions.chain(elsewhere)[1] as string

async function world(engine: Engine) {
  const services = await featureServices(engine)
  const { store, clock, ids, needs } = services
  const deps = { store, clock, ids, onCommitted: () => undefined }
  const at = clock.now().toISOString()
  const stamps = { revision: 1, createdAt: at, createdBy: 'tester', updatedAt: at, updatedBy: 'tester' }
  const account = (id: string, over: Partial<Account>) =>
    store.insert(accountKind.collection, {
      ...stamps,
      id,
      role: 'street',
      name: '测试',
      state: 'active',
      ...over,
    })
  await account('u-li', { region: street })
  await account('u-wu', { region: street })
  await account('u-far', { region: otherStreet })
  await account('u-chen', { role: 'district' })
  const from = (hours: number) => new Date(clock.now().getTime() + hours * hour).toISOString()
  const duty = createDuty({ ...deps, regions })
  return {
    ...services,
    duty,
    from,
    plan: (accountId: string, over: object = {}, by = officer) =>
      duty.plan({ region: street, accountId, from: from(-1), to: from(8), ...over }, by),
    /** Who a crisis that is entered now is told to: account queries as notifications ask them. */
    async toldOfCrisis() {
      const need = await needs.create(aNeed({ text: '邻居说她不想活了。', region: community }), actor)
      const told = await store.find(events, { name: 'need.crisis' }, { limit: 100 })
      const { facts } = told.find(({ subject }) => subject === need.id) as Event
      return audienceOf(topics.get('need.crisis') as never, facts, (code) => regions.chain(code))
    },
  }
}

const staffOf = (roles: readonly string[]) => ({ roles, regions: regions.chain(community) })

onEachStore('the roster', (engine) => {
  it('names nobody at first: all staff of street and district are told of a crisis', async () => {
    const { toldOfCrisis } = await world(engine)
    expect(await toldOfCrisis()).to.deep.equal([staffOf(['committee', 'street']), { roles: ['district'] }])
  })

  it('lets those alone be told who are on duty, of street and district each, as long as they are', async () => {
    const { plan, toldOfCrisis, advance } = await world(engine)
    await plan('u-li')
    expect(await toldOfCrisis()).to.deep.equal([
      { ids: ['u-li'] },
      staffOf(['committee']),
      { roles: ['district'] },
    ])
    await plan('u-chen', { region: districtCode }, district)
    expect(await toldOfCrisis()).to.deep.equal([{ ids: ['u-li', 'u-chen'] }, staffOf(['committee'])])
    advance(9 * hour)
    expect(await toldOfCrisis()).to.deep.equal([staffOf(['committee', 'street']), { roles: ['district'] }])
  })

  it('counts nobody who may not sign in any more, nor whoever comes later', async () => {
    const { plan, toldOfCrisis, store, from } = await world(engine)
    await plan('u-li')
    await plan('u-wu', { from: from(2) })
    const li = (await store.get(accountKind.collection, 'u-li')) as Account
    await store.replace(accountKind.collection, { ...li, state: 'suspended' }, li.revision)
    expect(await toldOfCrisis()).to.deep.equal([staffOf(['committee', 'street']), { roles: ['district'] }])
  })

  it('is planned by a street for itself, with its own staff, for a month at most', async () => {
    const { plan, duty, from } = await world(engine)
    const turn = await plan('u-li')
    expect(await outcomeOf(() => plan('u-far', { region: otherStreet }))).to.equal('Forbidden')
    expect(await refusalOf(() => plan('u-far'))).to.deep.equal(['accountId: duty.account'])
    expect(await refusalOf(() => plan('u-chen'))).to.deep.equal(['accountId: duty.account'])
    expect(await refusalOf(() => plan('u-li', { region: community }))).to.deep.equal(['region: duty.region'])
    expect(await refusalOf(() => plan('u-li', { to: from(-2) }))).to.deep.equal(['to: range.reversed'])
    expect(await refusalOf(() => plan('u-li', { to: from(24 * 32) }))).to.deep.equal(['to: duty.long'])
    expect(await outcomeOf(() => duty.cancel(turn.id, 1, { ...officer, region: otherStreet }))).to.equal(
      'NotFound',
    )
    expect(await outcomeOf(() => plan('u-li', {}, committee))).to.equal('Forbidden')
  })

  it('is changed as it is planned, and by nobody whom it does not concern', async () => {
    const { plan, duty, from, toldOfCrisis } = await world(engine)
    const turn = await plan('u-li')
    const draft = { region: street, accountId: 'u-wu', from: turn.from, to: from(10) }
    const amend = (over: object = {}, by = officer, revision = 1) =>
      duty.amend(turn.id, revision, { ...draft, ...over }, by)
    expect(await outcomeOf(() => amend({}, { ...officer, region: otherStreet }))).to.equal('NotFound')
    expect(await outcomeOf(() => amend({ region: otherStreet, accountId: 'u-far' }))).to.equal('Forbidden')
    expect(await refusalOf(() => amend({ accountId: 'u-far' }))).to.deep.equal(['accountId: duty.account'])
    expect(await refusalOf(() => amend({ to: from(-2) }))).to.deep.equal(['to: range.reversed'])
    expect(await amend()).to.deep.include({ ...draft, revision: 2 })
    expect(await outcomeOf(() => amend())).to.equal('Conflict')
    expect((await toldOfCrisis())[0]).to.deep.equal({ ids: ['u-wu'] })
  })

  it('offers the active staff of a place, and names whose each turn is and whether they are told', async () => {
    const { plan, duty, store } = await world(engine)
    const offered = async (region: string, who: Actor) =>
      (await duty.staff(region, {}, who)).map(({ id }) => id).toSorted()
    expect(await offered(street, officer)).to.deep.equal(['u-li', 'u-wu'])
    expect(await offered(street, district)).to.deep.equal(['u-li', 'u-wu'])
    expect(await offered(districtCode, district)).to.deep.equal(['u-chen'])
    for (const region of [otherStreet, districtCode, community])
      expect(await offered(region, officer)).to.deep.equal([])
    await plan('u-li')
    const li = (await store.get(accountKind.collection, 'u-li')) as Account
    await store.replace(accountKind.collection, { ...li, state: 'suspended' }, li.revision)
    expect(await offered(street, officer)).to.deep.equal(['u-wu'])
    const [turn] = await duty.list({}, officer)
    expect(turn).to.deep.include({ accountId: 'u-li', name: '测试', isActive: false })
  })

  it('shows turns that are not over, and one is taken back', async () => {
    const { plan, duty, advance } = await world(engine)
    const first = await plan('u-li')
    await plan('u-far', { region: otherStreet }, district)
    const listed = async (who: Actor) => (await duty.list({}, who)).map(({ accountId }) => accountId)
    expect(await listed(officer)).to.deep.equal(['u-li'])
    expect((await listed(district)).toSorted()).to.deep.equal(['u-far', 'u-li'])
    await duty.cancel(first.id, first.revision, officer)
    expect(await listed(officer)).to.deep.equal([])
    advance(9 * hour)
    expect(await listed(district)).to.deep.equal([])
  })
})
