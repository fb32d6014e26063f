import { expect } from 'chai'
import { zoneOf } from '../../src/calendar/index.js'
import { outbox } from '../../src/platform/records/index.js'
import { monthJob } from '../../src/referrals/index.js'
import { onEachStore } from '../each-store.js'
import { aWorld, committee } from './world.js'

const context = { at: new Date(), signal: new AbortController().signal }

onEachStore('the job of a new month', (engine) => {
  it('lets matching see again the places that were taken in the month before, and no others', async () => {
    const world = await aWorld(engine)
    const { store, clock, ids, matching, offerings, advance } = world
    const capacity = { perMonth: 6, unit: 'visit' } as const
    const taken = await world.anOffer({ capacity })
    const asked = await world.anOffer({ capacity })
    const need = await world.aNeed({ amount: { value: 12, unit: 'visit' } })
    const open = ({ offering }: typeof taken) =>
      world.referrals.open(need.id, { how: 'request', offeringId: offering.id, quantity: 6 }, committee)
    await world.referrals.act((await open(taken)).id, 1, 'accept', {}, taken.worker)
    await open(asked)
    const told = async () => (await store.find(outbox, { kind: 'offering' })).at(-1)?.subjects
    const hear = async () =>
      matching.projection.apply('offering', await offerings.records.getMany([taken.offering.id]), [])
    const isFull = async () => {
      const { against } = await matching.explainPairing(need.id, taken.offering.id)
      return against.some(({ code }) => code === 'full')
    }
    await hear()
    expect(await isFull()).to.equal(true)
    // From 10 March to 2 April.
    advance(23 * 86_400_000)
    const zone = zoneOf('Asia/Shanghai')
    const job = monthJob({ store, clock, ids, onCommitted: () => undefined, zone })
    expect(await job.run(context)).to.deep.equal({ counts: { offerings: 1 } })
    expect(await told()).to.deep.equal([taken.offering.id])
    await hear()
    expect(await isFull()).to.equal(false)
  })
})
