import { expect } from 'chai'
import { Recent } from '../../src/access/recent.js'
import { sessionsCollection } from '../../src/access/sessions/collection.js'
import { onEachStore } from '../each-store.js'
import { person } from '../signed-in.js'
import { accessWorld } from './world.js'

describe('who asked a moment ago', () => {
  function recent() {
    const clock = { at: 0, now: () => new Date(clock.at) }
    return { clock, recent: new Recent<string>(clock) }
  }

  it('is looked up once in two seconds', async () => {
    const { clock, recent: kept } = recent()
    let looked = 0
    const ask = () => kept.get('a', async () => `${++looked}`)
    expect([await ask(), await ask()]).to.deep.equal(['1', '1'])
    clock.at = 1_999
    expect(await ask()).to.equal('1')
    clock.at = 2_000
    expect(await ask()).to.equal('2')
  })

  it('is forgotten at once when rights change, also what was being looked up then', async () => {
    const { recent: kept } = recent()
    let answer: (value: string) => void = () => {}
    const slow = kept.get('a', () => new Promise((resolve) => (answer = resolve)))
    kept.clear()
    answer('before')
    expect(await slow).to.equal('before')
    expect(await kept.get('a', async () => 'after')).to.equal('after')
    kept.clear()
    expect(await kept.get('a', async () => 'later')).to.equal('later')
  })

  it('is kept of a thousand at most, and of nobody who is not known', async () => {
    const { recent: kept } = recent()
    for (let at = 0; at <= 1_000; at++) await kept.get(`key${at}`, async () => 'known')
    expect(await kept.get('key0', async () => 'looked up')).to.equal('looked up')
    expect(await kept.get('key1000', async () => 'looked up')).to.equal('known')
    await kept.get('nobody', async () => undefined)
    expect(await kept.get('nobody', async () => 'now known')).to.equal('now known')
  })
})

onEachStore('a session that is used', (engine) => {
  it('is written down every five minutes at most', async () => {
    const world = await accessWorld(engine)
    const { headers } = await person(world)
    const token = (headers.cookie ?? '').replace('duijie_session=', '')
    const revisions: (number | undefined)[] = []
    for (const seconds of [10, 200, 80, 10, 200, 100]) {
      world.advance(seconds * 1000)
      await world.access.sessions.identify(token)
      revisions.push((await world.store.find(sessionsCollection, {}))[0]?.revision)
    }
    expect(revisions).to.deep.equal([1, 1, 1, 2, 2, 3])
  })

  it('and is ended by another process is refused here within two seconds', async () => {
    const world = await accessWorld(engine)
    const there = world.another()
    const { account, headers } = await person(world)
    const token = (headers.cookie ?? '').replace('duijie_session=', '')
    expect(await world.access.sessions.identify(token)).not.to.equal(undefined)
    const [session] = await world.access.sessions.list(account.id)
    const id = session?.id ?? ''
    await there.sessions.end({ id: account.id, role: 'district', session: id }, id)
    world.advance(2_000)
    expect(await world.access.sessions.identify(token)).to.equal(undefined)
  })
})
