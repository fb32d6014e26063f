import { expect } from 'chai'
import { crisisKinds } from '../../src/matching/cues/urgency.js'
import { loadHotlines } from '../../src/needs/index.js'
import { events } from '../../src/platform/records/index.js'
import { onEachStore } from '../each-store.js'
import { aNeed } from '../feature-drafts.js'
import { actor, featureServices } from '../feature-services.js'

const desperate = '邻居说她不想活了，已经两天没出门。'

describe('the hotlines', () => {
  const hotlines = loadHotlines('seeds/taxonomy')
  const numbers = (kinds: readonly string[], level: 'crisis' | 'soon' = 'crisis', from?: number) =>
    hotlines
      .of({
        urgency: { level, stated: 'routine', words: [], kinds },
        beneficiaries: { count: 1, groups: [], ...(from === undefined ? {} : { ages: { from, to: 80 } }) },
      })
      .map(({ number }) => number)

  it('are there for each kind of crisis that a text can show', () => {
    for (const kind of crisisKinds) expect(numbers([kind]), kind).to.include.members(['110', '120'])
    expect(numbers(['self-harm'])).to.include('12356')
    expect(numbers(['violence'])).to.include('12338')
  })

  it('name the youth line for minors, each number once, and the general ones without a sign', () => {
    expect(numbers(['self-harm', 'violence'])).to.deep.equal(['120', '110', '12356', '12338', '12348'])
    expect(numbers([], 'crisis', 9)).to.deep.equal(['110', '120', '12345', '12355'])
    expect(numbers([], 'crisis', 18)).to.deep.equal(['110', '120', '12345'])
  })

  it('are not named without a crisis, and still where a person lowered one', () => {
    expect(numbers([], 'soon')).to.deep.equal([])
    expect(numbers(['danger'], 'soon')).to.include('119')
  })
})

onEachStore('a need in crisis', (engine) => {
  async function world() {
    const services = await featureServices(engine)
    const announced = async () =>
      (await services.store.find(events, { name: 'need.crisis' })).map((e) => e.subject)
    return { ...services, announced }
  }

  it('is announced in the transaction that enters it, with whom to call', async () => {
    const { needs, store } = await world()
    const made = await needs.create(aNeed({ text: desperate }), actor)
    expect(made.hotlines.map(({ number }) => number)).to.deep.equal(['120', '110', '12356'])
    expect(await needs.hotlinesOf(made.id, actor)).to.deep.equal(made.hotlines)
    const [event] = await store.find(events, {})
    expect(event).to.deep.include({
      name: 'need.crisis',
      subject: made.id,
      at: made.createdAt,
      facts: { region: made.region, kinds: ['self-harm'], source: 'grid-worker' },
    })
  })

  it('is announced once each time that it becomes one, however that comes', async () => {
    const { needs, announced } = await world()
    const draft = await needs.create(aNeed({ text: desperate, state: 'draft' }), actor)
    const calm = await needs.create(aNeed(), actor)
    expect(await announced()).to.deep.equal([])
    await needs.move(draft.id, 1, 'open', undefined, actor)
    await needs.setUrgency(draft.id, 2, 'urgent', '已上门核实', actor)
    expect(await announced()).to.deep.equal([draft.id])
    await needs.setUrgency(draft.id, 3, 'crisis', undefined, actor)
    const { state: _, ...change } = aNeed({ text: desperate })
    await needs.amend(calm.id, 1, change, actor)
    await needs.amend(calm.id, 2, { ...change, source: 'visit' }, actor)
    expect(await announced()).to.deep.equal([draft.id, draft.id, calm.id])
    await needs.importMany([{ externalId: 'i', fields: { ...aNeed({ text: desperate }) } }], actor, {
      apply: true,
    })
    expect(await announced()).to.have.length(4)
  })

  it('is checked by a person where it only may be one: that changes no urgency, and is told once', async () => {
    const { needs, store } = await world()
    const told = async () => (await store.find(events, { name: 'need.check' })).map(({ subject }) => subject)
    const suspect = aNeed({ text: '她把猫都送人了，说以后用不上了。' })
    const made = await needs.create(suspect, actor)
    expect(made.urgency).to.deep.include({ level: 'routine', toCheck: true })
    expect(made.hotlines).to.deep.equal([])
    const { state: _, ...change } = aNeed({ text: '她想找人说说话。' })
    const reworded = await needs.amend(made.id, 1, change, actor)
    expect(reworded.urgency.toCheck, 'nobody has looked').to.equal(true)
    expect(await told()).to.deep.equal([made.id])
    const looked = await needs.setUrgency(made.id, 2, 'routine', undefined, actor)
    expect(looked.urgency).to.include({ level: 'routine' }).and.not.to.have.property('toCheck')
    const other = await needs.create(suspect, actor)
    const raised = await needs.setUrgency(other.id, 1, 'crisis', undefined, actor)
    expect(raised.urgency).to.include({ level: 'crisis' }).and.not.to.have.property('toCheck')
  })

  it('is not announced when it is not kept', async () => {
    const { needs, announced } = await world()
    const draft = aNeed({ text: desperate, externalId: 'x-1' })
    await needs.create(draft, actor)
    await needs.create(draft, actor).catch(() => undefined)
    expect(await announced()).to.have.length(1)
  })
})
