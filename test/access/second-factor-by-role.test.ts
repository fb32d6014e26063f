import { expect } from 'chai'
import { accountRoles } from '../../src/access/index.js'
import { accessRoutes } from '../../src/access/routes.js'
import { hotp, stepAt } from '../../src/access/second-factor/totp.js'
import { sessionsCollection } from '../../src/access/sessions/collection.js'
import { settings } from '../../src/config.js'
import { systemActor } from '../../src/platform/actor.js'
import type { Exchange } from '../../src/platform/http/exchange.js'
import { onEachStore } from '../each-store.js'
import { serve, testApp } from '../http-client.js'
import { bearer, headersOf, scopes } from '../signed-in.js'
import { bytesOf } from './base32.js'
import { accessWorld } from './world.js'

const good = '梧桐树下的第三盏灯笼亮了'
const needed = [403, '/problems/secondFactor.needed']

onEachStore('a second factor that a role needs', (engine) => {
  async function world() {
    const made = await accessWorld(engine, { secondFactorRoles: ['district', 'admin'] })
    const { access, clock } = made
    const http = await serve(testApp({ routes: accessRoutes(access), gate: access.gate }))
    /** Somebody of a role who has signed in. */
    const signedIn = async (role: 'district' | 'street', more = {}) => {
      const signInName = `li.${role}`
      await access.accounts
        .create({ ...scopes[role], name: '李娜', signInName }, systemActor('cli'), good)
        .catch(() => undefined)
      const asked = { json: { name: signInName, password: good, ...more } }
      return http.with(headersOf(await http.ask<{ csrfToken: string }>('/api/v1/session', asked)))
    }
    const who = async (own: Awaited<ReturnType<typeof signedIn>>) =>
      (await own.ask<{ secondFactor: boolean; secondFactorNeeded: boolean }>('/api/v1/session')).body
    const codeOf = (secret: string) => hotp(bytesOf(secret), stepAt(clock.now()))
    const refusal = async (own: Awaited<ReturnType<typeof signedIn>>) => {
      const { status, body } = await own.refused('/api/v1/accounts')
      return [status, body.type]
    }
    return { ...made, http, signedIn, who, codeOf, refusal }
  }

  it('is asked for before anything else, and lets everything through as soon as it is on', async () => {
    const { signedIn, who, codeOf, refusal, advance } = await world()
    const own = await signedIn('district')
    expect(await who(own)).to.include({ secondFactor: false, secondFactorNeeded: true })
    expect(await refusal(own)).to.deep.equal(needed)
    const { secret } = (await own.ask<{ secret: string }>('/api/v1/session/totp', { method: 'POST' })).body
    expect(await refusal(own), 'begun is not on').to.deep.equal(needed)
    const confirmed = await own.ask('/api/v1/session/totp/confirm', { json: { code: codeOf(secret) } })
    expect(confirmed.status).to.equal(200)
    expect((await own.ask('/api/v1/accounts')).status, 'at once').to.equal(200)
    expect(await who(own)).to.include({ secondFactor: true, secondFactorNeeded: false })
    advance(30_000)
    const again = await signedIn('district', { code: codeOf(secret) })
    expect((await again.ask('/api/v1/accounts')).status).to.equal(200)
    expect((await own.ask('/api/v1/session/totp/remove', { json: { password: good } })).status).to.equal(204)
    expect(await refusal(own), 'turned off, it has to be turned on anew').to.deep.equal(needed)
  })

  it('is not asked of other roles, of machines, nor of whoever signs in at the district’s own system', async () => {
    const { signedIn, who, store, access, clock, ids, advance, refusal } = await world()
    const other = await signedIn('street')
    expect((await other.ask('/api/v1/accounts')).status).to.equal(200)
    expect(await who(other)).to.include({ secondFactorNeeded: false })
    const { authorization } = await bearer({ store, access, clock, ids })
    const machine = { request: { method: 'GET', headers: { authorization } } } as unknown as Exchange
    expect(await access.gate.admit(machine, 'needs.read')).to.include({ role: 'district' })
    const own = await signedIn('district')
    expect(await refusal(own)).to.deep.equal(needed)
    const sessions = await store.find(sessionsCollection, {})
    await store.replaceMany(
      sessionsCollection,
      sessions.map((session) => ({ ...session, way: 'openid' as const })),
    )
    advance(3_000)
    expect((await own.ask('/api/v1/accounts')).status).to.equal(200)
    expect(await who(own)).to.include({ secondFactor: false, secondFactorNeeded: false })
  })

  it('is not needed where no role was named', async () => {
    const { access } = await accessWorld(engine)
    const http = await serve(testApp({ routes: accessRoutes(access), gate: access.gate }))
    await access.accounts.create(
      { ...scopes.admin, name: '李娜', signInName: 'li.na' },
      systemActor('cli'),
      good,
    )
    const asked = { json: { name: 'li.na', password: good } }
    const own = http.with(headersOf(await http.ask<{ csrfToken: string }>('/api/v1/session', asked)))
    expect((await own.ask('/api/v1/accounts')).status).to.equal(200)
  })
})

describe('the roles that may need a second factor', () => {
  it('are those that accounts have', () => {
    expect(settings.secondFactorRoles.allowed.split(',')).to.deep.equal([...accountRoles])
    const { schema } = settings.secondFactorRoles
    for (const value of ['admin', 'admin,district', accountRoles.join(',')])
      expect(schema.validate(value).error, value).to.equal(undefined)
    for (const value of ['admin,', 'boss', 'admin,,street', 'admins'])
      expect(schema.validate(value).error, value).to.not.equal(undefined)
  })
})
