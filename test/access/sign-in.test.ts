import { expect } from 'chai'
import type { AccountChange } from '../../src/access/accounts/accounts.js'
import { accountsCollection } from '../../src/access/accounts/collection.js'
import { accessRoutes } from '../../src/access/routes.js'
import { hotp, stepAt } from '../../src/access/second-factor/totp.js'
import { sessionsCollection } from '../../src/access/sessions/collection.js'
import { systemActor } from '../../src/platform/actor.js'
import { auditTrail } from '../../src/platform/records/index.js'
import { onEachStore } from '../each-store.js'
import { type HttpClient, type Reply, serve, testApp } from '../http-client.js'
import { type Headers, headersOf, person, scopes } from '../signed-in.js'
import { bytesOf } from './base32.js'
import { type AccessWorld, accessWorld } from './world.js'

const good = '梧桐树下的第三盏灯笼亮了'
const other = '江边的早班船总是晚到一刻钟'
const cli = systemActor('cli')

interface Begun {
  readonly csrfToken: string
}

async function served(world: AccessWorld): Promise<HttpClient> {
  return serve(testApp({ routes: accessRoutes(world.access), gate: world.access.gate }))
}

const li: AccountChange & { signInName: string } = { ...scopes.district, name: '李娜', signInName: 'li.na' }

function signIn(http: HttpClient, password: string, more: object = {}): Promise<Reply<Begun>> {
  return http.ask<Begun>('/api/v1/session', { json: { name: 'Li.Na', password, ...more } })
}

