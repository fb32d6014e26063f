import { join } from 'node:path'
import { expect } from 'chai'
import Database from 'libsql'
import { demoPassword } from '../src/demo/index.js'
import { type Running, start } from '../src/main.js'
import { systemActor } from '../src/platform/actor.js'
import type { OpenApiDocument } from '../src/platform/http/openapi-document.js'
import { auditTrail } from '../src/platform/records/index.js'
import { deadLetters, trim } from '../src/platform/relay/index.js'
import { createGivenTable } from '../src/platform/search/sqlite-given.js'
import { createHitTable } from '../src/platform/search/sqlite-schema.js'
import { miscounts } from '../src/referrals/index.js'
import { openWorkspace, type Workspace } from '../src/workspace.js'
import { exampleNeed, exampleOrganization } from './example-records.js'
import { HttpClient } from './http-client.js'
import { dataFolder, testConfig } from './running.js'
import { bearer, person, scopes } from './signed-in.js'

/** Scans that are meant, each with the reason. `statement` and `plan` must both match. */
const allowed = [
  {
    why: 'a list without a filter, or an export, walks an index in order and stops at its limit',
    statement: /^SELECT doc FROM "\w+" WHERE \(TRUE AND TRUE\) ORDER BY [^?]* LIMIT \?$/,
    plan: /^SCAN \w+ USING INDEX /,
  },
  {
    why: 'the values of a list that was asked for',
    statement: /json_each/,
    plan: /^SCAN json_each VIRTUAL TABLE/,
  },
  {
    why: 'FTS5 looks words and rows up itself',
    statement: /MATCH \?|_text" WHERE rowid = \?$/,
    plan: /^SCAN search_\w+ VIRTUAL TABLE INDEX/,
  },
  {
    why: 'the list of tables and indexes, at the start',
    statement: /sqlite_master|pragma_table_info/,
    plan: /^SCAN (?:sqlite_master|pragma_table_info)/,
  },
  { why: 'the hits of one query, at most 10,000', statement: /search_hit AS h/, plan: /^SCAN h\b/ },
  {
    why: 'the rows of the statement itself',
    statement: /^INSERT INTO|sqlite_version|^SELECT 1$/,
    plan: /^SCAN (?:\d+ )?CONSTANT ROWS?$/,
  },
]

