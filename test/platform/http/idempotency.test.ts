import { expect } from 'chai'
import { Unavailable } from '../../../src/platform/errors.js'
import { Idempotency, idempotencyKeys, type Work } from '../../../src/platform/http/idempotency.js'
import { type Engine, onEachStore } from '../../each-store.js'
import { aNote, demo } from './demo.js'
import { notes } from './demo-api.js'

const keyed = (key: string, json: unknown = aNote) => ({ json, headers: { 'idempotency-key': key } })
const attempt = (body: string) => ({
  key: 'k',
  actor: 'local',
  route: 'createNote',
  path: '/api/v1/notes',
  ifMatch: 0,
  body: Buffer.from(body),
})
const done = { status: 201, text: '{}', headers: ['etag', '"1"'] }

async function keys(engine: Engine) {
  const store = await engine.open([idempotencyKeys])
  const clock = { at: new Date('2026-03-01T08:00:00Z'), now: () => clock.at }
  const pass = (ms: number) => {
    clock.at = new Date(clock.at.getTime() + ms)
  }
  /** Work that writes nothing but its mark; `after` runs between the commit and the answer. */
  const work = (after: () => unknown = () => undefined): Work => ({
    run: async (mark) => {
      await store.transaction((tx) => mark(tx, ['n-7']))
      await after()
      return done
    },
    recall: async (subject) => ({ ...done, text: `recalled ${subject}` }),
  })
  return { store, pass, work, idempotency: new Idempotency({ store, clock, keepMs: 3_600_000 }) }
}

onEachStore('an Idempotency-Key', (engine) => {
  it('gives the first answer again, with its headers, and does nothing more', async () => {
    const { http, store } = await demo(engine)
    const first = await http.ask('/api/v1/notes', keyed('a-1'))
    const second = await http.ask('/api/v1/notes', keyed('a-1'))
    expect([first.status, first.headers.get('idempotent-replayed')]).to.deep.equal([201, null])
    expect([second.status, second.headers.get('idempotent-replayed')]).to.deep.equal([201, 'true'])
    expect(second.text).to.equal(first.text)
    expect(second.headers.get('etag')).to.equal('"1"')
    expect(second.headers.get('location')).to.equal(first.headers.get('location'))
    expect(await store.count(notes, {})).to.equal(1)
  })

  it('is refused with another body', async () => {
    const { http, store } = await demo(engine)
    await http.ask('/api/v1/notes', keyed('a-1'))
    const other = await http.refused('/api/v1/notes', keyed('a-1', { ...aNote, title: '另一条' }))
    expect([other.status, other.body.type]).to.deep.equal([422, '/problems/idempotency.reused'])
    expect(await store.count(notes, {})).to.equal(1)
  })

  it('is free again when the first attempt was refused', async () => {
    const { http } = await demo(engine)
    await http.ask('/api/v1/notes', { json: aNote })
    expect((await http.refused('/api/v1/notes', keyed('a-1'))).status).to.equal(409)
    expect((await http.ask('/api/v1/notes', keyed('a-1', { ...aNote, title: '另一条' }))).status).to.equal(
      201,
    )
  })

  it('does the work once for twenty simultaneous requests, and gives all of them its answer', async () => {
    const { http, store } = await demo(engine)
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => http.ask('/api/v1/notes', keyed('a-1'))),
    )
    expect(new Set(replies.map(({ status, text }) => `${status} ${text}`))).to.have.length(1)
    expect(replies.filter(({ headers }) => !headers.has('idempotent-replayed'))).to.have.length(1)
    expect(await store.count(notes, {})).to.equal(1)
  })

  for (const key of ['x'.repeat(256), 'two words', 'schlüssel']) {
    it(`has 1 to 255 visible ASCII characters, unlike ${key.slice(0, 10)}`, async () => {
      const { http } = await demo(engine)
      const { status, body } = await http.refused('/api/v1/notes', keyed(key))
      expect([status, body.type]).to.deep.equal([400, '/problems/idempotency.key'])
    })
  }

  it('gives the record as it is when the first attempt committed and its answer was lost', async () => {
    const { idempotency, work } = await keys(engine)
    const crash = new Promise<never>(() => undefined)
    let committed = () => {}
    const first = new Promise<void>((resolve) => {
      committed = resolve
    })
    void idempotency.once(
      attempt('{}'),
      work(() => {
        committed()
        return crash
      }),
    )
    await first
    for (const _ of [1, 2]) {
      const answer = await idempotency.once(attempt('{}'), work())
      expect(answer).to.include({ status: 201, text: 'recalled n-7', replayed: true })
    }
  })

  it('gives the record when the work fails after its commit', async () => {
    const { idempotency, work } = await keys(engine)
    const failing = work(() => Promise.reject(new Error('the answer cannot be made')))
    expect(await idempotency.once(attempt('{}'), failing)).to.include({ text: 'recalled n-7' })
  })

  it('is free at once when the first attempt died before its commit', async () => {
    const { idempotency, work } = await keys(engine)
    const died: Work = { ...work(), run: () => new Promise(() => undefined) }
    void idempotency.once(attempt('{}'), died)
    expect(await idempotency.once(attempt('{}'), work())).to.include({ replayed: false })
  })

  it('is free again after its time, once for several at once', async () => {
    const { idempotency, pass, work } = await keys(engine)
    await idempotency.once(attempt('{}'), work())
    pass(3_600_001)
    const again = Array.from({ length: 5 }, () => idempotency.once(attempt('{"other":1}'), work()))
    const replayed = (await Promise.all(again)).map((answer) => answer.replayed)
    expect(replayed.filter((was) => !was)).to.have.length(1)
  })

  it('belongs to one person and one address', async () => {
    const { idempotency, work } = await keys(engine)
    await idempotency.once(attempt('{}'), work())
    for (const other of [{ actor: 'somebody' }, { path: '/api/v1/notes/n-1' }]) {
      const answer = await idempotency.once({ ...attempt('{"a":1}'), ...other }, work())
      expect(answer.replayed).to.equal(false)
    }
  })

  it('is refused with another If-Match', async () => {
    const { idempotency, work } = await keys(engine)
    await idempotency.once({ ...attempt('{}'), ifMatch: 1 }, work())
    const other = { ...attempt('{}'), ifMatch: 2 }
    expect(await refusalOf(idempotency.once(other, work()))).to.equal('idempotency.reused')
  })

  it('leaves the cause as it is when the work fails for want of an engine', async () => {
    const { idempotency, store, work } = await keys(engine)
    const away = new Unavailable('sqlite')
    const failing: Work = { ...work(), run: () => Promise.reject(away) }
    const failed = await idempotency.once(attempt('{}'), failing).catch((error: unknown) => error)
    expect(failed).to.equal(away)
    expect(await store.count(idempotencyKeys, {})).to.equal(0)
  })
})

async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => new Error('not refused'),
    (reason: Error) => reason,
  )
  return error.message
}
