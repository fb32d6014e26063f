import { expect } from 'chai'
import { needMessages, needRoutes } from '../src/needs/index.js'
import { createdNeed } from '../src/needs/schema.js'
import { offeringMessages, offeringRoutes, offeringSheet } from '../src/offerings/index.js'
import { offeringRecord } from '../src/offerings/schema.js'
import { organizationMessages, organizationRoutes } from '../src/organizations/index.js'
import { organizationRecord } from '../src/organizations/schema.js'
import { systemActor } from '../src/platform/actor.js'
import { Idempotency } from '../src/platform/http/idempotency.js'
import { recordMessages } from '../src/platform/records/index.js'
import { regionMessages, regionRoutes } from '../src/regions/index.js'
import { taxonomyMessages, taxonomyRoutes } from '../src/taxonomy/index.js'
import { type Engine, onEachStore } from './each-store.js'
import { aNeed, anOffering, anOrganization } from './feature-drafts.js'
import { community, districtCode, featureServices, regions, street, taxonomy } from './feature-services.js'
import { serve, testApp } from './http-client.js'

interface Shown {
  readonly id: string
  readonly revision: number
  readonly state: string
}
interface Page {
  readonly items: readonly (Shown & {
    readonly highlights?: Record<string, { text: string; hit: boolean }[]>
  })[]
  readonly next?: string
  readonly total?: number
  readonly facets?: Record<string, unknown>
}

async function served(engine: Engine) {
  const services = await featureServices(engine)
  const { organizations, offerings, needs, store, clock } = services
  const namesOf = async (of: readonly string[]) =>
    new Map((await organizations.getMany(of)).map(({ id, name }) => [id, name]))
  const app = testApp({
    routes: [
      ...organizationRoutes(organizations, regions),
      ...offeringRoutes(offerings, offeringSheet(services, namesOf)),
      ...needRoutes(needs, services),
      ...taxonomyRoutes(taxonomy),
      ...regionRoutes(regions),
    ],
    idempotency: new Idempotency({ store, clock }),
    messages: [
      recordMessages,
      organizationMessages,
      offeringMessages,
      needMessages,
      taxonomyMessages,
      regionMessages,
    ],
  })
  return { ...services, client: await serve(app) }
}

const at = (revision: number) => ({ 'if-match': `"${revision}"` })

