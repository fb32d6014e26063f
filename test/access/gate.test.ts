import { expect } from 'chai'
import Joi from 'joi'
import type { Actor } from '../../src/platform/actor.js'
import { type Route, route } from '../../src/platform/http/route.js'
import { unitOfWork } from '../../src/platform/records/index.js'
import { onEachStore } from '../each-store.js'
import { community } from '../feature-services.js'
import { serve, testApp } from '../http-client.js'
import { anAccount, bearer, browser, person, scopes } from '../signed-in.js'
import { type AccessWorld, accessWorld, hour } from './world.js'

const text = { zh: '试', en: 'try' }

/** A route for each permission, as that it says who asked. */
function routes(seen: Actor[]): Route[] {
  const line = (method: 'get' | 'post', name: string, permission: string) =>
    route(
      {
        method,
        path: `/${name}`,
        operationId: name,
        summary: text,
        tag: 'tests',
        permission,
        answers: { 200: { description: text, schema: Joi.object() } },
      },
      ({ actor }) => {
        seen.push(actor)
        return { body: {} }
      },
    )
  return [
    line('get', 'read', 'needs.read'),
    line('post', 'write', 'needs.write'),
    line('get', 'mine', 'session.own'),
    line('post', 'free', 'public'),
  ]
}

async function served(world: AccessWorld) {
  const seen: Actor[] = []
  const http = await serve(testApp({ routes: routes(seen), gate: world.access.gate }))
  return { http, seen }
}

const read = '/api/v1/read'
const write = '/api/v1/write'

