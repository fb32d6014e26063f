import { expect } from 'chai'
import type { AccessScope, Account } from '../../src/access/accounts/model.js'
import { accessRoutes } from '../../src/access/routes.js'
import { auditTrail, events } from '../../src/platform/records/index.js'
import { onEachStore } from '../each-store.js'
import { community, elsewhere, nextCommunity, street } from '../feature-services.js'
import { type HttpClient, serve, testApp } from '../http-client.js'
import { anAccount, bearer, person, scopes } from '../signed-in.js'
import { type AccessWorld, accessWorld, creditCode, organization } from './world.js'

interface Invited {
  readonly id: string
  readonly token: string
  readonly link?: string
}
interface Listed<T> {
  readonly items: readonly T[]
}

const good = '梧桐树下的第三盏灯笼亮了'

async function served(world: AccessWorld) {
  const http = await serve(testApp({ routes: accessRoutes(world.access), gate: world.access.gate }))
  const as = async (scope: AccessScope): Promise<HttpClient> =>
    http.with((await person(world, scope)).headers)
  return { http, as }
}

const committee = { role: 'committee', region: community, name: '周敏' }

function accept(http: HttpClient, token: string, signInName = 'zhou.min') {
  return http.ask('/api/v1/invitations/accept', { json: { token, signInName, password: good } })
}

onEachStore('an invitation', (engine) => {
  it('makes one account, once, which signs in', async () => {
    const world = await accessWorld(engine, { publicUrl: 'http://duijie.example.cn' })
    const { http, as } = await served(world)
    const made = await (await as(scopes.admin)).ask<Invited>('/api/v1/invitations', { json: committee })
    expect(made.status, made.text).to.equal(201)
    const { token, link } = made.body
    expect(token).to.match(/^dji_i-[0-9a-z]{20}_[\w-]{43}$/)
    expect(link).to.equal(`http://duijie.example.cn/invitation#${token}`)
    expect(JSON.stringify(await world.store.find(world.invitations, {}))).not.to.include(token.slice(-43))

    const looked = await http.ask('/api/v1/invitations/look', { json: { token } })
    expect(looked.body).to.deep.include(committee)
    const both = await Promise.all([accept(http, token), accept(http, token, 'zhou.min.2')])
    expect(both.map(({ status }) => status).sort()).to.satisfy(
      ([first, second]: number[]) => first === 201 && second !== undefined && second >= 400,
    )
    expect((await accept(http, token, 'somebody')).status, 'used').to.equal(404)
    expect(await world.store.find(world.accounts, { role: 'committee' })).to.have.length(1)
    const winner = both.findIndex(({ status }) => status === 201) === 0 ? 'zhou.min' : 'zhou.min.2'
    const signedIn = await http.ask('/api/v1/session', { json: { name: winner, password: good } })
    expect(signedIn.status).to.equal(200)
  })

  it('asks for a good password, and for a name that nobody has', async () => {
    const world = await accessWorld(engine)
    const { http, as } = await served(world)
    await anAccount(world, scopes.auditor, { signInName: 'taken' })
    const { body } = await (await as(scopes.admin)).ask<Invited>('/api/v1/invitations', { json: committee })
    const weak = { token: body.token, signInName: 'zhou.min', password: 'zhou.min12345' }
    expect((await http.ask('/api/v1/invitations/accept', { json: weak })).status).to.equal(422)
    expect((await accept(http, body.token, 'TAKEN')).status).to.equal(409)
    expect((await accept(http, body.token, 'free')).status, 'it is still good').to.equal(201)
  })

  it('ends after a week, by withdrawal, and with the rights of its maker', async () => {
    const world = await accessWorld(engine)
    const { http, as } = await served(world)
    const admin = await as(scopes.admin)
    const maker = await person(world, scopes.street)
    const invite = async (by: HttpClient) =>
      (await by.ask<Invited>('/api/v1/invitations', { json: committee })).body
    const withdrawn = await invite(admin)
    expect((await admin.ask(`/api/v1/invitations/${withdrawn.id}`, { method: 'DELETE' })).status).to.equal(
      204,
    )
    expect((await accept(http, withdrawn.token)).status).to.equal(404)

    const orphaned = await invite(http.with(maker.headers))
    await admin.ask(`/api/v1/accounts/${maker.account.id}/suspend`, {
      json: { reason: '已离职' },
      headers: { 'if-match': '"1"' },
    })
    expect((await accept(http, orphaned.token)).status).to.equal(404)

    const late = await invite(await as(scopes.admin))
    world.advance(7 * 86_400_000)
    expect((await accept(http, late.token)).status).to.equal(404)
    for (const token of ['dji_', `${late.token}x`, 'x'.repeat(90)])
      expect((await accept(http, token)).status, token).to.equal(404)
  })

  const invited: [maker: AccessScope, AccessScope, allowed: boolean][] = [
    [scopes.admin, scopes.admin, true],
    [scopes.admin, scopes.auditor, true],
    [scopes.district, scopes.street, true],
    [scopes.district, scopes['org-manager'], true],
    [scopes.district, scopes.admin, false],
    [scopes.district, scopes.auditor, false],
    [scopes.street, { role: 'committee', region: nextCommunity }, true],
    [scopes.street, { role: 'committee', region: elsewhere }, false],
    [scopes.street, scopes.street, false],
    [scopes.street, scopes.district, false],
    [scopes['org-manager'], scopes['org-worker'], true],
    [scopes['org-manager'], scopes['org-manager'], false],
    [scopes['org-manager'], { role: 'org-worker', organization: 'o-another' }, false],
  ]
  for (const [maker, scope, allowed] of invited)
    it(`of ${JSON.stringify(scope)} by ${maker.role} is ${allowed ? 'made' : 'refused'}`, async () => {
      const { as } = await served(await accessWorld(engine))
      const reply = await (await as(maker)).ask('/api/v1/invitations', { json: { ...scope, name: '某人' } })
      expect(reply.status, reply.text).to.equal(allowed ? 201 : 422)
    })

  it('needs a scope that is one, and is made by nobody else', async () => {
    const { as } = await served(await accessWorld(engine))
    const admin = await as(scopes.admin)
    for (const scope of [
      { role: 'committee' },
      { role: 'committee', region: street },
      { role: 'street', region: community },
      { role: 'district', region: street },
      { role: 'org-worker' },
      { role: 'org-worker', organization: 'o-unknown' },
      { role: 'auditor', organization: organization.id },
    ]) {
      const refused = await admin.refused('/api/v1/invitations', { json: { ...scope, name: '某人' } })
      expect(refused.status, JSON.stringify(scope)).to.equal(422)
    }
    for (const role of ['committee', 'org-worker', 'auditor'] as const) {
      const reply = await (await as(scopes[role])).refused('/api/v1/invitations', { json: committee })
      expect(reply.status, role).to.equal(403)
    }
  })
})