onEachStore('features over HTTP', (engine) => {
  it('enter, read, change and remove a record', async () => {
    const { client } = await served(engine)
    const made = await client.ask<Shown>('/api/v1/organizations', { json: anOrganization() })
    expect(made.status).to.equal(201)
    const path = `/api/v1/organizations/${made.body.id}`
    expect(made.headers.get('location')).to.equal(path)

    const read = await client.ask<Shown>(path)
    expect(read.headers.get('etag')).to.equal('"1"')
    expect(read.body).to.deep.equal(made.body)
    const again = await client.ask(path, { headers: { 'if-none-match': '"1"' } })
    expect(again.status).to.equal(304)

    const { standing: _, ...change } = anOrganization({ name: '改名后的中心' })
    expect((await client.refused(path, { method: 'PUT', json: change })).status).to.equal(428)
    const changed = await client.ask<Shown>(path, { method: 'PUT', json: change, headers: at(1) })
    expect(changed.body).to.include({ name: '改名后的中心', revision: 2 })
    expect((await client.refused(path, { method: 'PUT', json: change, headers: at(1) })).status).to.equal(412)
    expect((await client.ask(path, { method: 'DELETE', headers: at(2) })).status).to.equal(204)
    expect((await client.refused(path)).status).to.equal(404)
    const gone = await client.refused(path, {
      method: 'DELETE',
      headers: { ...at(2), 'accept-language': 'en' },
    })
    expect(gone.body.detail).to.match(/no organisation/)
  })

  it('refuse a wrong body field by field, in the language that is asked for', async () => {
    const { client } = await served(engine)
    const track = { kind: 'registered', filingNumber: '备案-1' }
    const body = { ...anOrganization(), track, nonsense: 1, type: 'company' }
    const refused = await client.refused('/api/v1/organizations', { json: body })
    expect(refused.status).to.equal(422)
    expect(refused.body.errors?.map(({ field, code }) => `${field}: ${code}`)).to.have.members([
      'type: any.only',
      'track.creditCode: any.required',
      'track.filingNumber: any.unknown',
      'nonsense: object.unknown',
    ])
    const creditCode = '91310115MA1G4L1WXK'
    const english = await client.refused('/api/v1/organizations', {
      json: { ...anOrganization(), track: { kind: 'registered', creditCode } },
      headers: { 'accept-language': 'en' },
    })
    expect(english.body.errors?.[0]?.message).to.match(/not a valid unified social credit code/)
  })

  it('page through a list, newest first', async () => {
    const { client, needs, advance } = await served(engine)
    const ids: string[] = []
    for (let i = 0; i < 5; i++) {
      ids.unshift((await needs.create(aNeed(), systemActor('tester'))).id)
      // Two needs share an instant, so that the id has to part them.
      if (i % 2) advance(1000)
    }
    const seen: string[] = []
    let path: string | undefined = `/api/v1/needs?limit=2&region=${street}&state=open&state=draft`
    while (path) {
      const page: Awaited<ReturnType<typeof client.ask<Page>>> = await client.ask<Page>(path)
      expect(page.status, page.text).to.equal(200)
      seen.push(...page.body.items.map(({ id }) => id))
      path = /<(.+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1]
    }
    expect(seen).to.deep.equal(ids)
  })

  it('search with highlights and facets when there is something to search for', async () => {
    const services = await served(engine)
    const { client, needs } = services
    await needs.create(aNeed(), systemActor('tester'))
    await needs.create(aNeed({ source: 'hotline', urgency: 'soon' }), systemActor('tester'))
    await needs.create(aNeed({ text: '二年级学生放学后没人管。' }), systemActor('tester'))
    await services.index()
    const found = await client.ask<Page>(
      `/api/v1/needs?q=${encodeURIComponent('独居老人')}&facets=source&facets=urgency&limit=1&createdFrom=2026-03-01`,
    )
    expect(found.status, found.text).to.equal(200)
    expect(found.body).to.deep.include({
      total: 2,
      facets: {
        source: [
          { value: 'grid-worker', count: 1 },
          { value: 'hotline', count: 1 },
        ],
        urgency: [
          { value: 'routine', count: 1 },
          { value: 'soon', count: 1 },
        ],
      },
    })
    const [first] = found.body.items
    expect(first?.highlights?.text?.filter(({ hit }) => hit).map(({ text }) => text)).to.include('独居老人')
    const second = await client.ask<Page>(
      /<(.+)>; rel="next"/.exec(found.headers.get('link') ?? '')?.[1] ?? '',
    )
    expect(second.body.items).to.have.length(1)
    expect(second.body.items[0]?.id).not.to.equal(first?.id)
    expect((await client.ask<Page>('/api/v1/needs?facets=state')).body.total).to.equal(3)
  })

  it('move an offering through its states and say what is allowed', async () => {
    const { client } = await served(engine)
    const organization = await client.ask<Shown>('/api/v1/organizations', { json: anOrganization() })
    const made = await client.ask<Shown>('/api/v1/offerings', { json: anOffering(organization.body.id) })
    const path = `/api/v1/offerings/${made.body.id}`
    const act = (name: string, revision: number) => ({
      path: `${path}/${name}`,
      asked: { method: 'POST', headers: at(revision) },
    })
    const early = act('pause', 1)
    const refused = await client.refused(early.path, early.asked)
    expect(refused.status).to.equal(409)
    expect(refused.body.detail).to.include('draft -> paused; allowed: published, closed')
    for (const [index, [name, state]] of [
      ['publish', 'published'],
      ['pause', 'paused'],
      ['publish', 'published'],
      ['confirm', 'published'],
      ['close', 'closed'],
    ].entries()) {
      const { path: to, asked } = act(name as string, index + 1)
      const moved = await client.ask<Shown>(to, asked)
      expect(moved.body, moved.text).to.include({ state, revision: index + 2 })
      expect(moved.headers.get('etag')).to.equal(`"${index + 2}"`)
    }
  })

  it('enter a need once per Idempotency-Key, show its likely duplicates, and lower its urgency with a reason', async () => {
    const { client } = await served(engine)
    const headers = { 'idempotency-key': 'k1' }
    const json = aNeed({ text: '邻居说她不想活了，已经两天没出门。' })
    const made = await client.ask<Shown>('/api/v1/needs', { json, headers })
    expect((await client.ask<Shown>('/api/v1/needs', { json, headers })).body).to.deep.equal(made.body)
    const asked = { region: json.region, text: json.text }
    const duplicates = await client.ask<Page>('/api/v1/needs/duplicates', { json: asked })
    expect(duplicates.body.items).to.deep.equal([
      { id: made.body.id, title: '邻居说她不想活了', similarity: 1 },
    ])
    const path = `/api/v1/needs/${made.body.id}`
    const silent = await client.refused(`${path}/urgency`, { json: { level: 'soon' }, headers: at(1) })
    expect(silent.body.errors?.map(({ field }) => field)).to.deep.equal(['reason'])
    const lowering = { json: { level: 'soon', reason: '已核实' }, headers: { ...at(1), ...headers } }
    const lowered = await client.ask(`${path}/urgency`, lowering)
    expect((await client.ask(`${path}/urgency`, lowering)).body).to.deep.equal(lowered.body)
    expect(lowered.body).to.have.nested.property('urgency.lowered.from', 'crisis')
    await client.ask(`${path}/withdraw`, { json: {}, headers: at(2) })
    expect((await client.refused(`${path}/open`, { json: {}, headers: at(3) })).status).to.equal(422)
    const opened = await client.ask<Shown>(`${path}/open`, { json: { reason: '又需要了' }, headers: at(3) })
    expect(opened.body).to.include({ state: 'open', revision: 4 })
  })

  it('set the standing of an organisation', async () => {
    const { client } = await served(engine)
    const { body } = await client.ask<Shown>('/api/v1/organizations', { json: anOrganization() })
    const path = `/api/v1/organizations/${body.id}/standing`
    expect((await client.refused(path, { json: { standing: 'warned' }, headers: at(1) })).status).to.equal(
      422,
    )
    const warned = await client.ask(path, {
      json: { standing: 'warned', reason: '年检迟交' },
      headers: at(1),
    })
    expect(warned.body).to.include({ standing: 'warned' })
  })

  it('show the trees and what lies around a term and a region', async () => {
    const { client } = await served(engine)
    const tree = await client.ask<{ terms: { id: string }[] }>('/api/v1/taxonomy/services')
    expect(tree.body.terms.map(({ id }) => id)).to.include('elderly')
    const renamed = await client.ask('/api/v1/taxonomy/services/elderly.hospice')
    expect(renamed.body).to.deep.include({ id: 'health.hospice' })
    expect(renamed.body).to.have.property('chain').that.includes('health')
    expect((await client.refused('/api/v1/taxonomy/groups/nobody')).status).to.equal(404)

    const all = await client.ask<{ regions: { code: string; children: unknown[] }[] }>('/api/v1/regions')
    expect(all.body.regions.map(({ code, children }) => [code, children.length])).to.deep.equal([
      [districtCode, 11],
    ])
    const one = await client.ask<{ chain: { code: string }[]; neighbours: { code: string }[] }>(
      `/api/v1/regions/${community}`,
    )
    expect(one.body.chain.map(({ code }) => code)).to.deep.equal([community, street, districtCode])
    expect(one.body.neighbours.map(({ code }) => code)).to.deep.equal(regions.neighbours(street))
    expect((await client.refused('/api/v1/regions/999999999999')).status).to.equal(404)
  })

  it('answer with what their schemas say', async () => {
    const { client } = await served(engine)
    const organization = await client.ask<Shown>('/api/v1/organizations', { json: anOrganization() })
    const offering = await client.ask('/api/v1/offerings', { json: anOffering(organization.body.id) })
    const need = await client.ask('/api/v1/needs', { json: aNeed({ text: '她不想活了，请去看看。' }) })
    for (const [schema, { body }] of [
      [organizationRecord, organization],
      [offeringRecord, offering],
      [createdNeed, need],
    ] as const) {
      expect(schema.required().validate(body, { convert: false }).error).to.equal(undefined)
    }
  })

  it('are described in the document with a schema and an example for every answer', async () => {
    const { client } = await served(engine)
    const { status, body } = await client.ask<{ paths: Record<string, unknown> }>('/openapi.json')
    expect(status).to.equal(200)
    expect(Object.keys(body.paths).join(' ')).to.include('/needs/{id}/urgency')
  })
})
