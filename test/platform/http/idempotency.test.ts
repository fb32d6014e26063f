import { expect } from 'chai'
import { Unavailable } from '../../../src/platform/errors.js'
import { Idempotency, idempotencyKeys } from '../../../src/platform/http/idempotency.js'
import { openTemporarySqlite } from '../store/temporary-sqlite.js'
import { aNote, demo } from './demo.js'
import { notes } from './demo-api.js'

const keyed = (key: string, json: unknown = aNote) => ({ json, headers: { 'idempotency-key': key } })
const attempt = (body: string) => ({
  key: 'k',
  actor: 'local',
  route: 'createNote',
  path: '/api/v1/notes',
  body: Buffer.from(body),
})
const done = { status: 201, text: '{}', headers: ['etag', '"1"'] }

async function keys() {
  const store = await openTemporarySqlite([idempotencyKeys])
  const clock = { at: new Date('2026-03-01T08:00:00Z'), now: () => clock.at }
  const pass = (ms: number) => {
    clock.at = new Date(clock.at.getTime() + ms)
  }
  return { store, pass, idempotency: new Idempotency({ store, clock, keepMs: 3_600_000, leaseMs: 10_000 }) }
}

/** Work that waits until it is told to end. */
function heldWork() {
  let finish = () => {}
  const held = new Promise<void>((resolve) => {
    finish = resolve
  })
  return { finish, run: () => held.then(() => done) }
}

describe('an Idempotency-Key', () => {
  it('gives the first answer again, with its headers, and does nothing more', async () => {
    const { http, store } = await demo()
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
    const { http, store } = await demo()
    await http.ask('/api/v1/notes', keyed('a-1'))
    const other = await http.refused('/api/v1/notes', keyed('a-1', { ...aNote, title: '另一条' }))
    expect([other.status, other.body.type]).to.deep.equal([422, '/problems/idempotency.reused'])
    expect(await store.count(notes, {})).to.equal(1)
  })

  it('is free again when the first attempt was refused', async () => {
    const { http } = await demo()
    await http.ask('/api/v1/notes', { json: aNote })
    expect((await http.refused('/api/v1/notes', keyed('a-1'))).status).to.equal(409)
    expect((await http.ask('/api/v1/notes', keyed('a-1', { ...aNote, title: '另一条' }))).status).to.equal(
      201,
    )
  })

  it('does the work once for twenty simultaneous requests', async () => {
    const { http, store } = await demo()
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => http.ask('/api/v1/notes', keyed('a-1'))),
    )
    for (const { status, headers } of replies) {
      if (status !== 201) expect([status, headers.get('retry-after')]).to.deep.equal([409, '1'])
    }
    const ran = replies.filter((r) => r.status === 201 && !r.headers.has('idempotent-replayed'))
    expect(ran).to.have.length(1)
    expect(await store.count(notes, {})).to.equal(1)
  })

  for (const key of ['x'.repeat(256), 'two words', 'schlüssel']) {
    it(`has 1 to 255 visible ASCII characters, unlike ${key.slice(0, 10)}`, async () => {
      const { http } = await demo()
      const { status, body } = await http.refused('/api/v1/notes', keyed(key))
      expect([status, body.type]).to.deep.equal([400, '/problems/idempotency.key'])
    })
  }

  it('is refused while the first attempt runs, and taken over when that has not ended within its lease', async () => {
    const { idempotency, pass, store } = await keys()
    const crashed = heldWork()
    const first = idempotency.once(attempt('{}'), crashed.run)
    await until(async () => (await store.count(idempotencyKeys, {})) === 1)
    const early = await refusalOf(idempotency.once(attempt('{}'), heldWork().run))
    expect(early).to.equal('idempotency.inProgress')
    pass(10_001)
    const second = await idempotency.once(attempt('{}'), async () => ({ ...done, status: 200 }))
    expect(second).to.include({ status: 200, replayed: false })
    crashed.finish()
    expect(await first).to.include({ status: 201, replayed: false })
    expect(await idempotency.once(attempt('{}'), heldWork().run)).to.include({ status: 200, replayed: true })
  })

  it('gives one of two that take over the right to run', async () => {
    const { idempotency, pass, store } = await keys()
    const crashed = heldWork()
    const first = idempotency.once(attempt('{}'), crashed.run)
    await until(async () => (await store.count(idempotencyKeys, {})) === 1)
    pass(10_001)
    let runs = 0
    const run = async () => {
      runs++
      return done
    }
    await Promise.allSettled([idempotency.once(attempt('{}'), run), idempotency.once(attempt('{}'), run)])
    expect(runs).to.equal(1)
    crashed.finish()
    await first
  })

  it('is forgotten after its time, also by the store', async () => {
    const { idempotency, pass, store } = await keys()
    await idempotency.once(attempt('{}'), async () => done)
    pass(3_600_001)
    expect(await idempotency.once(attempt('{"other":1}'), async () => done)).to.include({ replayed: false })
    pass(3_600_001)
    await idempotency.clear()
    expect(await store.count(idempotencyKeys, {})).to.equal(0)
  })

  it('belongs to one person and one address', async () => {
    const { idempotency } = await keys()
    await idempotency.once(attempt('{}'), async () => done)
    for (const other of [{ actor: 'somebody' }, { path: '/api/v1/notes/n-1' }]) {
      const answer = await idempotency.once({ ...attempt('{"a":1}'), ...other }, async () => done)
      expect(answer.replayed).to.equal(false)
    }
  })

  it('leaves the cause as it is when the work fails for want of an engine', async () => {
    const { idempotency, store } = await keys()
    const away = new Unavailable('sqlite')
    const failed = await idempotency
      .once(attempt('{}'), () => Promise.reject(away))
      .catch((error: unknown) => error)
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

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise(setImmediate)
}
