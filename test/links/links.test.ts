import { expect } from 'chai'
import {
  createLinks,
  linkMessages,
  linkPages,
  linkRoutes,
  linksCollection,
  shownCode,
} from '../../src/links/index.js'
import { capacityLink } from '../../src/offerings/index.js'
import { systemActor } from '../../src/platform/actor.js'
import { auditTrail } from '../../src/platform/records/index.js'
import { type Engine, onEachStore } from '../each-store.js'
import { anOffering, anOrganization } from '../feature-drafts.js'
import { actor, featureServices } from '../feature-services.js'
import { serve, testApp } from '../http-client.js'

const hour = 3_600_000
const manager = { id: 'u-manager', role: 'org-manager', organization: 'o-000001' } as const

async function world(engine: Engine, requestsPerMinute = 0) {
  const services = await featureServices(engine)
  const { store, clock, organizations, offerings } = services
  const { id: organization } = await organizations.create(anOrganization(), actor)
  const capacity = { perMonth: 6, unit: 'place' as const }
  const offering = await offerings.create(anOffering(organization, { state: 'published', capacity }), actor)
  const state = { gone: false }
  const links = createLinks({
    store,
    clock,
    purposes: [capacityLink(offerings)],
    stands: async () => !state.gone,
  })
  const app = testApp({
    routes: linkRoutes(links),
    pages: linkPages(links),
    messages: [linkMessages],
    config: { requestsPerMinute, slowMs: 1000, proxies: 0 },
  })
  return {
    ...services,
    links,
    offering,
    /** The holder's account is closed, or has another office. */
    leave: () => {
      state.gone = true
    },
    client: await serve(app),
    now: () => offerings.records.get(offering.id),
    issue: (form: 'link' | 'code' = 'link') =>
      links.issue(store, {
        purpose: 'offering.capacity',
        subject: offering.id,
        holder: manager,
        count: 6,
        expiresAt: new Date(clock.now().getTime() + hour).toISOString(),
        form,
      }),
  }
}

const form = (fields: Record<string, string>) => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  raw: new URLSearchParams(fields).toString(),
})

