import { createHmac, webcrypto } from 'node:crypto'
import { expect } from 'chai'
import { linksCollection } from '../../src/links/index.js'
import { deliveries, inbox, webhooks } from '../../src/notifications/collection.js'
import { notificationMessages } from '../../src/notifications/index.js'
import type { NotificationSettings } from '../../src/notifications/notifications.js'
import { auditTrail } from '../../src/platform/records/index.js'
import { type Engine, onEachStore } from '../each-store.js'
import { community } from '../feature-services.js'
import { openGate } from '../gates.js'
import { serve, testApp } from '../http-client.js'
import { type Answering, agree, type Posted, receiver } from './receiver.js'
import { actorOf, notificationWorld } from './world.js'

/** An organisation's manager over HTTP; loopback is trusted. */
async function managed(
  engine: Engine,
  as = 'u-manager',
  trustedHosts = ['127.0.0.1'],
  settings: Partial<NotificationSettings> = {},
) {
  const world = await notificationWorld(engine, { settings: { trustedHosts, ...settings } })
  const { routes } = world.notifications
  const asking = (id: string) =>
    serve(testApp({ routes, gate: openGate(actorOf(id)), messages: [notificationMessages] }))
  const http = await asking(as)
  const create = (json: object) =>
    http.ask<Made>('/api/v1/webhooks', { json: { groups: ['referrals', 'system'], ...json } })
  return { ...world, http, asking, create }
}

interface Made {
  readonly id: string
  readonly secret?: string
  readonly state: string
  readonly error?: string
}

const facts = { organizationId: 'o-1' }

/** By the other crypto of the platform, as a receiver would do. */
async function isSigned(secret: string, { headers, body }: Posted): Promise<boolean> {
  const encode = (text: string) => new TextEncoder().encode(text)
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await webcrypto.subtle.importKey('raw', encode(secret), algorithm, false, ['verify'])
  const [version, hex = ''] = String(headers['duijie-signature']).split('=')
  const signature = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  const signed = encode(`${headers['duijie-timestamp']}.${body}`)
  return version === 'v1' && webcrypto.subtle.verify('HMAC', key, signature, signed)
}