onEachStore('accounts', (engine) => {
  it('are seen and changed by those who may let such people in; others are not there', async () => {
    const world = await accessWorld(engine)
    const { as } = await served(world)
    const all: Account[] = []
    for (const scope of [...Object.values(scopes), { role: 'committee', region: elsewhere } as const])
      all.push(await anAccount(world, scope))
    const visible: Record<string, number> = { admin: 8, district: 6, street: 1, 'org-manager': 1 }
    for (const [role, count] of Object.entries(visible)) {
      const client = await as(scopes[role as 'admin'])
      const { body } = await client.ask<Listed<Account>>('/api/v1/accounts?limit=100')
      const ours = body.items.filter(({ id }) => all.some((account) => account.id === id))
      expect(ours.length, role).to.equal(count)
      for (const account of all) {
        const isSeen = ours.some(({ id }) => id === account.id)
        expect((await client.ask(`/api/v1/accounts/${account.id}`)).status).to.equal(isSeen ? 200 : 404)
        const suspended = await client.ask(`/api/v1/accounts/${account.id}/suspend`, {
          json: { reason: '试一试' },
          headers: { 'if-match': '"99"' },
        })
        expect(suspended.status).to.equal(isSeen ? 412 : 404)
      }
    }
  })

  it('lose their sessions at once when role, scope or state changes, and a suspended one gets no new ones', async () => {
    const world = await accessWorld(engine)
    const { http, as } = await served(world)
    const admin = await as(scopes.admin)
    const { account, headers } = await person(world, scopes.committee)
    const own = http.with(headers)
    const put = (json: object, revision: number) =>
      admin.ask(`/api/v1/accounts/${account.id}`, {
        method: 'PUT',
        json,
        headers: { 'if-match': `"${revision}"` },
      })
    expect((await put({ ...scopes.committee, name: '新名字' }, 1)).status).to.equal(200)
    expect((await own.ask('/api/v1/session')).status, 'another name ends nothing').to.equal(200)
    expect((await put({ ...scopes.district, name: '新名字' }, 2)).status).to.equal(200)
    expect((await own.refused('/api/v1/session')).status).to.equal(401)
    const trail = await world.store.find(auditTrail, { subjects: account.id })
    expect(trail.map(({ action }) => action)).to.include.members(['account.amend', 'session.end'])
  })

  it('cannot be changed by their owners, so that nobody shuts himself out', async () => {
    const world = await accessWorld(engine)
    const { http } = await served(world)
    const { account, headers } = await person(world, scopes.admin)
    const reply = await http.with(headers).refused(`/api/v1/accounts/${account.id}/suspend`, {
      json: { reason: '试一试' },
      headers: { 'if-match': '"1"' },
    })
    expect(reply.status).to.equal(409)
  })

  it('cannot be raised above whoever changes them', async () => {
    const world = await accessWorld(engine)
    const { as } = await served(world)
    const account = await anAccount(world, scopes.committee)
    const put = async (by: AccessScope, scope: AccessScope) =>
      (
        await (
          await as(by)
        ).ask(`/api/v1/accounts/${account.id}`, {
          method: 'PUT',
          json: { ...scope, name: '某人' },
          headers: { 'if-match': '"1"' },
        })
      ).status
    expect(await put(scopes.district, scopes.admin)).to.equal(422)
    expect(await put(scopes.street, scopes.street)).to.equal(422)
    expect(await put(scopes.street, { role: 'committee', region: elsewhere })).to.equal(422)
    expect(await put(scopes.street, { role: 'committee', region: nextCommunity })).to.equal(200)
  })

  it('get a first password again, which ends what was before', async () => {
    const world = await accessWorld(engine)
    const { http, as } = await served(world)
    const admin = await as(scopes.admin)
    const { account } = await world.access.accounts.create(
      { ...scopes.committee, name: '周敏', signInName: 'zhou.min' },
      { id: 'cli', role: 'system' },
      good,
    )
    const reset = await admin.ask<{ password: string }>(`/api/v1/accounts/${account.id}/reset-password`, {
      method: 'POST',
      headers: { 'if-match': '"1"' },
    })
    const signIn = async (password: string) =>
      (await http.ask('/api/v1/session', { json: { name: 'zhou.min', password } })).status
    expect([await signIn(good), await signIn(reset.body.password)]).to.deep.equal([401, 200])
  })
})