onEachStore('the gate', (engine) => {
  it('asks who has not signed in to do so, in both languages, and takes everybody where that is not needed', async () => {
    const { http, seen } = await served(await accessWorld(engine))
    const zh = await http.refused(read)
    const en = await http.refused(read, { headers: { 'accept-language': 'en' } })
    expect([zh.status, zh.body.title, en.body.title]).to.deep.equal([401, '请先登录', 'Sign in first'])
    expect(zh.headers.get('www-authenticate')).to.equal('Bearer realm="duijie"')
    expect((await http.ask('/api/v1/free', { method: 'POST' })).status).to.equal(200)
    expect(seen).to.deep.equal([{ id: 'visitor', role: 'visitor' }])
  })

  it('knows a person by the session, with role and scope', async () => {
    const world = await accessWorld(engine)
    const { http, seen } = await served(world)
    const { account, headers } = await person(world, scopes.committee)
    expect((await http.ask(read, { headers })).status).to.equal(200)
    expect(seen[0]).to.deep.include({ id: account.id, role: 'committee', region: community })
  })

  it('refuses what the role may not do, and says 403 to those it knows', async () => {
    const world = await accessWorld(engine)
    const { http } = await served(world)
    const { headers } = await person(world, scopes.auditor)
    expect((await http.refused(read, { headers })).status).to.equal(403)
    expect((await http.ask('/api/v1/mine', { headers })).status).to.equal(200)
  })

  it('lets a session change things with its own CSRF token only, and never from another site', async () => {
    const world = await accessWorld(engine)
    const { http } = await served(world)
    const { account, headers } = await person(world)
    const { cookie = '', 'x-csrf-token': token = '' } = headers
    const other = await browser(world, account)
    const status = async (more: Record<string, string>) =>
      (await http.ask(write, { method: 'POST', headers: { cookie, ...more } })).status
    expect(await status({ 'x-csrf-token': token })).to.equal(200)
    expect(await status({})).to.equal(403)
    expect(await status({ 'x-csrf-token': `${token}x` })).to.equal(403)
    expect(await status({ 'x-csrf-token': other['x-csrf-token'] ?? '' })).to.equal(403)
    for (const site of ['cross-site', 'same-site'])
      expect(await status({ 'x-csrf-token': token, 'sec-fetch-site': site })).to.equal(403)
    expect(await status({ 'x-csrf-token': token, origin: 'https://evil.example' })).to.equal(403)
    expect(await status({ 'x-csrf-token': token, origin: http.url })).to.equal(200)
    expect(await status({ 'x-csrf-token': token, 'sec-fetch-site': 'same-origin' })).to.equal(200)
    expect((await http.ask(read, { headers: { cookie } })).status, 'reading needs none').to.equal(200)
    const problem = await http.refused(write, { method: 'POST', headers: { cookie } })
    expect(problem.body.type).to.equal('/problems/csrf.missing')
  })

  it('refuses a session that was ended at once, and all of an account at once', async () => {
    const world = await accessWorld(engine)
    const { http, seen } = await served(world)
    const { account, headers } = await person(world)
    const others = [await browser(world, account), await browser(world, account)]
    for (const one of [headers, ...others])
      expect((await http.ask(read, { headers: one })).status).to.equal(200)
    const actor = seen[0] as Actor & { session: string }
    await world.access.sessions.endOthers(actor)
    expect((await http.ask(read, { headers })).status).to.equal(200)
    for (const one of others) expect((await http.ask(read, { headers: one })).status).to.equal(401)
    await world.access.sessions.end(actor, actor.session)
    expect((await http.ask(read, { headers })).status).to.equal(401)
  })

  it('lets a session end when it is not used for two hours, and after twelve in any case', async () => {
    const world = await accessWorld(engine)
    const { http } = await served(world)
    const { headers } = await person(world)
    const idle = (await person(world)).headers
    for (let at = 0; at < 11; at++) {
      world.advance(hour)
      expect((await http.ask(read, { headers })).status, `after ${at + 1} h`).to.equal(200)
    }
    world.advance(hour)
    expect((await http.ask(read, { headers })).status).to.equal(401)
    expect((await http.ask(read, { headers: idle })).status).to.equal(401)
  })

  it('keeps no more than twenty sessions of an account', async () => {
    const world = await accessWorld(engine)
    const account = await anAccount(world, scopes.district)
    for (let at = 0; at < 23; at++) {
      world.advance(1)
      await browser(world, account)
    }
    expect(await world.access.sessions.list(account.id)).to.have.length(20)
  })

  it('begins no session for an account that was changed meanwhile', async () => {
    const world = await accessWorld(engine)
    const account = await anAccount(world, scopes.district)
    const begun = unitOfWork(
      { ...world, onCommitted: () => {} },
      { id: account.id, role: 'district' },
      (unit) => world.access.sessions.begin(unit, { ...account, revision: 7 }, 'password', '?'),
    )
    expect(await begun.then(() => 'begun', String)).to.include('signIn.failed')
  })

  it('knows a machine by its token, which does what it is for and asks for no CSRF token', async () => {
    const world = await accessWorld(engine)
    const { http, seen } = await served(world)
    const headers = await bearer(world, scopes.street)
    expect(headers.authorization).to.match(/^Bearer dj_k-[0-9a-z]{20}_[\w-]{43}$/)
    expect((await http.ask(write, { method: 'POST', headers })).status).to.equal(200)
    expect(seen[0]).to.deep.include(scopes.street)
    expect((await http.refused('/api/v1/mine', { headers })).status, 'matters of people').to.equal(403)
  })

  it('refuses wrong, cut and foreign tokens, and cookies that came twice', async () => {
    const world = await accessWorld(engine)
    const { http } = await served(world)
    const { authorization = '' } = await bearer(world)
    const { cookie = '' } = (await person(world)).headers
    const wrong = [
      { authorization: `${authorization.slice(0, -1)}${authorization.endsWith('A') ? 'B' : 'A'}` },
      { authorization: authorization.slice(0, -1) },
      { authorization: 'Bearer dj_k-00000000000000000000_' },
      { authorization: 'Bearer' },
      { authorization: 'Basic YTpi' },
      { authorization: `Bearer ${cookie.replace('duijie_session=', 'dj_')}` },
      { cookie: `${cookie}; duijie_session=other` },
      { cookie: cookie.slice(0, -2) },
      { cookie: 'duijie_session=' },
    ]
    for (const headers of wrong) expect((await http.refused(read, { headers })).status).to.equal(401)
  })
})
