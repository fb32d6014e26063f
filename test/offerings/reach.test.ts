import { expect } from 'chai'
import type { Actor } from '../../src/platform/actor.js'
import { actors } from '../actors.js'
import { type Engine, onEachStore } from '../each-store.js'
import { anOffering, anOrganization, creditCodeNumber } from '../feature-drafts.js'
import { actor, community, elsewhere, featureServices, regions, street } from '../feature-services.js'
import { outcomeOf } from '../outcomes.js'
import { refusalOf } from '../refusals.js'

/** An offering that is published and a draft, of an organisation in `street` and of one elsewhere. */
async function world(engine: Pick<Engine, 'open'>) {
  const services = await featureServices(engine)
  const { organizations, offerings } = services
  const [mine, other] = await Promise.all(
    [street, regions.chain(elsewhere)[1] as string].map((homeRegion, at) =>
      organizations.create(
        anOrganization({ homeRegion, track: { kind: 'registered', creditCode: creditCodeNumber(at + 1) } }),
        actor,
      ),
    ) as [ReturnType<typeof organizations.create>, ReturnType<typeof organizations.create>],
  )
  const make = (id: string, state: 'draft' | 'published') =>
    offerings.create(anOffering(id, { state }), actor)
  const made = {
    draft: await make(mine.id, 'draft'),
    farDraft: await make(other.id, 'draft'),
    farPublished: await make(other.id, 'published'),
    published: await make(mine.id, 'published'),
  }
  await services.index()
  const namesOf = (found: readonly { id: string }[]) =>
    found.map(({ id }) => Object.entries(made).find(([, record]) => record.id === id)?.[0] ?? id).sort()
  const whole = Object.keys(made).sort()
  const everybody: { who: Actor; sees: string[]; writes: string[] }[] = [
    { who: actors.district, sees: whole, writes: whole },
    { who: actors.street(street), sees: whole, writes: ['draft', 'published'] },
    { who: actors.committee(community), sees: ['farPublished', 'published'], writes: [] },
    {
      who: actors.worker(mine.id),
      sees: ['draft', 'farPublished', 'published'],
      writes: ['draft', 'published'],
    },
    { who: actors.manager('o-none'), sees: ['farPublished', 'published'], writes: [] },
    { who: actors.admin, sees: [], writes: [] },
  ]
  return { ...services, made, mine, other, namesOf, everybody }
}

onEachStore('who sees and writes which offerings', (engine) => {
  it('is the same for one, a list, a search and its counts', async () => {
    const { offerings, made, namesOf, everybody } = await world(engine)
    for (const { who, sees } of everybody) {
      expect(namesOf(await offerings.list({}, {}, who)), who.id).to.deep.equal(sees)
      const found = await offerings.search({}, { text: '探访', facets: ['state'] }, who)
      expect([namesOf(found.items), found.total], who.id).to.deep.equal([sees, sees.length])
      for (const { value, count } of found.facets.state ?? []) {
        const listed = await offerings.list({ state: [value as 'draft'] }, {}, who)
        expect(listed, `${who.id} ${value}`).to.have.length(count)
      }
      for (const [name, { id }] of Object.entries(made)) {
        const seen = await outcomeOf(() => offerings.getRaw(id, who))
        expect(seen, `${who.id} ${name}`).to.equal(sees.includes(name) ? 'done' : 'NotFound')
      }
    }
  })

  it('answers a write of what is not theirs as not there, or as read only, before it looks at revisions', async () => {
    const { offerings, made, everybody } = await world(engine)
    for (const { who, sees, writes } of everybody) {
      for (const [name, { id, organizationId }] of Object.entries(made)) {
        const { state: _, ...change } = anOffering(organizationId)
        const expected = writes.includes(name) ? 'Conflict' : sees.includes(name) ? 'Forbidden' : 'NotFound'
        for (const [verb, write] of Object.entries({
          amend: () => offerings.amend(id, 77, change, who),
          publish: () => offerings.move(id, 77, 'published', who),
          close: () => offerings.move(id, 77, 'closed', who),
          confirm: () => offerings.confirm(id, 77, who),
          remove: () => offerings.remove(id, 77, who),
        }))
          expect(await outcomeOf(write), `${who.id} ${verb} ${name}`).to.equal(expected)
      }
    }
  })

  it('does not let one be entered for or given to another organisation, there or not', async () => {
    const { offerings, made, mine, other } = await world(engine)
    const worker = actors.worker(mine.id)
    const staff = actors.street(street)
    for (const id of [other.id, 'o-none'])
      expect(await outcomeOf(() => offerings.create(anOffering(id), worker)), id).to.equal('Forbidden')
    expect(await outcomeOf(() => offerings.create(anOffering(other.id), staff))).to.equal('Forbidden')
    expect(await outcomeOf(() => offerings.create(anOffering(mine.id), staff))).to.equal('done')
    expect(await outcomeOf(() => offerings.create(anOffering(mine.id), worker))).to.equal('done')
    const { state: _, ...change } = anOffering(other.id)
    for (const who of [worker, staff])
      expect(await outcomeOf(() => offerings.amend(made.draft.id, 1, change, who))).to.equal('Forbidden')
    const keyed = anOffering(mine.id, { externalId: 'x' })
    expect(await refusalOf(() => offerings.create(keyed, worker))).to.deep.equal([
      'externalId: externalId.office',
    ])
  })
})
