import { expect } from 'chai'
import { timeOrderedIds } from '../../../src/platform/ids.js'
import { keepAlive, Leases, leases } from '../../../src/platform/leases/index.js'
import { type Engine, onEachStore } from '../../each-store.js'
import { refusalOf } from '../../refusals.js'

async function someLeases(engine: Engine) {
  const store = await engine.open([leases])
  let now = Date.parse('2026-03-10T02:00:00.000Z')
  const clock = { now: () => new Date(now) }
  return {
    store,
    leases: new Leases({ store, clock, ids: timeOrderedIds(clock) }),
    pass: (ms: number) => {
      now += ms
    },
  }
}

onEachStore('a lease', (engine) => {
  it('is given to one of many who ask at once', async () => {
    const { leases } = await someLeases(engine)
    const taken = await Promise.all(Array.from({ length: 20 }, () => leases.take('relay', 1_000)))
    expect(taken.filter(Boolean)).to.have.length(1)
  })

  it('is given to another when its time is over, and the first then cannot renew it', async () => {
    const { leases, pass } = await someLeases(engine)
    const first = await leases.take('relay', 1_000)
    pass(1_000)
    const second = await leases.take('relay', 1_000)
    expect(second).to.have.property('name', 'relay')
    expect(await first?.renew()).to.equal(false)
    expect(await second?.renew()).to.equal(true)
  })

  it('lasts while it is renewed, and is free at once when it is given back', async () => {
    const { leases, pass } = await someLeases(engine)
    const first = await leases.take('relay', 1_000)
    pass(900)
    await first?.renew()
    pass(900)
    expect(await leases.take('relay', 1_000)).to.equal(undefined)
    await first?.release()
    expect(await leases.take('relay', 1_000)).to.have.property('name', 'relay')
  })

  it('lets a transaction of one who has lost it commit nothing', async () => {
    const { store, leases: all, pass } = await someLeases(engine)
    const late = await all.take('relay', 1_000)
    pass(2_000)
    await all.take('relay', 1_000)
    const refusal = await refusalOf(() =>
      store.transaction(async (tx) => {
        await tx.insert(leases, { id: 'trace', revision: 1, token: '-', until: '-' })
        await late?.holdIn(tx)
      }),
    )
    expect(refusal).to.deep.equal(['revision.stale', 'lease relay'])
    expect(await store.get(leases, 'trace')).to.equal(undefined)
  })

  it('is waited for by those who cannot go on without it, one after the other', async () => {
    const { leases } = await someLeases(engine)
    let inside = 0
    const most: number[] = []
    const work = async () => {
      most.push(++inside)
      await new Promise(setImmediate)
      inside--
    }
    await Promise.all([1, 2, 3].map(() => leases.holding('demo', 1_000, work)))
    expect(most).to.deep.equal([1, 1, 1])
  })

  it('is given back when the work fails', async () => {
    const { leases } = await someLeases(engine)
    const failed = leases.holding('demo', 1_000, () => Promise.reject(new Error('no')))
    expect(await failed.catch((error: Error) => error.message)).to.equal('no')
    expect(await leases.take('demo', 1_000)).to.have.property('name', 'demo')
  })

  it('is renewed by one request at a time, however slow the store is, and not after its end', async () => {
    let asked = 0
    let answer = () => {}
    const slow = {
      name: 'relay',
      renew: () => {
        asked++
        return new Promise<boolean>((resolve) => {
          answer = () => resolve(true)
        })
      },
      holdIn: async () => undefined,
      release: async () => undefined,
    }
    const kept = keepAlive(slow, 3)
    while (!asked) await new Promise(setImmediate)
    // Enough turns for many more, were the first not waited for.
    for (let turn = 0; turn < 2_000; turn++) await new Promise(setImmediate)
    expect(asked).to.equal(1)
    answer()
    while (asked < 2) await new Promise(setImmediate)
    const ended = kept.end()
    answer()
    await ended
    expect([asked, kept.lost.aborted]).to.deep.equal([2, false])
  })
})
