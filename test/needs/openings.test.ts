import { expect } from 'chai'
import { openingFollower } from '../../src/needs/index.js'
import { needReach } from '../../src/needs/reach.js'
import { audienceOf } from '../../src/notifications/audience.js'
import { createTexts } from '../../src/notifications/texts.js'
import { type Topic, topics } from '../../src/notifications/topics.js'
import { type Event, events } from '../../src/platform/records/index.js'
import { onEachStore } from '../each-store.js'
import { aNeed } from '../feature-drafts.js'
import { actor, community, featureServices, nextCommunity, regions, taxonomy } from '../feature-services.js'
import { accountsOf, actorOf, people } from '../notifications/world.js'

const guarded = '孩子父亲正在服刑，放学后没人接，需要有人照看。'
const texts = createTexts({ taxonomy, regions, timeZone: 'Asia/Shanghai' })
const topicOf = ({ name }: Event) => topics.get(name) as Topic

onEachStore('a need that is opened', (engine) => {
  async function world() {
    const services = await featureServices(engine, [openingFollower])
    const { store, needs } = services
    const rows = (draft: object, ...ids: string[]) =>
      ids.map((externalId) => ({ externalId, fields: { ...aNeed(), ...draft } }))
    return {
      ...services,
      announced: () => store.find(events, { name: { $in: ['need.opened', 'needs.opened'] } }),
      rows,
      bring: (imported: ReturnType<typeof rows>) => needs.importMany(imported, actor, { apply: true }),
    }
  }

  it('is told in the transaction that opens it: entered, sent after it was a draft, and opened again', async () => {
    const { needs, announced } = await world()
    const draft = await needs.create(aNeed({ state: 'draft' }), actor)
    const made = await needs.create(aNeed({ externalId: 'x-1' }), actor)
    const [event] = await announced()
    expect(event).to.deep.include({ name: 'need.opened', kind: 'need', subject: made.id, at: made.createdAt })
    await needs.create(aNeed({ externalId: 'x-1' }), actor).catch(() => undefined)
    expect(await announced(), 'what was refused').to.have.length(1)
    await needs.move(draft.id, 1, 'open', undefined, actor)
    await needs.setUrgency(draft.id, 2, 'urgent', undefined, actor)
    await needs.move(draft.id, 3, 'withdrawn', undefined, actor)
    await needs.move(draft.id, 4, 'open', '又需要了', actor)
    expect((await announced()).map(({ subject }) => subject)).to.deep.equal([made.id, draft.id, draft.id])
  })

  it('is told by the number of its place where an import brings several, and alone where it is the only one', async () => {
    const { announced, bring, rows } = await world()
    const imported = [...rows({}, 'a', 'b', 'c'), ...rows({ region: nextCommunity }, 'd')]
    await bring([...imported, ...rows({ state: 'draft' }, 'e')])
    const told = (await announced()).map(({ name, facts }) => [name, facts])
    expect(told).to.have.deep.members([
      ['needs.opened', { region: community, count: 3 }],
      ['need.opened', { region: nextCommunity }],
    ])
    await bring(imported)
    expect(await announced(), 'a second time nothing is new').to.have.length(2)
  })

  it('is not told twice: a crisis, and what is to be checked, are told as that', async () => {
    const { needs, announced } = await world()
    await needs.create(aNeed({ text: '邻居说她不想活了，已经两天没出门。' }), actor)
    await needs.create(aNeed({ text: '她把猫都送人了，说以后用不上了。' }), actor)
    expect(await announced()).to.deep.equal([])
  })

  it('is not told when it was written down elsewhere long ago', async () => {
    const { needs, announced } = await world()
    const { id } = await needs.create(aNeed({ state: 'draft' }), actor)
    const { id: _, revision: __, ...fields } = await needs.records.get(id)
    const at = '2025-01-10T02:00:00.000Z'
    await needs.records.createMany([{ at, fields: { ...fields, state: 'open' } }], actor, 'demo')
    expect(await announced()).to.deep.equal([])
  })

  it('reaches those only who see it whole, and says nothing of what it is about', async () => {
    const { needs, announced, deps } = await world()
    const made = await needs.create(aNeed({ text: guarded }), actor)
    const [event] = (await announced()) as [Event]
    const asked = audienceOf(topicOf(event), event.facts, (code) => regions.chain(code))
    const accounts = accountsOf(people)
    const told = (await Promise.all(asked.map((query) => accounts.accountsFor(query, { limit: 500 })))).flat()
    expect(told.map(({ id }) => id)).to.deep.equal(['u-committee', 'u-street'])
    for (const { id } of told) {
      const reach = needReach(actorOf(id), {}, deps)
      expect(reach.sees(made) && reach.show(made), id).to.equal(made)
    }
    const { at, name: topic, kind, subject, facts } = event
    expect(facts).to.deep.equal({ region: community })
    const { zh } = texts.of({ at, topic, kind, subject, facts, event: event.id })
    expect(zh).to.equal(`${regions.get(community)?.zh} 有一条新的待对接需求 ${made.id}`)
  })
})