onEachStore('signing in', (engine) => {
  it('takes name and password, in either case of the name, and says who one is', async () => {
    const world = await accessWorld(engine)
    const http = await served(world)
    const { account } = await world.access.accounts.create(li, cli, good)
    const reply = await signIn(http, good)
    expect(reply.status).to.equal(200)
    const cookie = reply.headers.get('set-cookie') ?? ''
    expect(cookie).to.match(/^duijie_session=[^;]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200$/)
    expect(reply.headers.get('cache-control')).to.equal('no-store')
    const who = await http.ask<{ csrfToken: string }>('/api/v1/session', { headers: headersOf(reply) })
    expect(who.body).to.deep.include({ secondFactor: false, csrfToken: reply.body.csrfToken })
    expect(who.body).to.have.nested.property('account.id', account.id)
    expect(who.body)
      .to.have.property('permissions')
      .that.includes('needs.read')
      .and.not.includes('operations.read')
    expect(who.text).not.to.include('argon2')
    expect((await http.refused('/api/v1/session')).status).to.equal(401)
  })

  it('sets cookies that travel encrypted only where people reach it by HTTPS', async () => {
    const world = await accessWorld(engine, { publicUrl: 'https://duijie.example.cn' })
    const http = await served(world)
    await world.access.accounts.create(li, cli, good)
    expect((await signIn(http, good)).headers.get('set-cookie')).to.match(
      /^__Host-duijie=[^;]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200; Secure$/,
    )
  })

  it('answers a name that nobody has, a wrong password and a suspended account alike, byte by byte', async () => {
    const world = await accessWorld(engine)
    const http = await served(world)
    const { account } = await world.access.accounts.create(li, cli, good)
    const headers = { 'x-request-id': 'the-same-request' }
    const ask = (name: string, password: string) =>
      http.refused('/api/v1/session', { json: { name, password }, headers })
    const wrong = await ask('li.na', other)
    const nobody = await ask('nobody', other)
    await world.access.accounts.suspend(account.id, 1, '已离职', cli)
    const suspended = await ask('li.na', good)
    expect(wrong.status).to.equal(401)
    for (const answer of [nobody, suspended]) {
      expect([answer.status, answer.text]).to.deep.equal([wrong.status, wrong.text])
      expect([...answer.headers.keys()]).to.deep.equal([...wrong.headers.keys()])
    }
    const trail = await world.store.find(auditTrail, { kind: 'session' })
    // The clock stands, so their order is by chance.
    expect(trail.map(({ action, subjects }) => `${action} ${subjects}`)).to.have.members([
      `session.refused ${account.id}`,
      'session.refused ',
      `session.refused ${account.id}`,
    ])
    expect(JSON.stringify(trail)).not.to.include('li.na')
  })

  it('makes those wait who guess, known name or not, and lets an administrator end that', async () => {
    const world = await accessWorld(engine)
    const http = await served(world)
    const { account } = await world.access.accounts.create(li, cli, good)
    const statuses: Record<string, number[]> = {}
    for (const name of ['li.na', 'nobody'])
      for (let at = 0; at < 7; at++) {
        const reply = await http.refused('/api/v1/session', { json: { name, password: other } })
        statuses[name] = [...(statuses[name] ?? []), reply.status]
        if (reply.status === 429) expect(reply.headers.get('retry-after')).to.equal('1')
      }
    expect(statuses['li.na']).to.deep.equal([401, 401, 401, 401, 401, 401, 429])
    expect(statuses.nobody).to.deep.equal(statuses['li.na'])
    expect((await signIn(http, good)).status, 'the right password waits too').to.equal(429)
    const { headers } = await person(world, scopes.admin)
    const unlocked = await http.ask(`/api/v1/accounts/${account.id}/unlock`, { method: 'POST', headers })
    expect(unlocked.status, unlocked.text).to.equal(204)
    expect((await signIn(http, good)).status).to.equal(200)
  })

  it('begins a session of its own each time: what a browser brought along never becomes one', async () => {
    const world = await accessWorld(engine)
    const http = await served(world)
    await world.access.accounts.create(li, cli, good)
    const brought = 'duijie_session=s-01k8f3q2t8x7m4c9e2p0_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
    const fixed = http.with({ cookie: brought })
    const first = headersOf(await signIn(fixed, good))
    const second = headersOf(await signIn(http.with(first), good))
    expect(new Set([brought, first.cookie, second.cookie])).to.have.property('size', 3)
    expect((await http.refused('/api/v1/session', { headers: { cookie: brought } })).status).to.equal(401)
    const kept = JSON.stringify(await world.store.find(sessionsCollection, {}))
    for (const { cookie = '' } of [first, second]) expect(kept).not.to.include(cookie.slice(-43))
  })

  it('lists one’s sessions coarsely, ends one, the others, or this one', async () => {
    const world = await accessWorld(engine)
    const http = await served(world)
    await world.access.accounts.create(li, cli, good)
    const agent =
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0.0.0 Safari/537.36'
    const browsers: Headers[] = []
    for (let at = 0; at < 4; at++) {
      world.advance(1000)
      browsers.push(headersOf(await signIn(http.with({ 'user-agent': agent }), good)))
    }
    const [own, one, ...others] = browsers.map((headers) => http.with(headers)) as [
      HttpClient,
      HttpClient,
      ...HttpClient[],
    ]
    interface Listed {
      readonly items: readonly { id: string; device: string; isThis: boolean }[]
    }
    const { body, text } = await own.ask<Listed>('/api/v1/sessions')
    expect(body.items.map(({ isThis }) => isThis)).to.deep.equal([false, false, false, true])
    expect(body.items[0]?.device).to.equal('Chrome, Windows')
    expect(text).not.to.match(/hash|126\.0/)
    const ended = await own.ask(`/api/v1/sessions/${body.items[2]?.id}`, { method: 'DELETE' })
    expect(ended.status).to.equal(204)
    expect((await one.refused('/api/v1/session')).status).to.equal(401)
    expect((await own.ask('/api/v1/sessions', { method: 'DELETE' })).status).to.equal(204)
    for (const client of others) expect((await client.refused('/api/v1/session')).status).to.equal(401)
    const out = await own.ask('/api/v1/session', { method: 'DELETE' })
    expect([out.status, out.headers.get('set-cookie')]).to.deep.equal([
      204,
      'duijie_session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0',
    ])
    expect(out.headers.get('clear-site-data'), 'on a shared computer').to.equal('"cache", "storage"')
    expect((await own.refused('/api/v1/session')).status).to.equal(401)
  })

  it('ends nobody else’s session', async () => {
    const world = await accessWorld(engine)
    const http = await served(world)
    const [mine, theirs] = [await person(world), await person(world)]
    const [session] = await world.access.sessions.list(theirs.account.id)
    const path = `/api/v1/sessions/${session?.id}`
    const unknown = '/api/v1/sessions/s-00000000000000000000'
    const [real, none] = [path, unknown].map((at) =>
      http.refused(at, { method: 'DELETE', headers: mine.headers }),
    )
    expect([(await real)?.status, (await none)?.status]).to.deep.equal([404, 404])
  })
})