onEachStore('a link in a message', (engine) => {
  it('shows a page that does nothing, names the action, holds no data of its subject and posts by a button', async () => {
    const { client, issue, now, offering } = await world(engine)
    const token = await issue()
    for (let opened = 0; opened < 3; opened++) {
      const { status, text, headers } = await client.ask<string>(`/l/${token}`)
      expect(status).to.equal(200)
      expect(headers.get('cache-control')).to.equal('no-store')
      expect(headers.get('referrer-policy')).to.equal('no-referrer')
      expect(headers.get('content-security-policy')).to.include("form-action 'self'")
      expect(text).to.include('每月仍可提供 6 个名额吗？').and.include('Are there still 6 places a month?')
      expect(text).to.include('<form method="post">').and.include('<label for="changed-places">')
      for (const secret of [offering.id, offering.title, offering.organizationId, manager.id, '<script'])
        expect(text).to.not.include(secret)
    }
    expect((await client.ask(`/l/${token}`, { method: 'HEAD' })).status).to.equal(200)
    expect((await now()).revision).to.equal(1)
  })

  it('acts once, as its holder, and is known by its hash only', async () => {
    const { client, issue, now, store, advance } = await world(engine)
    const token = await issue()
    advance(hour / 2)
    const done = await client.ask<string>(`/l/${token}`, form({ choice: 'changed', places: '4' }))
    expect([done.status, done.text.includes('已记录')]).to.deep.equal([200, true])
    expect(await now()).to.deep.include({
      capacity: { perMonth: 4, unit: 'place' },
      confirmedAt: '2026-03-10T02:30:00.000Z',
      updatedBy: manager.id,
      revision: 2,
    })
    const trail = await store.find(auditTrail, { kind: 'offering' })
    expect(trail.at(-1)).to.include({ action: 'offering.capacity', actor: manager.id })
    const again = await client.ask<string>(`/l/${token}`, form({ choice: 'changed', places: '5' }))
    expect([again.status, (await now()).revision]).to.deep.equal([404, 2])
    const [kept] = await store.find(linksCollection, {})
    expect(kept).to.deep.include({ choice: 'changed', usedAt: '2026-03-10T02:30:00.000Z' })
    expect(JSON.stringify(kept)).to.not.include(token)
  })

  it('answers alike for what is unknown, used and expired', async () => {
    const { client, issue, advance } = await world(engine)
    const [used, expired] = [await issue(), await issue()]
    await client.ask(`/l/${used}`, form({ choice: 'still' }))
    advance(hour)
    const unknown = 'a'.repeat(used.length)
    for (const path of ['/l', '/api/v1/links']) {
      const answers = new Set<string>()
      for (const token of [unknown, used, expired]) {
        const { status, text } = await client.ask<string>(`${path}/${token}`)
        answers.add(`${status} ${text.replaceAll(token, '').replace(/"requestId":"[^"]*"/, '')}`)
      }
      expect([...answers], path).to.have.length(1)
      expect([...answers][0]).to.match(/^404 /)
    }
  })

  it('does nothing once its holder has left', async () => {
    const { client, issue, leave, now } = await world(engine)
    const token = await issue()
    leave()
    expect((await client.ask(`/l/${token}`)).status).to.equal(404)
    expect((await client.ask(`/l/${token}`, form({ choice: 'still' }))).status).to.equal(404)
    expect((await now()).revision).to.equal(1)
  })

  it('is used by one of ten at once, and its effect is there once', async () => {
    const { issue, links, now } = await world(engine)
    const token = await issue()
    const uses = await Promise.allSettled(
      Array.from({ length: 10 }, (_, places) => links.use(token, 'changed', { places })),
    )
    expect(uses.filter(({ status }) => status === 'fulfilled')).to.have.length(1)
    expect((await now()).revision).to.equal(2)
  })

  it('stays unused when its effect is refused, or when what was filled in is wrong', async () => {
    const { client, issue, offerings, offering, now, store } = await world(engine)
    const token = await issue()
    const wrong: Record<string, string>[] = [
      { choice: 'changed' },
      { choice: 'changed', places: '-1' },
      { choice: 'no' },
      {},
    ]
    for (const fields of wrong) expect((await client.ask(`/l/${token}`, form(fields))).status).to.equal(422)
    const json = { choice: 'changed', values: { places: 2.5, extra: 'x' } }
    const refused = await client.refused(`/api/v1/links/${token}`, { json })
    expect(refused.body.errors?.map(({ field, code }) => `${field} ${code}`)).to.deep.equal([
      'places number.integer',
      'extra object.unknown',
    ])
    await offerings.move(offering.id, 1, 'closed', actor)
    expect((await client.ask(`/l/${token}`, form({ choice: 'still' }))).status).to.equal(409)
    expect((await now()).revision).to.equal(2)
    expect((await store.find(linksCollection, {}))[0]).to.not.have.property('usedAt')
  })

  it('may be a code that is told and typed', async () => {
    const { client, issue, now } = await world(engine)
    const code = shownCode(await issue('code'))
    expect(code).to.match(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    expect((await client.ask<string>('/l')).text).to.include('一次性代码')
    const typed = code.toLowerCase().replaceAll('0', 'O').replaceAll('1', 'l')
    const sent = await client.ask(`/l?code=${encodeURIComponent(` ${typed} `)}`)
    expect(sent.status).to.equal(303)
    expect((await client.ask<string>(sent.headers.get('location') ?? '')).text).to.include('名额')
    const { status } = await client.ask(`/api/v1/links/${code}`, { json: { choice: 'still' } })
    expect([status, (await now()).revision]).to.deep.equal([200, 2])
  })

  it('lets nobody try many', async () => {
    const { client } = await world(engine, 1000)
    const token = 'b'.repeat(12)
    const statuses: number[] = []
    for (let at = 0; at < 25; at++)
      statuses.push((await client.ask(`/l/${token}`, form({ choice: 'still' }))).status)
    expect(statuses.slice(19)).to.deep.equal([404, 429, 429, 429, 429, 429])
    for (let at = 0; at < 20; at++) await client.ask(`/api/v1/links/${token}`)
    expect((await client.refused(`/api/v1/links/${token}`)).status).to.equal(429)
  })

  it('must be for something that is declared', async () => {
    const { links, store } = await world(engine)
    const order = { purpose: 'x.y', subject: 'f-1', holder: systemActor('test'), expiresAt: '2027-01-01' }
    const refused = await links.issue(store, order).catch((error: Error) => error.constructor)
    expect(refused).to.equal(RangeError)
  })
})
