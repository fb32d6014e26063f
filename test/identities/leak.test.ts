import { expect } from 'chai'
import { storeCollections } from '../../src/collections.js'
import { type Running, start } from '../../src/main.js'
import type { NeedDraft } from '../../src/needs/index.js'
import type { OpenApiDocument } from '../../src/platform/http/openapi-document.js'
import { openWorkspace, type Workspace } from '../../src/workspace.js'
import { onEachStore } from '../each-store.js'
import { aNeed } from '../feature-drafts.js'
import { elsewhere } from '../feature-services.js'
import { HttpClient } from '../http-client.js'
import { type Headers, person, scopes } from '../signed-in.js'
import { wordy } from './people.js'

const who = {
  name: '司徒慧贞',
  phone: '0755-28000199',
  address: '示例花园9栋901',
  birthDate: '1942-06-01',
  circumstances: '示例情况某年某月某日',
}
/** What of the person may show nowhere; the numbers as they are typed and as they are searched for. */
const traces = [
  '司徒慧贞',
  '28000199',
  '示例花园9栋',
  '1942-06-01',
  '示例情况某年',
  '何秀兰',
  '13800138012',
  '怡翠花园',
]

onEachStore('personal data of a need', function (engine) {
  this.timeout(240_000)
  const home = engine.makeHome()
  let workspace: Workspace
  let running: Running
  let http: HttpClient
  let committee: Headers
  let colleague: Headers
  let needId: string
  const asked = new Map<string, Headers>()

  before(async () => {
    const config = home.config()
    workspace = await openWorkspace(config)
    for (const [role, scope] of Object.entries(scopes))
      asked.set(role, (await person(workspace, scope)).headers)
    asked.set(
      'committee elsewhere',
      (await person(workspace, { role: 'committee', region: elsewhere })).headers,
    )
    committee = asked.get('committee') ?? {}
    colleague = (await person(workspace, scopes.committee)).headers
    // After the accounts: two connections of one process must not both write.
    running = await start(config)
    http = new HttpClient(running.url)
    needId = await post({
      text: wordy,
      title: '何秀兰要人陪伴',
      beneficiaries: { count: 1, groups: ['severe-mental'] },
    })
    await post({ visibility: 'public' })
    await running.settled()
  })
  after(async () => {
    await running.stop()
    await workspace.close()
    await home.remove()
  })

  async function post(over: Partial<NeedDraft>): Promise<string> {
    const { state: _, ...draft } = aNeed({
      text: `${who.name}女士独居，电话${who.phone}，住${who.address}。`,
      ...over,
    })
    const key = { 'idempotency-key': `post-${JSON.stringify(over).length}` }
    const reply = await http.with({ ...committee, ...key }).ask<{ id: string }>('/api/v1/needs', {
      method: 'POST',
      json: { ...draft, identity: who },
    })
    expect(reply.status, reply.text).to.equal(201)
    expectNoTrace(reply.text, 'the answer to the writer')
    return reply.body.id
  }

  function expectNoTrace(text: string, where: string): void {
    for (const trace of traces) expect(text, `${where}: ${trace}`).not.to.include(trace)
  }

  it('reaches nobody by any GET of the API, whatever the role', async () => {
    const { body: document } = await http.ask<OpenApiDocument>('/openapi.json')
    const paths = Object.entries(document.paths).filter(
      ([path, line]) => 'get' in line && !path.includes('stream'),
    )
    let answered = 0
    for (const [role, headers] of asked) {
      const client = http.with(headers)
      for (const [path] of paths) {
        const place = `/api/v1${path.replace(/\{\w+\}/g, needId)}`
        const { status, text } = await client.ask(place)
        if (status === 200) answered++
        expectNoTrace(text, `${role} ${path}`)
      }
    }
    expect(answered).to.be.above(40)
  })

  it('is found by no search and shown in no highlight or facet', async () => {
    for (const [role, headers] of asked) {
      for (const word of ['司徒慧贞', '何秀兰', '13800138012', '28000199', '怡翠花园', 'situhuizhen']) {
        const q = encodeURIComponent(word)
        const { status, text, body } = await http
          .with(headers)
          .ask<{ total?: number }>(`/api/v1/needs?q=${q}&facets=region&facets=category`)
        if (status === 200) expect(body.total, `${role} ${word}`).to.equal(0)
        expectNoTrace(text, `${role} searching`)
      }
    }
  })

  it('lies in the clear in no collection of the store', async () => {
    for (const collection of storeCollections) {
      for await (const batch of workspace.store.scan(collection))
        expectNoTrace(JSON.stringify(batch), collection.name)
    }
  })

  it('stands in no problem document and no metric', async () => {
    const bad = { ...aNeed(), identity: { ...who, birthDate: '1942-06-31' } }
    const refused = await http.with(committee).ask('/api/v1/needs', { method: 'POST', json: bad })
    expect(refused.status).to.equal(422)
    expectNoTrace(refused.text, 'a refusal')
    expectNoTrace((await http.ask('/metrics')).text, 'metrics')
  })

  it('is shown to the committee that posted it once a colleague agreed, and kept by no cache', async () => {
    const place = `/api/v1/needs/${needId}/identity`
    const client = http.with(committee)
    expect((await client.ask(place)).status).to.equal(403)
    const release = await client.ask<{ id: string; state: string }>(`${place}/releases`, {
      method: 'POST',
      json: { purpose: '上门探访前联系本人' },
    })
    expect(release.body.state).to.equal('pending')
    const approve = `/api/v1/identity-releases/${release.body.id}/approve`
    const decision = { method: 'POST', headers: { 'if-match': '"1"' }, json: { reason: '已核实' } }
    expect((await client.ask(approve, decision)).status).to.equal(409)
    expect((await http.with(colleague).ask(approve, decision)).status).to.equal(200)
    const shown = await client.ask<{ person: object }>(place)
    expect(shown.body.person).to.deep.equal(who)
    expect(shown.headers.get('cache-control')).to.include('no-store')
    expect((await http.with(colleague).ask(place)).status, 'a colleague who did not ask').to.equal(403)
    for (const role of ['committee elsewhere', 'org-manager', 'org-worker'])
      expect((await http.with(asked.get(role) ?? {}).ask(place)).status, role).to.equal(404)
    for (const role of ['auditor', 'admin'])
      expect((await http.with(asked.get(role) ?? {}).ask(place)).status, role).to.equal(403)
  })

  it('is exported and erased by the district alone', async () => {
    const json = { phone: who.phone, purpose: '本人申请查阅' }
    for (const [role, headers] of asked) {
      const reply = await http
        .with(headers)
        .ask<{ needs: unknown[] }>('/api/v1/persons/export', { method: 'POST', json })
      expect(reply.status, role).to.equal(role === 'district' ? 200 : 403)
      if (role === 'district') expect(reply.body.needs).to.have.length(2)
      else expectNoTrace(reply.text, role)
    }
    const district = http.with(asked.get('district') ?? {})
    const erased = await district.ask<{ needIds: string[] }>('/api/v1/persons/erase', {
      method: 'POST',
      json,
    })
    expect(erased.body.needIds).to.include(needId)
    const again = await district.ask<{ needs: unknown[] }>('/api/v1/persons/export', { method: 'POST', json })
    expect(again.body.needs).to.deep.equal([])
  })
})