onEachStore('a first password', (engine) => {
  it('has to be changed: nothing else works before, and all sessions end with it', async () => {
    const world = await accessWorld(engine)
    const http = await served(world)
    const { password } = await world.access.accounts.create(li, cli)
    expect(password).to.match(/^([2-9a-z]{4}-){3}[2-9a-z]{4}$/)
    const [first, elsewhere] = [
      headersOf(await signIn(http, password)),
      headersOf(await signIn(http, password)),
    ]
    const own = http.with(first)
    for (const path of ['/api/v1/sessions', '/api/v1/accounts', '/api/v1/tokens']) {
      const refused = await own.refused(path)
      expect([refused.status, refused.body.type]).to.deep.equal([403, '/problems/password.change'])
    }
    expect((await own.ask<object>('/api/v1/session')).body).to.have.nested.property(
      'account.mustChangePassword',
      true,
    )

    const change = (json: object) => own.ask<Begun>('/api/v1/password', { json })
    expect((await change({ old: other, password: good })).status).to.equal(401)
    expect((await change({ old: password, password })).status).to.equal(422)
    const weak = await own.refused('/api/v1/password', { json: { old: password, password: 'woaini1314520' } })
    expect(weak.body.errors?.[0]?.code).to.equal('password.common')
    const changed = await change({ old: password, password: good })
    expect(changed.status, changed.text).to.equal(200)
    for (const old of [first, elsewhere])
      expect((await http.refused('/api/v1/session', { headers: old })).status).to.equal(401)
    const next = http.with(headersOf(changed))
    expect((await next.ask('/api/v1/sessions')).status).to.equal(200)
    expect((await signIn(http, password)).status).to.equal(401)
    expect((await signIn(http, good)).status).to.equal(200)
  })
})

onEachStore('a second factor', (engine) => {
  async function enrolled() {
    const world = await accessWorld(engine)
    const http = await served(world)
    const { account } = await world.access.accounts.create(li, cli, good)
    const own = http.with(headersOf(await signIn(http, good)))
    const { secret } = (await own.ask<{ secret: string }>('/api/v1/session/totp', { method: 'POST' })).body
    const codeNow = () => hotp(bytesOf(secret), stepAt(world.clock.now()))
    return { world, http, own, account, codeNow }
  }

  it('is asked for once its first code was right, and each code works once', async () => {
    const { world, http, own, codeNow } = await enrolled()
    expect((await signIn(http, good)).status, 'not on yet').to.equal(200)
    const wrong = await own.refused('/api/v1/session/totp/confirm', { json: { code: '000000' } })
    expect(wrong.body.errors?.[0]?.code).to.equal('secondFactor.code')
    const confirmed = await own.ask<{ recoveryCodes: string[] }>('/api/v1/session/totp/confirm', {
      json: { code: codeNow() },
    })
    expect(confirmed.body.recoveryCodes).to.have.length(10)

    const without = await http.refused('/api/v1/session', { json: { name: 'li.na', password: good } })
    expect([without.status, without.body.type]).to.deep.equal([401, '/problems/signIn.secondFactor'])
    expect((await signIn(http, good, { code: codeNow() })).status, 'used to confirm').to.equal(401)
    world.advance(30_000)
    const used = codeNow()
    expect((await signIn(http, other, { code: used })).status, 'a wrong password spends no code').to.equal(
      401,
    )
    const both = await Promise.all([signIn(http, good, { code: used }), signIn(http, good, { code: used })])
    expect(both.map(({ status }) => status).sort()).to.deep.equal([200, 401])
  })

  it('says nothing of itself to whoever has not got the password', async () => {
    const { http, own, codeNow } = await enrolled()
    await own.ask('/api/v1/session/totp/confirm', { json: { code: codeNow() } })
    const asked = { json: { name: 'li.na', password: other } }
    expect((await http.refused('/api/v1/session', asked)).body.type).to.equal('/problems/signIn.failed')
  })

  it('may be replaced by a recovery code, once', async () => {
    const { http, own, codeNow } = await enrolled()
    const { body } = await own.ask<{ recoveryCodes: string[] }>('/api/v1/session/totp/confirm', {
      json: { code: codeNow() },
    })
    const [code] = body.recoveryCodes
    expect((await signIn(http, good, { code })).status).to.equal(200)
    expect((await signIn(http, good, { code })).status).to.equal(401)
  })

  it('is kept encrypted, and turned off by the password or an administrator', async () => {
    const { world, http, own, account, codeNow } = await enrolled()
    await own.ask('/api/v1/session/totp/confirm', { json: { code: codeNow() } })
    const remove = (password: string) => own.ask('/api/v1/session/totp/remove', { json: { password } })
    expect((await remove(other)).status).to.equal(401)
    expect((await remove(good)).status).to.equal(204)
    expect((await signIn(http, good)).status).to.equal(200)

    await own.ask('/api/v1/session/totp', { method: 'POST' })
    const { headers } = await person(world, scopes.admin)
    const now = await world.store.get(accountsCollection, account.id)
    const reset = await http.ask(`/api/v1/accounts/${account.id}/reset-second-factor`, {
      method: 'POST',
      headers: { ...headers, 'if-match': `"${now?.revision}"` },
    })
    expect(reset.status, reset.text).to.equal(200)
    expect((await own.refused('/api/v1/session')).status, 'sessions end').to.equal(401)
  })
})
