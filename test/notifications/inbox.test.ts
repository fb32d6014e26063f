import { expect } from 'chai'
import { notificationMessages } from '../../src/notifications/index.js'
import type { Actor } from '../../src/platform/actor.js'
import { type Engine, onEachStore } from '../each-store.js'
import { openGate } from '../gates.js'
import { serve, testApp } from '../http-client.js'
import { actorOf, notificationWorld } from './world.js'

interface Item {
  readonly id: string
  readonly topic: string
  readonly text: { readonly zh: string; readonly en: string }
  readonly readAt?: string
}
interface Page {
  readonly items: readonly Item[]
  readonly next?: string
}

/** An organisation's manager and worker with three notices each, over HTTP. */
async function withThree(engine: Engine) {
  const world = await notificationWorld(engine)
  for (const subject of ['r-1', 'r-2', 'r-3'])
    await world.announce('referral.confirm', { organizationId: 'o-1' }, actorOf('u-committee'), subject)
  await world.notifications.settled()
  const { routes } = world.notifications
  const asking = (actor: Actor) =>
    serve(testApp({ routes, gate: openGate(actor), messages: [notificationMessages] }))
  return { ...world, asking, http: await asking(actorOf('u-manager')) }
}

const subjects = ({ items }: Page) => items.map(({ text }) => text.en.split(' ').at(-1))

onEachStore('an inbox', (engine) => {
  it('lists the newest first, page by page, with a text in both languages', async () => {
    const { http } = await withThree(engine)
    const first = await http.ask<Page>('/api/v1/inbox?limit=2')
    expect(subjects(first.body)).to.deep.equal(['r-3', 'r-2'])
    expect(first.body.items[0]?.text.zh).to.equal('社区已确认对接单 r-3')
    const second = await http.ask<Page>(`/api/v1/inbox?limit=2&after=${first.body.next}`)
    expect(subjects(second.body)).to.deep.equal(['r-1'])
    expect(second.body.next).to.equal(undefined)
  })

  it('puts what is unread first, and keeps what was read', async () => {
    const { http } = await withThree(engine)
    const [newest] = (await http.ask<Page>('/api/v1/inbox')).body.items
    const read = await http.ask<Item>(`/api/v1/inbox/${newest?.id}/read`, { method: 'POST' })
    expect(read.body.readAt).to.match(/^2026-03-10T/)
    const pages: (string | undefined)[] = []
    for (let after = ''; ; ) {
      const { body } = await http.ask<Page>(`/api/v1/inbox?order=unread-first&limit=1${after}`)
      pages.push(...subjects(body))
      if (!body.next) break
      after = `&after=${body.next}`
    }
    expect(pages).to.deep.equal(['r-2', 'r-1', 'r-3'])
    expect(subjects((await http.ask<Page>('/api/v1/inbox?unread=true')).body)).to.deep.equal(['r-2', 'r-1'])
  })

  it('counts what is unread, and marks all that were seen; again changes nothing', async () => {
    const { http, announce, notifications } = await withThree(engine)
    const unread = async () => (await http.ask<{ count: number }>('/api/v1/inbox/unread')).body.count
    expect(await unread()).to.equal(3)
    const [newest] = (await http.ask<Page>('/api/v1/inbox')).body.items
    await announce('referral.rate', { organizationId: 'o-1' })
    await notifications.settled()
    const all = { json: { until: newest?.id } }
    expect((await http.ask('/api/v1/inbox/read-all', all)).body).to.deep.equal({ count: 3 })
    expect(await unread()).to.equal(1)
    expect((await http.ask('/api/v1/inbox/read-all', all)).body).to.deep.equal({ count: 0 })
    expect((await http.ask('/api/v1/inbox/read-all', { json: {} })).body).to.deep.equal({ count: 1 })
    const twice = await Promise.all(
      [1, 2, 3].map(() => http.ask(`/api/v1/inbox/${newest?.id}/read`, { method: 'POST' })),
    )
    expect(new Set(twice.map(({ text }) => text)).size).to.equal(1)
  })

  it('is its owner’s alone: what lies in another is not there', async () => {
    const { http, asking } = await withThree(engine)
    const [mine] = (await http.ask<Page>('/api/v1/inbox')).body.items
    const other = await asking(actorOf('u-other'))
    expect((await other.ask<Page>('/api/v1/inbox')).body.items).to.deep.equal([])
    for (const id of [mine?.id, 'ib-000000099999']) {
      const refused = await other.refused(`/api/v1/inbox/${id}/read`, { method: 'POST' })
      expect([refused.status, refused.body.detail.replace(id ?? '', '')]).to.deep.equal([
        404,
        '找不到通知 。',
      ])
    }
    expect((await http.ask('/api/v1/inbox/unread')).body).to.deep.equal({ count: 3 })
  })
})

onEachStore('notification preferences', (engine) => {
  it('have defaults, and are replaced whole', async () => {
    const { http, asking } = await withThree(engine)
    const path = '/api/v1/notification-preferences'
    expect((await http.ask(path)).body).to.deep.equal({ language: 'zh', mail: {}, byMatching: true })
    const chosen = {
      language: 'en',
      mail: { needs: 'off' },
      quiet: { from: '22:00', to: '07:00' },
      byMatching: false,
    }
    for (const json of [chosen, { ...chosen, byMatching: true }]) {
      expect((await http.ask(path, { method: 'PUT', json })).body).to.deep.equal(json)
      expect((await http.ask(path)).body).to.deep.equal(json)
    }
    expect((await (await asking(actorOf('u-other'))).ask(path)).body).to.deep.include({ language: 'zh' })
  })

  it('cannot silence a crisis, and know times of day', async () => {
    const { http } = await withThree(engine)
    const put = (json: object) => http.refused('/api/v1/notification-preferences', { method: 'PUT', json })
    const plain = { language: 'zh', byMatching: true }
    expect((await put({ ...plain, mail: { crisis: 'off' } })).body.errors?.[0]?.field).to.equal('mail.crisis')
    expect((await put({ ...plain, quiet: { from: '24:00', to: '7:00' } })).body.errors).to.have.length(2)
  })
})