describe('the statements of all use cases, on the demo data', function () {
  this.timeout(300_000)
  const folder = dataFolder()
  const prepared = new Set<string>()
  const { prepare } = Database.prototype
  let running: Running
  let workspace: Workspace
  let http: HttpClient
  let operator: HttpClient

  before(async () => {
    const config = testConfig(folder.path, { demo: true })
    Database.prototype.prepare = new Proxy(prepare, {
      apply(target, db: Database.Database, given: [string]) {
        prepared.add(given[0])
        return Reflect.apply(target, db, given)
      },
    })
    running = await start(config)
    workspace = await openWorkspace(config)
    await running.settled()
    const { url, stop } = running
    const client = new HttpClient(url, { url, stop, port: Number(new URL(url).port) })
    http = client.with(await bearer(workspace))
    operator = client.with(await bearer(workspace, scopes.admin))
  })
  after(async () => {
    Database.prototype.prepare = prepare
    await workspace.close()
    await running.stop()
    folder.remove()
  })

  /** The scans of what was prepared since the last call. */
  function scans(): string[] {
    const found: string[] = []
    // A connection of its own: one that has explained an INSERT stays busy in libsql 0.5.
    const planner = new Database(join(folder.path, 'duijie.sqlite'))
    createHitTable(planner)
    createGivenTable(planner)
    for (const sql of [...prepared]) {
      const text = sql.trim().replace(/\s+/g, ' ')
      if (!/^(?:SELECT|INSERT|UPDATE|DELETE|WITH)\b/.test(text)) continue
      const values = Array.from(text.matchAll(/\?/g), () => null)
      const rows = planner.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(values) as { detail: string }[]
      for (const { detail } of rows) {
        const isMeant = allowed.some(({ statement, plan }) => statement.test(text) && plan.test(detail))
        if (detail.startsWith('SCAN') && !isMeant) found.push(`${detail} <- ${text}`)
      }
    }
    planner.close()
    prepared.clear()
    return found
  }

  it('never scan for a start, the demo, the relay, its metrics and dead letters', async () => {
    const letter = { view: 'search', kind: 'need', error: 'TypeError', attempts: 3 }
    const at = '2026-03-10T02:00:00.000Z'
    await workspace.store.insertMany(
      deadLetters,
      ['d-search-n-1', 'd-search-n-2'].map((id) => ({
        ...letter,
        id,
        revision: 1,
        at,
        subject: id.slice(9),
      })),
    )
    for (const query of ['', 'view=search', 'kind=need', 'view=search&kind=need']) {
      const path = `/api/v1/dead-letters?limit=1&${query}`
      const { body } = await operator.ask<{ next: string }>(path)
      expect((await operator.ask(`${path}&after=${body.next}`)).status).to.equal(200)
    }
    expect((await http.ask('/metrics')).text).to.match(/duijie_relay_lag_entries\{view="search"\} 0/)
    const replayed = await operator.ask('/api/v1/dead-letters/d-search-n-1/replay', { method: 'POST' })
    expect(replayed.status).to.equal(202)
    await running.settled()
    expect(await trim(workspace.store, { now: () => new Date('2100-01-01') })).to.be.above(0)
    expect(prepared.size).to.be.above(20)
    expect(scans()).to.deep.equal([])
  })

  it('never scan for referrals: each filter, each pair of them, opened, read, moved on and recounted', async () => {
    const filters = await filtersOf(http, 'referrals')
    expect(filters.length).to.be.at.least(6)
    for (const query of ['', ...filters.map(([, query]) => query), ...pairs(filters)]) {
      const path = `/api/v1/referrals?limit=2&${query}`
      const reply = await http.ask<{ next?: string }>(path)
      expect(reply.status, path + reply.text).to.equal(200)
      if (reply.body.next) await http.ask(`${path}&after=${reply.body.next}`)
    }
    const { body } = await http.ask<{ items: { id: string; needId: string; offeringId: string }[] }>(
      '/api/v1/referrals?state=requested&limit=1',
    )
    const [{ id, needId, offeringId } = { id: '', needId: '', offeringId: '' }] = body.items
    const paths = [
      `referrals/${id}`,
      `referrals/${id}/history`,
      'referrals/load',
      'referrals/load?region=440307003000',
      'referrals?order=due&owes=staff&format=csv',
      'matching-needs',
      'saved-filters/needs',
      `needs/${needId}/progress`,
      `offerings/${offeringId}/capacity`,
      'reasons',
    ]
    for (const path of paths) expect((await http.ask(`/api/v1/${path}`)).status, path).to.equal(200)
    const cancelled = await http.ask(`/api/v1/referrals/${id}/cancel`, {
      json: { reason: { code: 'mistaken' } },
      headers: { 'if-match': '"1"' },
    })
    expect(cancelled.status, cancelled.text).to.equal(200)
    const opened = await http.ask(`/api/v1/needs/${needId}/referrals`, {
      json: { how: 'dispatch', offeringId },
    })
    expect(opened.status, opened.text).to.equal(201)
    expect(await miscounts(workspace.store)).to.deep.equal([])
    await running.settled()
    expect(scans()).to.deep.equal([])
  })

  for (const plural of ['organizations', 'offerings', 'needs'] as const)
    it(`never scan for ${plural}: each filter, each pair of them, listed, searched and counted`, async () => {
      const filters = await filtersOf(http, plural)
      expect(filters.length).to.be.at.least(5)
      const queries = ['', ...filters.map(([, query]) => query), ...pairs(filters)]
      for (const query of queries) {
        for (const more of ['', '&q=%E8%80%81%E4%BA%BA', '&facets=region', '&q=laoren&facets=region']) {
          const path = `/api/v1/${plural}?limit=2&${query}${more}`
          const reply = await http.ask<{ next?: string }>(path)
          expect(reply.status, path + reply.text).to.equal(200)
          if (reply.body.next) await http.ask(`${path}&after=${reply.body.next}`)
        }
      }
      expect(prepared.size).to.be.above(filters.length)
      expect(scans()).to.deep.equal([])
    })

  it('never scan for entering, changing, moving, removing, duplicates and recommendations', async () => {
    const json = { region: exampleNeed.region, text: exampleNeed.text, source: 'visit' }
    const key = { headers: { 'idempotency-key': 'k1' } }
    const { body: need } = await http.ask<{ id: string }>('/api/v1/needs', { json, ...key })
    await http.ask('/api/v1/needs', { json, ...key })
    const at = (revision: number) => ({ headers: { 'if-match': `"${revision}"` } })
    const one = `/api/v1/needs/${need.id}`
    const { body: offerings } = await http.ask<{ items: { id: string; organizationId: string }[] }>(
      '/api/v1/offerings?state=published&limit=1',
    )
    const [offering] = offerings.items
    const organization = await http.ask(`/api/v1/organizations/${offering?.organizationId}`)
    const revision = Number(organization.headers.get('etag')?.replaceAll('"', ''))
    const steps = [
      await http.ask(one),
      await http.ask('/api/v1/needs/duplicates', { json: { region: json.region, text: json.text } }),
      await http.ask(`${one}/recommendations?explain=true`),
      await http.ask(`/api/v1/offerings/${offering?.id}/recommendations`),
      await http.ask('/api/v1/match', { json: { needs: [{ id: 'x', text: json.text }] } }),
      await http.ask(one, { method: 'PUT', json: { ...json, text: `${json.text}急。` }, ...at(1) }),
      await http.ask(`${one}/withdraw`, { json: {}, ...at(2) }),
      await http.ask(`${one}/open`, { json: { reason: '又需要了' }, ...at(3) }),
      await http.ask(one, { method: 'DELETE', ...at(4) }),
      await http.ask(`/api/v1/organizations/${offering?.organizationId}/standing`, {
        json: { standing: 'warned', reason: '年检未按时参加' },
        headers: { 'if-match': `"${revision}"` },
      }),
      await http.ask('/readyz'),
    ]
    expect(steps.map(({ status }) => status)).to.deep.equal([
      200, 200, 200, 200, 200, 200, 200, 200, 204, 200, 200,
    ])
    const refused = await http.refused(`/api/v1/organizations/${offering?.organizationId}`, {
      method: 'DELETE',
      ...at(revision + 1),
    })
    expect(refused.status).to.equal(409)
    await running.settled()
    expect(scans()).to.deep.equal([])
  })

  it('never scan for imports, twice over, the audit trail of a record and full exports', async () => {
    const { organizations, offerings, needs, store } = workspace
    const rows = Array.from({ length: 300 }, (_, i) => ({
      externalId: `x${i}`,
      fields: { region: exampleNeed.region, text: `${exampleNeed.text}${i}`, source: 'visit' },
    }))
    const actor = systemActor('tester')
    for (const run of ['created', 'unchanged']) {
      const done = await needs.importMany(rows, actor, { apply: true })
      expect(new Set(done.map(({ outcome }) => outcome))).to.deep.equal(new Set([run]))
    }
    const { name, type, activity, homeRegion } = exampleOrganization
    const filed = { kind: 'filed', filingNumber: '龙社备〔2026〕1号' }
    const fields = { name, type: 'community-group', activity, homeRegion, track: filed, standing: 'active' }
    const [organization] = await organizations.importMany([{ externalId: 'o1', fields }], actor, {
      apply: true,
    })
    expect(organization?.outcome, `${type} ${JSON.stringify(organization?.errors)}`).to.equal('created')
    const id = organization?.id as string
    const offering = {
      organizationId: id,
      title: '探访',
      description: '上门探访独居老人。',
      categories: ['elderly.home-visit'],
      coverage: [homeRegion],
      modes: ['home-visit'],
    }
    const imported = await offerings.importMany([{ externalId: 'f1', fields: offering }], actor, {
      apply: true,
    })
    expect(imported[0]?.outcome, JSON.stringify(imported)).to.equal('created')
    expect(await store.find(auditTrail, { subjects: id })).to.have.length(1)
    const since = { kind: 'need', at: { $gte: '2026-01-01' } }
    expect(
      await store.find(auditTrail, since, { sort: { field: 'at', direction: 'desc' } }),
    ).not.to.have.length(0)
    let exported = 0
    for (const { records } of [organizations, offerings, needs]) {
      for await (const batch of records.scan()) exported += batch.length
    }
    expect(exported).to.be.above(900)
    await running.settled()
    expect(scans()).to.deep.equal([])
  })

  it('never scan for signing in and out, sessions, accounts, invitations, claims and tokens, as any role', async () => {
    const { url } = running
    const creditCode = '52440307DEM000014L'
    const claim = { number: creditCode, name: '林晓雨', contact: '0755-28000000', reason: '我是负责人' }
    expect((await http.ask('/api/v1/claims', { json: claim })).status).to.equal(202)
    const typed = { name: 'admin', password: demoPassword }
    expect((await http.ask('/api/v1/session', { json: typed })).status).to.equal(200)
    await http.refused('/api/v1/session', { json: { ...typed, name: 'nobody' } })
    const paths = [
      'session',
      'sessions',
      'tokens?limit=1',
      'accounts?limit=1',
      'accounts?limit=1&role=committee&role=street&state=active',
      'invitations?limit=1',
      'claims?limit=1',
      'claims?limit=1&state=open',
      'duty-turns?limit=1',
      `duty-staff?limit=1&region=${scopes.street.region}`,
      'duty-staff?limit=1&region=440307000000',
    ]
    for (const scope of Object.values(scopes)) {
      const { headers } = await person(workspace, scope)
      const own = new HttpClient(url).with(headers)
      for (const path of paths) {
        const reply = await own.ask<{ next?: string }>(`/api/v1/${path}`)
        expect(reply.status, `${scope.role} ${path} ${reply.text}`).to.be.oneOf([200, 403])
        if (reply.body.next) await own.ask(`/api/v1/${path}&after=${reply.body.next}`)
      }
      const invited = await own.ask('/api/v1/invitations', { json: { ...scopes.committee, name: '周敏' } })
      expect(invited.status, invited.text).to.be.oneOf([201, 403, 422])
      expect((await own.ask('/api/v1/sessions', { method: 'DELETE' })).status).to.equal(204)
      expect((await own.ask('/api/v1/session', { method: 'DELETE' })).status).to.equal(204)
    }
    expect(prepared.size).to.be.above(20)
    expect(scans()).to.deep.equal([])
  })

  it('say so when a filter has no index', async () => {
    await workspace.needs.records.find({ title: '无' })
    expect(scans().join()).to.match(/SCAN needs/)
    for (const { why, plan } of allowed) console.info(`      allowed: ${plan.source}: ${why}`)
  })
})

