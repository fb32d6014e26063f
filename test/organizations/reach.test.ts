import { expect } from 'chai'
import type { OrganizationDraft } from '../../src/organizations/index.js'
import type { Actor } from '../../src/platform/actor.js'
import { actors } from '../actors.js'
import { type Engine, onEachStore } from '../each-store.js'
import { anOrganization, creditCodeNumber } from '../feature-drafts.js'
import { actor, community, elsewhere, featureServices, regions, street } from '../feature-services.js'
import { outcomeOf } from '../outcomes.js'
import { refusalOf } from '../refusals.js'

const otherStreet = regions.chain(elsewhere)[1] as string

/** One that serves, one that is suspended, and one of another street. */
async function world(engine: Pick<Engine, 'open'>) {
  const services = await featureServices(engine)
  const make = (number: number, over: Partial<OrganizationDraft>) =>
    services.organizations.create(
      anOrganization({
        name: `中心${number}`,
        track: { kind: 'registered', creditCode: creditCodeNumber(number) },
        contacts: [{ name: '李主任', role: '主任', phone: '0755-28000000', email: 'li@example.org' }],
        ...over,
      }),
      actor,
    )
  const made = {
    serving: await make(1, {}),
    suspended: await make(2, { standing: 'suspended' }),
    far: await make(3, { homeRegion: otherStreet }),
  }
  await services.index()
  const namesOf = (found: readonly { id: string }[]) =>
    found.map(({ id }) => Object.entries(made).find(([, record]) => record.id === id)?.[0]).sort()
  const whole = ['far', 'serving', 'suspended']
  const directory = ['far', 'serving']
  const everybody: [who: Actor, visible: string[]][] = [
    [actors.district, whole],
    [actors.street(street), whole],
    [actors.admin, whole],
    [actors.committee(community), directory],
    [actors.worker(made.serving.id), directory],
    [actors.manager(made.suspended.id), whole],
    [actors.auditor, []],
  ]
  return { ...services, made, namesOf, everybody }
}

onEachStore('who sees which organisations', (engine) => {
  it('is the same for one, a list, a search and its counts', async () => {
    const { organizations, made, namesOf, everybody } = await world(engine)
    for (const [who, expected] of everybody) {
      expect(namesOf(await organizations.list({}, {}, who)), who.id).to.deep.equal(expected)
      const found = await organizations.search({}, { text: '中心', facets: ['standing'] }, who)
      expect([namesOf(found.items), found.total], who.id).to.deep.equal([expected, expected.length])
      const counted = found.facets.standing?.reduce((sum, { count }) => sum + count, 0)
      expect(counted ?? 0, who.id).to.equal(expected.length)
      for (const [name, { id }] of Object.entries(made)) {
        const seen = await outcomeOf(() => organizations.getRaw(id, who))
        expect(seen, `${who.id} ${name}`).to.equal(expected.includes(name) ? 'done' : 'NotFound')
      }
    }
  })

  it('shows phone and address to staff, committees and its own people only', async () => {
    const { organizations, made } = await world(engine)
    const { id } = made.far
    const shown = async (who: Actor) => [
      (await organizations.getRaw(id, who)).json,
      JSON.stringify(await organizations.list({}, {}, who)),
      JSON.stringify((await organizations.search({}, { text: '中心' }, who)).items),
    ]
    for (const who of [actors.manager(made.serving.id), actors.worker('o-none')]) {
      const [one = '', list = '', search = ''] = await shown(who)
      expect(one)
        .to.include('李主任')
        .and.not.match(/28000000|example/)
      const withPhone = (text: string) => text.match(/28000000/g)?.length ?? 0
      const own = who.role === 'org-manager' ? 1 : 0
      expect([withPhone(list), withPhone(search)]).to.deep.equal([own, own])
    }
    for (const who of [actors.committee(community), actors.admin, actors.worker(id)])
      expect((await shown(who))[0]).to.include('28000000')
  })
})

onEachStore('who writes which organisations', (engine) => {
  it('is staff of its street, and its manager but for what the office knows', async () => {
    const { organizations, made } = await world(engine)
    const manager = actors.manager(made.serving.id)
    const { standing: _, ...plain } = anOrganization({
      track: made.serving.track,
      contacts: made.serving.contacts,
    })
    const amend = (id: string, who: Actor, over = {}) =>
      outcomeOf(() => organizations.amend(id, 77, { ...plain, ...over }, who))
    const staff = actors.street(street)
    expect(await amend(made.serving.id, manager)).to.equal('Conflict')
    expect(await amend(made.far.id, manager)).to.equal('Forbidden')
    expect(await amend(made.suspended.id, manager)).to.equal('NotFound')
    expect(await amend(made.serving.id, actors.worker(made.serving.id))).to.equal('Forbidden')
    expect(await amend(made.serving.id, staff)).to.equal('Conflict')
    expect(await amend(made.far.id, staff)).to.equal('Forbidden')
    expect(await amend(made.serving.id, staff, { homeRegion: otherStreet })).to.equal('Forbidden')
    expect(await amend(made.far.id, actors.district)).to.equal('Conflict')

    const track = { kind: 'registered', creditCode: creditCodeNumber(9) } as const
    const change = { ...plain, track, homeRegion: community, externalId: 'x' }
    expect(await refusalOf(() => organizations.amend(made.serving.id, 1, change, manager))).to.deep.equal([
      'track: field.office',
      'homeRegion: field.office',
      'externalId: field.office',
    ])
    const own = { ...plain, name: '新名' }
    expect(await organizations.amend(made.serving.id, 1, own, manager)).to.include({ name: '新名' })
  })

  it('takes a street no further than its street when it enters or removes one', async () => {
    const { organizations, made } = await world(engine)
    const staff = actors.street(street)
    const far = anOrganization({
      homeRegion: otherStreet,
      track: { kind: 'registered', creditCode: creditCodeNumber(4) },
    })
    expect(await outcomeOf(() => organizations.create(far, staff))).to.equal('Forbidden')
    expect(await outcomeOf(() => organizations.remove(made.far.id, 1, staff))).to.equal('Forbidden')
    expect(await outcomeOf(() => organizations.remove(made.serving.id, 1, staff))).to.equal('done')
  })
})