onEachStore('API tokens', (engine) => {
  const inAMonth = '2026-04-10T00:00:00.000Z'
  const draft = { ...scopes.street, label: '数据大屏', permissions: ['needs.read'], expiresAt: inAMonth }

  it('are shown once, kept as hashes, and do what they are for until they are revoked', async () => {
    const world = await accessWorld(engine)
    const { http, as } = await served(world)
    const own = await as(scopes.street)
    const made = await own.ask<Invited>('/api/v1/tokens', { json: draft })
    expect(made.status, made.text).to.equal(201)
    const { token, id } = made.body
    expect(token).to.match(/^dj_k-/)
    const machine = http.with({ authorization: `Bearer ${token}` })
    expect((await machine.refused('/api/v1/accounts')).status, 'known, and not for that').to.equal(403)
    const listed = await own.ask<Listed<{ id: string; lastUsedOn?: string }>>('/api/v1/tokens')
    expect(listed.body.items).to.have.length(1)
    expect(listed.body.items[0]).to.deep.include({ id, lastUsedOn: '2026-03-10' })
    expect(listed.text).not.to.match(/hash/)
    expect(listed.text).not.to.include(token.slice(-43))
    expect(
      (await (await as(scopes.street)).refused(`/api/v1/tokens/${id}`, { method: 'DELETE' })).status,
    ).to.equal(404)
    expect((await own.ask(`/api/v1/tokens/${id}`, { method: 'DELETE' })).status).to.equal(204)
    expect((await machine.refused('/api/v1/accounts')).status).to.equal(401)
  })

  it('have no more than their maker: role, region, permissions and a year', async () => {
    const world = await accessWorld(engine)
    const { as } = await served(world)
    const own = await as(scopes.street)
    const status = async (over: object) =>
      (await own.ask('/api/v1/tokens', { json: { ...draft, ...over } })).status
    expect(await status({ role: 'committee', region: community })).to.equal(201)
    expect(await status({ role: 'committee', region: elsewhere })).to.equal(422)
    expect(await status({ role: 'district', region: undefined })).to.equal(422)
    for (const permission of [
      'organizations.standing',
      'tokens.own',
      'accounts.write',
      'session.own',
      'invitations.write',
    ])
      expect(await status({ permissions: [permission] }), permission).to.equal(422)
    for (const expiresAt of ['2027-04-10T00:00:00.000Z', '2026-03-10T01:00:00.000Z'])
      expect(await status({ expiresAt }), expiresAt).to.equal(422)
  })

  it('end with their time, and with the account that made them', async () => {
    const world = await accessWorld(engine)
    const { http, as } = await served(world)
    const maker = await person(world, scopes.street)
    const { body } = await http.with(maker.headers).ask<Invited>('/api/v1/tokens', { json: draft })
    const machine = http.with({ authorization: `Bearer ${body.token}` })
    expect((await machine.refused('/api/v1/accounts')).status).to.equal(403)
    await (await as(scopes.admin)).ask(`/api/v1/accounts/${maker.account.id}/suspend`, {
      json: { reason: '已离职' },
      headers: { 'if-match': '"1"' },
    })
    expect((await machine.refused('/api/v1/accounts')).status).to.equal(401)
    const other = http.with(await bearer(world, scopes.street))
    expect((await other.refused('/api/v1/accounts')).status).to.equal(403)
    world.advance(86_400_000)
    expect((await other.refused('/api/v1/accounts')).status).to.equal(401)
  })
})

