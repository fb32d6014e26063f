import { expect } from 'chai'
import { capacityJob, questionsCollection, stillNeededJob } from '../../src/deadlines/index.js'
import { createLinks } from '../../src/links/index.js'
import { stillNeededLink } from '../../src/needs/index.js'
import { auditTrail, events } from '../../src/platform/records/index.js'
import { type Engine, onEachStore } from '../each-store.js'
import { committee, deadlineWorld } from './world.js'

const day = 86_400_000

async function world(engine: Engine) {
  const services = await deadlineWorld(engine)
  const { deps, terms, clock, store } = services
  const jobs = { needed: stillNeededJob({ ...deps, terms }), capacity: capacityJob({ ...deps, terms }) }
  return {
    ...services,
    run: (job: keyof typeof jobs) =>
      jobs[job]
        .run({ at: clock.now(), signal: new AbortController().signal })
        .then(({ counts }) => counts.asked),
    asked: async (name: string) => (await store.find(events, { name })).map(({ subject }) => subject),
  }
}

onEachStore('the questions that time raises', (engine) => {
  it('ask whether an open need is still needed after its term, once, and again after another', async () => {
    const { run, enterNeed, advance, asked, needs, store } = await world(engine)
    const crisis = await enterNeed({ urgency: 'crisis' })
    const soon = await enterNeed({ urgency: 'soon' })
    const closed = await enterNeed({ urgency: 'crisis' })
    await needs.close(closed.id, 1, 'solved-elsewhere', committee)
    expect(await run('needed')).to.equal(0)
    advance(day)
    expect(await Promise.all([run('needed'), run('needed')])).to.have.members([1, 0])
    expect(await asked('need.still-needed')).to.deep.equal([crisis.id])
    advance(20 * day)
    expect(await run('needed')).to.equal(2)
    expect(await asked('need.still-needed')).to.deep.equal([crisis.id, crisis.id, soon.id])
    expect(await store.get(questionsCollection, crisis.id)).to.include({ times: 2 })
  })

  it('ask whether a stated capacity still holds when it is old, and not after a word about it', async () => {
    const { run, enterOffering, advance, asked, offerings } = await world(engine)
    const stated = await enterOffering({ capacity: { perMonth: 6, unit: 'place' } })
    await enterOffering()
    const paused = await enterOffering({ capacity: { perMonth: 6, unit: 'place' } })
    await offerings.move(paused.id, 1, 'paused', { id: 'system', role: 'system' })
    advance(31 * day)
    expect(await run('capacity')).to.equal(1)
    expect(await run('capacity')).to.equal(0)
    await offerings.restateCapacity(stated.id, 4, { id: 'system', role: 'system' })
    advance(29 * day)
    expect(await run('capacity')).to.equal(0)
    advance(3 * day)
    expect(await run('capacity')).to.equal(1)
    expect(await asked('capacity.question')).to.deep.equal([stated.id, stated.id])
  })

  it('ask about hundreds in batches, each once', async () => {
    const { run, enterNeed, advance, asked } = await world(engine)
    for (let made = 0; made < 230; made++) await enterNeed({ urgency: 'crisis' })
    advance(2 * day)
    expect(await run('needed')).to.equal(230)
    expect(new Set(await asked('need.still-needed')).size).to.equal(100)
  })

  it('are answered by a link: yes leaves a line in the trail, no closes the need with its reason', async () => {
    const { enterNeed, needs, store, clock } = await world(engine)
    const links = createLinks({ store, clock, purposes: [stillNeededLink(needs)], stands: async () => true })
    const { id } = await enterNeed()
    const expiresAt = new Date(clock.now().getTime() + day).toISOString()
    const order = { purpose: 'need.still-needed', subject: id, holder: committee, expiresAt }
    await links.use(await links.issue(store, order), 'yes', {})
    expect((await store.find(auditTrail, { subjects: id })).at(-1)).to.include({
      action: 'need.still-needed',
    })
    await links.use(await links.issue(store, order), 'no', { reason: 'solved-elsewhere' })
    expect(await needs.records.get(id)).to.include({ state: 'unmet-closed', closedFor: 'solved-elsewhere' })
  })
})
