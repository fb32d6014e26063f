import { expect } from 'chai'
import { openidFlows } from '../../src/access/openid/collection.js'
import { accessRoutes } from '../../src/access/routes.js'
import { sessionsCollection } from '../../src/access/sessions/collection.js'
import { listen } from '../../src/platform/http/listen.js'
import { auditTrail } from '../../src/platform/records/index.js'
import { onEachStore } from '../each-store.js'
import { HttpClient, testApp } from '../http-client.js'
import { onCleanup } from '../setup.js'
import { anAccount, person, scopes } from '../signed-in.js'
import { client, freeAddress, IssuerBrowser, startIssuer } from './issuer.js'
import { accessWorld } from './world.js'

onEachStore('sign-in through the district’s own system', function (engine) {
  this.timeout(120_000)

  async function district() {
    const publicUrl = await freeAddress()
    const issuer = await startIssuer(`${publicUrl}/api/v1/oidc/callback`)
    const world = await accessWorld(engine, {
      publicUrl,
      openid: { issuer, clientId: client.id, clientSecret: client.secret },
    })
    // The issuer judges by the real time, and so does whoever reads its answers.
    world.advance(Date.now() - world.clock.now().getTime())
    const app = testApp({ routes: accessRoutes(world.access), gate: world.access.gate })
    const listening = await listen(app, { host: '127.0.0.1', port: Number(new URL(publicUrl).port) })
    onCleanup(() => listening.stop())
    const http = new HttpClient(publicUrl, listening)

    /** Goes there with what `start` answered and comes back with the browser's cookie. */
    const goAndReturn = async (
      url: string,
      cookies: string[],
      subject: string,
      browser = new IssuerBrowser(),
    ) => {
      const back = await browser.signIn(url, subject)
      const cookie = cookies.map((line) => line.split(';')[0]).join('; ')
      return { path: back.pathname + back.search, cookie }
    }
    const start = async (subject: string, browser?: IssuerBrowser) => {
      const { status, headers } = await http.ask('/api/v1/oidc/start')
      expect(status).to.equal(302)
      return goAndReturn(headers.get('location') ?? '', headers.getSetCookie(), subject, browser)
    }
    const finish = async ({ path, cookie }: { path: string; cookie: string }) => {
      const { status, headers } = await http.ask(path, { headers: { cookie } })
      const session = headers.getSetCookie().find((line) => line.startsWith('duijie_session='))
      return { status, location: headers.get('location'), session: session?.split(';')[0] }
    }
    return { publicUrl, world, http, goAndReturn, start, finish }
  }

  it('makes no account for whoever comes along', async () => {
    const { world, start, finish } = await district()
    expect(await finish(await start('stranger'))).to.deep.equal({
      status: 303,
      location: '/?signIn=failed',
      session: undefined,
    })
    expect(await world.store.find(world.accounts, {})).to.deep.equal([])
    const trail = await world.store.find(auditTrail, { kind: 'session' })
    expect(trail.map(({ action, subjects }) => [action, subjects])).to.deep.equal([['session.refused', []]])
  })

  it('accepts an invitation, and from then on knows the person by issuer and subject', async () => {
    const { world, http, goAndReturn, start, finish } = await district()
    const admin = http.with((await person(world, scopes.admin)).headers)
    const invited = await admin.ask<{ token: string }>('/api/v1/invitations', {
      json: { ...scopes.committee, name: '周敏' },
    })
    const json = { invitation: invited.body.token }
    const asked = await http.ask<{ url: string }>('/api/v1/oidc/start', { json })
    expect(asked.status, asked.text).to.equal(200)
    const kept = JSON.stringify(await world.store.find(openidFlows, {}))
    expect(kept).not.to.include(invited.body.token.slice(-43))
    const first = await finish(await goAndReturn(asked.body.url, asked.headers.getSetCookie(), 'zhou-0001'))
    expect(first.location).to.equal('/')
    const who = await http.ask<{ account: { id: string } }>('/api/v1/session', {
      headers: { cookie: first.session ?? '' },
    })
    expect(who.body.account).to.deep.include({ ...scopes.committee, name: '周敏' })

    const again = await finish(await start('zhou-0001'))
    const same = await http.ask<{ account: { id: string } }>('/api/v1/session', {
      headers: { cookie: again.session ?? '' },
    })
    expect(same.body.account.id).to.equal(who.body.account.id)
    expect((await finish(await start('zhou-0002'))).session).to.equal(undefined)
    expect((await http.refused('/api/v1/oidc/start', { json })).status, 'used').to.equal(404)
  })

  it('signs in an account that an administrator has tied to a person there, and not when it is suspended', async () => {
    const { world, http, start, finish } = await district()
    const account = await anAccount(world, scopes.street, { mustChangePassword: true })
    const admin = http.with((await person(world, scopes.admin)).headers)
    const tie = (id: string) => admin.ask(`/api/v1/accounts/${id}/openid`, { json: { subject: 'liu-7' } })
    expect((await tie(account.id)).status).to.equal(204)
    expect((await tie((await anAccount(world, scopes.street)).id)).status, 'one account each').to.equal(409)
    const { session } = await finish(await start('liu-7'))
    const own = http.with({ cookie: session ?? '' })
    expect((await own.ask('/api/v1/sessions')).status).to.equal(200)
    const now = await world.store.get(world.accounts, account.id)
    await admin.ask(`/api/v1/accounts/${account.id}/suspend`, {
      json: { reason: '已离职' },
      headers: { 'if-match': `"${now?.revision}"` },
    })
    expect((await own.refused('/api/v1/sessions')).status).to.equal(401)
    expect((await finish(await start('liu-7'))).session).to.equal(undefined)
  })

  it('signs out there too, with a token that is kept encrypted and goes with the session', async () => {
    const { publicUrl, world, http, start, finish } = await district()
    const account = await anAccount(world, scopes.street)
    const admin = http.with((await person(world, scopes.admin)).headers)
    await admin.ask(`/api/v1/accounts/${account.id}/openid`, { json: { subject: 'liu-7' } })
    const browser = new IssuerBrowser()
    const { session } = await finish(await start('liu-7', browser))
    const cookie = { cookie: session ?? '' }
    const [kept] = await world.store.find(sessionsCollection, { account: account.id })
    expect(kept?.idToken)
      .to.be.a('string')
      .and.not.match(/^eyJ|\.eyJ/)
    expect(await finish(await start('anybody', browser)), 'known there').to.have.property('location', '/')
    const who = await http.ask<{ csrfToken: string }>('/api/v1/session', { headers: cookie })
    expect(who.text).not.to.include('idToken')
    const { status, body, headers } = await http.ask<{ signOutAt: string }>('/api/v1/session', {
      method: 'DELETE',
      headers: { ...cookie, 'x-csrf-token': who.body.csrfToken },
    })
    expect([status, headers.get('cache-control')]).to.deep.equal([200, 'no-store'])
    expect(headers.get('set-cookie')).to.include('Max-Age=0')
    expect(await browser.signOut(body.signOutAt)).to.equal(`${publicUrl}/sign-in`)
    expect((await http.refused('/api/v1/session', { headers: cookie })).status).to.equal(401)
    const next = await finish(await start('anybody', browser))
    expect(next.location, 'known there no more').to.equal('/?signIn=failed')
  })

  it('believes only the browser that began, once, within ten minutes, with the code that was given out', async () => {
    const { world, http, start, finish } = await district()
    const account = await anAccount(world, scopes.street)
    const admin = http.with((await person(world, scopes.admin)).headers)
    await admin.ask(`/api/v1/accounts/${account.id}/openid`, { json: { subject: 'liu-7' } })

    const victim = await start('liu-7')
    expect((await finish({ ...victim, cookie: '' })).session, 'without the cookie').to.equal(undefined)
    const attacker = await start('liu-7')
    expect((await finish({ ...victim, cookie: attacker.cookie })).session, 'of another').to.equal(undefined)
    expect((await finish(victim)).session).to.be.a('string')
    expect((await finish(victim)).session, 'twice').to.equal(undefined)
    const forged = attacker.path.replace(/code=[^&]+/, 'code=forged')
    expect((await finish({ ...attacker, path: forged })).session, 'another code').to.equal(undefined)
    const late = await start('liu-7')
    world.advance(10 * 60_000)
    expect((await finish(late)).session, 'too late').to.equal(undefined)
  })

  it('answers 503 while the issuer is away', async () => {
    const publicUrl = await freeAddress()
    const world = await accessWorld(engine, {
      publicUrl,
      openid: { issuer: await freeAddress(), clientId: 'duijie', clientSecret: undefined },
    })
    const error = await world.access.openid?.start().catch(String)
    expect(error).to.include('openid is not available')
  })
})