onEachStore('a claim on an organisation', (engine) => {
  const claim = { number: creditCode, name: '林晓雨', contact: '0755-28000000', reason: '我是法定代表人' }

  it('needs no account, is decided by the staff of its street, and ends in an invitation as manager', async () => {
    const world = await accessWorld(engine)
    const { http, as } = await served(world)
    expect((await http.ask('/api/v1/claims', { json: claim })).status).to.equal(202)
    expect(await world.store.find(events, {})).to.have.length(1)
    const staff = await as(scopes.street)
    const { body } = await staff.ask<Listed<{ id: string }>>('/api/v1/claims?state=open')
    const path = `/api/v1/claims/${body.items[0]?.id}`
    const other = await as({ role: 'street', region: world.otherStreet })
    expect((await other.ask<Listed<unknown>>('/api/v1/claims')).body.items).to.deep.equal([])
    expect((await other.refused(path)).status).to.equal(404)
    const at = { headers: { 'if-match': '"1"' } }
    expect((await other.refused(`${path}/approve`, { method: 'POST', ...at })).status).to.equal(404)

    const approved = await staff.ask<Invited>(`${path}/approve`, { method: 'POST', ...at })
    expect(approved.status, approved.text).to.equal(200)
    expect((await accept(http, approved.body.token)).status).to.equal(201)
    const [manager] = await world.store.find(world.accounts, { role: 'org-manager' })
    expect(manager).to.deep.include({ organization: organization.id, name: '林晓雨' })
    const again = await staff.refused(`${path}/approve`, { method: 'POST', headers: { 'if-match': '"2"' } })
    expect(again.status).to.equal(409)
  })

  it('may be refused with a reason, and five may wait for one organisation', async () => {
    const world = await accessWorld(engine)
    const { http, as } = await served(world)
    for (let at = 0; at < 5; at++)
      expect((await http.ask('/api/v1/claims', { json: claim })).status).to.equal(202)
    expect((await http.refused('/api/v1/claims', { json: claim })).status).to.equal(409)
    expect((await http.refused('/api/v1/claims', { json: { ...claim, number: 'none' } })).status).to.equal(
      422,
    )
    const staff = await as(scopes.district)
    const { body } = await staff.ask<Listed<{ id: string }>>('/api/v1/claims')
    const refused = await staff.ask(`/api/v1/claims/${body.items[0]?.id}/refuse`, {
      json: { reason: '电话核实不符' },
      headers: { 'if-match': '"1"' },
    })
    expect(refused.body).to.deep.include({ state: 'refused' })
    expect((await http.ask('/api/v1/claims', { json: claim })).status).to.equal(202)
  })
})
