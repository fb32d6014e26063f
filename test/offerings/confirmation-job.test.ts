import { expect } from 'chai'
import { confirmationJob, confirmBy, type Offering } from '../../src/offerings/index.js'
import { auditTrail, dayAfter } from '../../src/platform/records/index.js'
import { type Engine, onEachStore } from '../each-store.js'
import { anOffering, anOrganization } from '../feature-drafts.js'
import { actor, featureServices } from '../feature-services.js'

const context = { at: new Date(), signal: new AbortController().signal }
const day = 86_400_000

async function services(engine: Engine) {
  const all = await featureServices(engine)
  const { offerings, organizations, clock } = all
  const { id: organization } = await organizations.create(anOrganization(), actor)
  return {
    ...all,
    job: confirmationJob({ offerings, clock, timeZone: 'Asia/Shanghai' }),
    enter: (over: Partial<Offering> = {}) =>
      offerings.create(anOffering(organization, { state: 'published', ...over } as never), actor),
  }
}

onEachStore('the confirmation job', (engine) => {
  it('pauses published offerings on the day after their confirmation lapses, with a reason, and no others', async () => {
    const { job, enter, advance, offerings, store, clock } = await services(engine)
    const lapsing = await enter()
    const draft = await enter({ state: 'draft' })
    advance(day)
    const younger = await enter()
    // To the evening before the first lapses, in Shanghai.
    advance(179 * day)
    expect(confirmBy(lapsing)).to.equal(clock.now().toISOString().slice(0, 10))
    expect(await job.run(context)).to.deep.equal({ counts: { paused: 0, lapsingSoon: 2 } })

    advance(day)
    expect(await job.run(context)).to.deep.equal({ counts: { paused: 1, lapsingSoon: 1 } })
    const now = await offerings.records.getMany([lapsing.id, draft.id, younger.id])
    expect(now.map(({ state }) => state)).to.deep.equal(['paused', 'draft', 'published'])
    expect(now[0]).to.include({ updatedBy: 'system', confirmedAt: lapsing.confirmedAt, revision: 2 })
    const trail = await store.find(auditTrail, { subjects: lapsing.id })
    expect(trail.at(-1)).to.include({ actor: 'system', action: 'offering.paused' })
    expect(trail.at(-1)?.reason).to.match(/确认已到期.*lapsed/)

    expect(await job.run(context)).to.deep.equal({ counts: { paused: 0, lapsingSoon: 1 } })
    const resumed = await offerings.move(lapsing.id, 2, 'published', actor)
    expect(confirmBy(resumed)).to.equal(dayAfter(clock.now().toISOString().slice(0, 10), 180))
  })

  it('pauses hundreds, and goes on when somebody changes one of them just then', async () => {
    const { job, enter, advance, offerings } = await services(engine)
    const made: Offering[] = []
    for (let i = 0; i < 250; i++) made.push(await enter())
    advance(200 * day)
    const amendMany = offerings.records.amendMany.bind(offerings.records)
    let first = true
    offerings.records.amendMany = async (...given) => {
      if (first) {
        first = false
        await offerings.confirm((made[7] as Offering).id, 1, actor)
      }
      return amendMany(...given)
    }
    expect(await job.run(context)).to.deep.equal({ counts: { paused: 249, lapsingSoon: 0 } })
  })

  it('stops between batches when it is told to', async () => {
    const { job } = await services(engine)
    const run = job.run({ ...context, signal: AbortSignal.abort() })
    expect(await run.catch((error: Error) => error.name)).to.equal('AbortError')
  })
})

onEachStore('offerings that must be confirmed', (engine) => {
  it('are listed and searched by the day before which they lapse', async () => {
    const { enter, advance, offerings, index } = await services(engine)
    const first = await enter()
    advance(day)
    await enter()
    await index()
    const lapse = confirmBy(first)
    for (const [confirmBefore, expected] of [
      [lapse, 0],
      [dayAfter(lapse, 1), 1],
      [dayAfter(lapse, 2), 2],
    ] as const) {
      expect(await offerings.list({ confirmBefore }, {}, actor), confirmBefore).to.have.length(expected)
      const { items } = await offerings.search({ confirmBefore }, { text: '' }, actor)
      expect(items, confirmBefore).to.have.length(expected)
    }
  })
})