/** A value for each filter that the document lists, as name and query. */
async function filtersOf(http: HttpClient, plural: string): Promise<[name: string, query: string][]> {
  const { body } = await http.ask<OpenApiDocument>('/openapi.json')
  const parameters = body.paths[`/${plural}`]?.get?.parameters ?? []
  return parameters
    .filter(({ name }) => !['limit', 'after', 'q', 'facets', 'format'].includes(name))
    .flatMap(({ name, schema }) => values(name, schema).map((query): [string, string] => [name, query]))
}

function values(name: string, schema: unknown): string[] {
  const fixed: Record<string, string[]> = {
    region: ['region=440307003000', 'region=440307000000'],
    category: ['category=elderly'],
    group: ['group=elderly'],
    organization: ['organization=o-1', 'organization=o-1&organization=o-2'],
    createdFrom: ['createdFrom=2026-01-01'],
    createdTo: ['createdTo=2026-12-31'],
    confirmBefore: ['confirmBefore=2026-12-31'],
    need: ['need=n-1'],
    offering: ['offering=f-1'],
    overdue: ['overdue=true'],
  }
  const [, one = '', two] = /"enum":\["([^"]+)"(?:,"([^"]+)")?/.exec(JSON.stringify(schema)) ?? []
  const single = [`${name}=${one}`]
  const isSeveral = JSON.stringify(schema).includes('"array"')
  return fixed[name] ?? (two && isSeveral ? [...single, `${name}=${one}&${name}=${two}`] : single)
}

function pairs(filters: readonly [string, string][]): string[] {
  return filters.flatMap(([name, query], i) =>
    filters.slice(i + 1).flatMap(([other, more]) => (other === name ? [] : [`${query}&${more}`])),
  )
}
