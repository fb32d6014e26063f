import { expect } from 'chai'
import { Unavailable } from '../../../src/platform/errors.js'
import { changeLog, relayCursors, trim, trimJob } from '../../../src/platform/relay/index.js'
import { onEachStore } from '../../each-store.js'
import { actor } from '../../feature-services.js'
import { aProcess, leaseMs, relayWorld } from './relay-world.js'

onEachStore('the relay of one process', (engine) => {
  it('brings what was committed into all views, and away what was removed', async () => {
    const world = await relayWorld(engine)
    const { relay, view } = aProcess(world)
    const [a, b] = [await world.need('甲'), await world.need('乙')]
    await world.amend(a.id, 1)
    await relay.settled()
    expect(await world.indexed()).to.deep.equal({ [a.id]: 2, [b.id]: 1 })
    expect(Object.fromEntries(view.of('need'))).to.deep.equal({ [a.id]: 2, [b.id]: 1 })
    await world.needs.remove(b.id, 1, actor)
    await relay.settled()
    expect(await world.indexed()).to.deep.equal({ [a.id]: 2 })
    expect([...view.of('need').keys()]).to.deep.equal([a.id])
  })

  it('finds at its start what was committed before, and does it once', async () => {
    const world = await relayWorld(engine)
    const need = await world.need()
    const first = aProcess(world)
    await first.relay.settled()
    await first.relay.stop()
    const second = aProcess(world)
    await second.relay.settled()
    expect(second.search.put).to.deep.equal([])
    expect([...second.view.of('need').keys()]).to.deep.equal([need.id])
  })

  it('begins no transaction before whoever waits for its start has gone on', async () => {
    const world = await relayWorld(engine)
    await world.need()
    let begun = 0
    const store = new Proxy(world.store, {
      get(target, name) {
        if (name === 'transaction') begun++
        const value: unknown = Reflect.get(target, name)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    const { relay } = aProcess({ ...world, store })
    await relay.start()
    for (let turn = 0; turn < 100; turn++) await Promise.resolve()
    expect(begun).to.equal(0)
    await relay.settled()
    expect(begun).to.be.above(0)
  })

  it('waits while the index is away, lets the view in memory go on, and loses nothing', async () => {
    const world = await relayWorld(engine)
    const { relay, search, view, pauses, told } = aProcess(world)
    let away = true
    search.beforePut = () => {
      if (away) throw new Unavailable('search')
    }
    const needs = [await world.need('甲'), await world.need('乙')]
    expect(await relay.settled().catch((error: unknown) => error)).to.be.instanceOf(Unavailable)
    await relay.settled().catch(() => undefined)
    expect(told.gaveUp).to.deep.equal([])
    expect([...new Set(told.retries)]).to.deep.equal(['search'])
    expect(pauses.asked[0]).to.be.within(100, 200)
    expect(pauses.asked[1]).to.be.within(200, 400)
    expect(view.of('need').size).to.equal(2)
    expect((await relay.status()).lags).to.deep.include.members([
      { view: 'search', entries: 1, seconds: 0 },
      { view: 'matching', entries: 0, seconds: 0 },
    ])
    world.advance(90_000)
    expect((await relay.status()).lags.find((lag) => lag.view === 'search')?.seconds).to.equal(90)
    away = false
    pauses.end()
    await relay.settled()
    expect(Object.keys(await world.indexed()).sort()).to.deep.equal(needs.map(({ id }) => id).sort())
    expect((await relay.status()).lags.map(({ entries }) => entries)).to.deep.equal([0, 0])
  })

  it('never brings an older state of a record into the index, whatever is written meanwhile', async () => {
    const world = await relayWorld(engine)
    const { relay, search } = aProcess(world)
    const revisions = new Map<string, number>()
    search.beforePut = (entries) => {
      for (const { id, revision } of entries) {
        expect(revision).to.be.at.least(revisions.get(id) ?? 0)
        revisions.set(id, revision)
      }
    }
    const made = await Promise.all(['甲', '乙', '丙'].map((text) => world.need(text)))
    for (let revision = 1; revision <= 20; revision++) {
      for (const need of made) {
        await world.amend(need.id, revision)
        relay.kick()
      }
    }
    await relay.settled()
    expect(await world.indexed()).to.deep.equal(Object.fromEntries(made.map(({ id }) => [id, 21])))
  })

  it('leaves to a job what everybody has: it keeps the steps of the last hour and the newest', async () => {
    const world = await relayWorld(engine)
    const { relay } = aProcess(world)
    for (let i = 0; i < 3; i++) {
      await world.need(String(i))
      await relay.settled()
    }
    world.advance(2 * 3_600_000)
    await world.need('末')
    await relay.settled()
    const { run } = trimJob(world.store, world.clock)
    const context = { at: world.clock.now(), signal: new AbortController().signal }
    expect(await run(context)).to.deep.equal({ counts: { steps: 3 } })
    expect(await world.store.count(changeLog, {})).to.equal(1)
  })
})

onEachStore('the relays of two processes', (engine) => {
  it('feed the index once, by the one that holds the lease, and both their views', async () => {
    const world = await relayWorld(engine)
    const [a, b] = [aProcess(world), aProcess(world)]
    const first = await world.need('甲')
    await a.relay.settled()
    const second = await world.need('乙')
    b.relay.kick()
    await Promise.all([b.relay.settled(), a.relay.settled()])
    expect(a.search.put).to.deep.equal([first.id, second.id])
    expect(b.search.put).to.deep.equal([])
    for (const { view } of [a, b])
      expect([...view.of('need').keys()].sort()).to.deep.equal([first.id, second.id])
  })

  it('hand over at once when the holder is stopped', async () => {
    const world = await relayWorld(engine)
    const [a, b] = [aProcess(world), aProcess(world)]
    await world.need('甲')
    await a.relay.settled()
    await a.relay.stop()
    const second = await world.need('乙')
    await b.relay.settled()
    expect(b.search.put).to.deep.equal([second.id])
  })

  it('hand over when the lease of a holder that died has run out, not before', async () => {
    const world = await relayWorld(engine)
    const [dead, b] = [aProcess(world), aProcess(world)]
    await world.need('甲')
    await dead.relay.settled()
    const second = await world.need('乙')
    world.advance(leaseMs - 1)
    let isSettled = false
    const settled = b.relay.settled().then(() => {
      isSettled = true
    })
    while (!b.view.of('need').has(second.id)) await new Promise(setImmediate)
    expect(isSettled).to.equal(false)
    expect(b.search.put).to.deep.equal([])
    world.advance(1)
    await settled
    expect(b.search.put).to.deep.equal([second.id])
  })

  it('hand over when the index is away from the holder only', async () => {
    const world = await relayWorld(engine)
    const [a, b] = [aProcess(world), aProcess(world)]
    await world.need('甲')
    await a.relay.settled()
    const second = await world.need('乙')
    a.search.beforePut = () => {
      throw new Unavailable('search')
    }
    expect(await a.relay.settled().catch((error: unknown) => error)).to.be.instanceOf(Unavailable)
    await b.relay.settled()
    expect(b.search.put).to.deep.equal([second.id])
  })

  it('leave nothing of a record that was removed while its feeder slept through its lease', async () => {
    const world = await relayWorld(engine)
    const [sleeper, b] = [aProcess(world), aProcess(world)]
    const need = await world.need()
    const sleep = asleepInPut(sleeper)
    const late = sleeper.relay.settled()
    await sleep.begun
    await world.needs.remove(need.id, 1, actor)
    world.advance(leaseMs + 1)
    await b.relay.settled()
    const cursor = await world.store.get(relayCursors, 'search')
    sleep.end()
    await late
    expect(sleeper.search.put).to.deep.equal([need.id])
    expect(await world.indexed()).to.deep.equal({})
    expect(await world.store.get(relayCursors, 'search')).to.deep.equal(cursor)
  })

  it('leave the cursor to the one that holds the lease', async () => {
    const world = await relayWorld(engine)
    const [sleeper, holder] = [aProcess(world), aProcess(world)]
    await world.need()
    const sleep = asleepInPut(sleeper)
    const late = sleeper.relay.settled()
    await sleep.begun
    world.advance(leaseMs + 1)
    const held = asleepInPut(holder)
    const settled = holder.relay.settled()
    await held.begun
    sleep.end()
    await sleeper.relay.stop()
    expect(await world.store.get(relayCursors, 'search')).to.equal(undefined)
    held.end()
    await Promise.all([settled, late])
    expect((await world.store.get(relayCursors, 'search'))?.revision).to.equal(1)
  })

  it('load the view again that slept until steps were trimmed which it had not seen', async () => {
    const world = await relayWorld(engine)
    const [a, sleeper] = [aProcess(world), aProcess(world)]
    const gone = await world.need('甲')
    const kept = await world.need('乙')
    // One after the other: the first has the lease from then on.
    await a.relay.settled()
    await sleeper.relay.settled()
    const { loads } = sleeper.view
    await world.needs.remove(gone.id, 1, actor)
    await a.relay.settled()
    const late = await world.need('丙')
    await a.relay.settled()
    world.advance(2 * 3_600_000)
    expect(await trim(world.store, world.clock)).to.equal(2)
    // One more, so that there is a step to find.
    const last = await world.need('丁')
    await Promise.all([a.relay.settled(), sleeper.relay.settled()])
    expect(sleeper.view.loads).to.be.above(loads)
    expect([...sleeper.view.of('need').keys()].sort()).to.deep.equal([kept.id, late.id, last.id])
  })
})

/** Lets a process stand still in its next write to the index until the test ends that. */
function asleepInPut({ search }: ReturnType<typeof aProcess>) {
  let end = () => {}
  const woken = new Promise<void>((resolve) => {
    end = resolve
  })
  const begun = new Promise<void>((resolve) => {
    search.beforePut = () => {
      resolve()
      return woken
    }
  })
  return { begun, end: () => end() }
}