onEachStore('a webhook', (engine) => {
  it('gets signed JSON that a receiver can verify, and not when a byte is changed', async () => {
    const { posted, url } = await receiver()
    const { create, announce, notifications, clock } = await managed(engine)
    const { status, body: made } = await create({ url })
    expect(status).to.equal(201)
    expect(made.secret).to.match(/^whsec_[\w-]{43}$/)
    await announce('referral.confirm', { ...facts, region: community })
    await notifications.settled()
    const [one] = posted as [Posted]
    expect(posted).to.have.length(1)
    expect(await isSigned(made.secret ?? '', one)).to.equal(true)
    expect(await isSigned(made.secret ?? '', { ...one, body: one.body.replace('r-1', 'r-2') })).to.equal(
      false,
    )
    expect(await isSigned('whsec_other', one)).to.equal(false)
    expect(Number(one.headers['duijie-timestamp'])).to.equal(Math.floor(clock.now().getTime() / 1000))
    expect(one.headers['duijie-topic']).to.equal('referral.confirm')
    const told = JSON.parse(one.body) as Record<string, unknown>
    expect(told).to.have.keys('id', 'event', 'at', 'topic', 'kind', 'subject', 'facts', 'text')
    expect(one.headers['duijie-delivery']).to.equal(told.id)
  })

  it('holds no link that acts: a group reads it', async () => {
    const { posted, url } = await receiver()
    const settings = { publicUrl: 'https://duijie.example.org' }
    const { create, announce, notifications, store } = await managed(engine, undefined, undefined, settings)
    for (const style of ['duijie', 'wecom', 'dingtalk'])
      expect((await create({ url, style })).status).to.equal(201)
    await announce('referral.request', { ...facts, region: community })
    await notifications.settled()
    expect(posted).to.have.length(3)
    for (const { body } of posted) expect(body).to.include('/referrals/r-1').and.not.include('/l/')
    expect(await store.find(linksCollection, {})).to.deep.equal([])
  })

  it('shows its secret once, and keeps secret and address encrypted', async () => {
    const { url } = await receiver()
    const { create, http, store } = await managed(engine)
    const { body: made } = await create({ url })
    for (const path of ['/api/v1/webhooks', `/api/v1/webhooks/${made.id}`]) {
      const { text } = await http.ask(path)
      expect(text).to.include(new URL(url).host)
      expect(text).not.to.match(/secret|k-123/)
    }
    const kept = JSON.stringify(await store.find(webhooks, {}))
    expect(kept).not.to.match(/whsec_|k-123/)
    expect(kept).not.to.include(made.secret)
  })

  it('speaks the dialect of WeCom’s and of DingTalk’s robots, the latter with its signature', async () => {
    const { posted, url } = await receiver()
    const { create, announce, notifications } = await managed(engine)
    await create({ url, style: 'wecom' })
    await create({ url, style: 'dingtalk', secret: 'SEC0123456789', language: 'en' })
    await announce('referral.confirm', facts)
    await notifications.settled()
    const bodies = posted.map(({ body }) => JSON.parse(body) as Record<string, never>)
    const line = { zh: '社区已确认对接单 r-1', en: 'The community confirmed referral r-1' }
    expect(bodies).to.deep.include({ msgtype: 'markdown', markdown: { content: line.zh } })
    expect(bodies).to.deep.include({ msgtype: 'markdown', markdown: { title: line.en, text: line.en } })
    const signed = posted
      .map(({ url: at }) => new URL(at, url).searchParams)
      .find((query) => query.has('sign'))
    const timestamp = signed?.get('timestamp')
    const expected = createHmac('sha256', 'SEC0123456789')
      .update(`${timestamp}\nSEC0123456789`)
      .digest('base64')
    expect(signed?.get('sign')).to.equal(expected)
    expect(signed?.get('key')).to.equal('k-123')
    expect(posted.every(({ headers }) => headers['duijie-signature'] === undefined)).to.equal(true)
  })

  it('is asked again when it fails or its robot says no, in order, and later and later', async () => {
    const answers: Answering[] = [
      (response) => response.writeHead(503).end(),
      (response) => response.end('{"errcode":45009}'),
      (response) => response.end('<html>'),
    ]
    const { posted, url } = await receiver(() => answers.shift() ?? agree)
    const { create, announce, notifications, store, advance } = await managed(engine)
    await create({ url, style: 'wecom' })
    await announce('referral.confirm', facts, undefined, 'r-1')
    await announce('referral.confirm', facts, undefined, 'r-2')
    const errors: (string | undefined)[] = []
    for (let i = 0; i < 4; i++) {
      await notifications.settled()
      const [first] = await store.find(
        deliveries,
        { channel: 'webhook' },
        { sort: { field: 'at', direction: 'asc' } },
      )
      errors.push(first?.error)
      advance(3_600_000)
    }
    expect(errors).to.deep.equal(['http.503', 'robot.45009', 'robot.answer', undefined])
    const order = posted.map(({ body }) => /r-\d/.exec(body)?.[0])
    expect(order).to.deep.equal(['r-1', 'r-1', 'r-1', 'r-1', 'r-2'])
  })

  it('is disabled when it fails for hours, its owner hears of it, and works again when it is mended', async () => {
    let isBroken = true
    const { posted, url } = await receiver(() =>
      isBroken ? (response) => response.writeHead(500).end() : agree,
    )
    const { create, announce, notifications, http, store, advance } = await managed(engine)
    const { body: made } = await create({ url })
    await announce('referral.confirm', facts)
    for (let i = 0; i < 11; i++) {
      await notifications.settled()
      advance(3_600_000)
    }
    expect(posted).to.have.length(10)
    const path = `/api/v1/webhooks/${made.id}`
    const disabled = await http.ask<Made>(path)
    expect(disabled.body).to.deep.include({ state: 'disabled', error: 'http.500' })
    await notifications.settled()
    const told = await store.find(inbox, { account: 'u-manager' }, { limit: 10 })
    expect(told.map(({ topic }) => topic)).to.deep.equal(['referral.confirm', 'webhook.disabled'])
    await announce('referral.rate', facts)
    await notifications.settled()
    expect(posted).to.have.length(10)

    isBroken = false
    const headers = { 'if-match': disabled.headers.get('etag') ?? '' }
    const json = { groups: ['referrals'], language: 'zh' }
    expect((await http.ask<Made>(path, { method: 'PUT', json, headers })).body.state).to.equal('active')
    const { body } = await http.ask<{ items: { id: string; state: string; error?: string }[] }>(
      `${path}/deliveries`,
    )
    const [lost] = body.items
    expect(lost).to.deep.include({ state: 'given-up', error: 'http.500' })
    const replay = { method: 'POST' }
    expect((await http.ask(`${path}/deliveries/${lost?.id}/replay`, replay)).status).to.equal(202)
    expect((await http.refused(`${path}/deliveries/${lost?.id}/replay`, replay)).status).to.equal(409)
    await notifications.settled()
    expect(posted).to.have.length(11)
    const after = await http.ask<{ items: { state: string }[] }>(`${path}/deliveries`)
    expect(after.body.items[0]?.state).to.equal('delivered')
    const audited = await store.find(auditTrail, { subjects: lost?.id ?? '' })
    expect(audited.map(({ action }) => action)).to.deep.equal(['delivery.replay'])
  })

  it('follows no redirect, reads no more than it must, and does not wait for ever', async () => {
    const aside = await receiver()
    const answers: Answering[] = [
      (response) => response.writeHead(302, { location: aside.url }).end(),
      (response) => {
        response.writeHead(200)
        const more = () => {
          if (!response.destroyed) response.write('x'.repeat(65_536), more)
        }
        more()
      },
    ]
    const { url } = await receiver(() => answers.shift() ?? agree)
    const { create, announce, notifications, store, advance } = await managed(engine)
    await create({ url })
    await announce('referral.confirm', facts)
    await notifications.settled()
    const state = async () => (await store.find(deliveries, { channel: 'webhook' }))[0]
    expect(await state()).to.deep.include({ error: 'http.302', attempts: 1 })
    expect(aside.posted).to.deep.equal([])
    advance(3_600_000)
    await notifications.settled()
    expect(await state()).to.deep.include({ state: 'delivered' })
  })

  it('belongs to its organisation or to the district: those of another are not there', async () => {
    const { url } = await receiver()
    const { create, asking, http } = await managed(engine)
    const { body: made } = await create({ url })
    for (const id of ['u-other', 'u-district']) {
      const other = await asking(id)
      expect((await other.ask<{ items: unknown[] }>('/api/v1/webhooks')).body.items).to.deep.equal([])
      const headers = { 'if-match': '"1"' }
      for (const [path, asked] of [
        ['', {}],
        ['', { method: 'DELETE', headers }],
        ['/deliveries', {}],
        ['/deliveries/nd-e-1-u-1/replay', { method: 'POST' }],
      ] as const) {
        expect((await other.refused(`/api/v1/webhooks/${made.id}${path}`, asked)).status).to.equal(404)
      }
    }
    const gone = await http.ask(`/api/v1/webhooks/${made.id}`, {
      method: 'DELETE',
      headers: { 'if-match': '"1"' },
    })
    expect(gone.status).to.equal(204)
  })

  it('of the district hears what its staff hears, that of an organisation only what is told to it', async () => {
    const [own, district] = [await receiver(), await receiver()]
    const { create, asking, announce, notifications } = await managed(engine)
    await create({ url: own.url })
    const json = { url: district.url, groups: ['referrals', 'crisis'] }
    expect((await (await asking('u-district')).ask('/api/v1/webhooks', { json })).status).to.equal(201)
    await announce('referral.receive', { ...facts, region: community }, undefined, 'r-1')
    await announce('referral.confirm', { ...facts, region: community }, undefined, 'r-2')
    await announce('need.crisis', { region: community }, undefined, 'n-3')
    await announce('referral.confirm', { organizationId: 'o-2' }, undefined, 'r-4')
    await notifications.settled()
    const heard = ({ posted }: { posted: Posted[] }) => posted.map(({ body }) => JSON.parse(body).subject)
    expect(heard(own)).to.deep.equal(['r-2'])
    expect(heard(district)).to.deep.equal(['r-1', 'n-3'])
  })

  it('may not be more than twenty of one owner, nor have what its style does not take', async () => {
    const { url } = await receiver()
    const { create, http } = await managed(engine)
    for (let i = 0; i < 20; i++) expect((await create({ url })).status).to.equal(201)
    const json = { url, groups: ['referrals'] }
    expect((await http.refused('/api/v1/webhooks', { json })).status).to.equal(409)
    const secret = { json: { ...json, secret: 'SEC0123456789' } }
    expect((await http.refused('/api/v1/webhooks', secret)).body.errors?.[0]?.field).to.equal('secret')
  })

  it('is refused where it would reach into a private network', async () => {
    const { http } = await managed(engine, 'u-manager', [])
    for (const [url, code] of [
      ['http://example.org/', 'url.scheme'],
      ['http://127.0.0.1/', 'url.scheme'],
      ['https://user:pass@example.org/', 'url.credentials'],
      ['https://127.0.0.1/', 'address.private'],
      ['https://2130706433/', 'address.private'],
      ['https://0x7f.1/', 'address.private'],
      ['https://169.254.169.254/latest/meta-data', 'address.private'],
      ['https://100.100.100.200/', 'address.private'],
      ['https://10.1.2.3/', 'address.private'],
      ['https://[::1]/', 'address.private'],
      ['https://[::ffff:10.0.0.1]/', 'address.private'],
      ['https://[fd00::1]/', 'address.private'],
    ] as const) {
      const { body } = await http.refused('/api/v1/webhooks', { json: { url, groups: ['referrals'] } })
      expect(
        body.errors?.map((one) => [one.field, one.code]),
        url,
      ).to.deep.equal([['url', code]])
    }
  })
})
