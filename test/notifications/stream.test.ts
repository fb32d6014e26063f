import { expect } from 'chai'
import { inbox } from '../../src/notifications/collection.js'
import { createInbox } from '../../src/notifications/inbox.js'
import { LiveInboxes, mostStreams } from '../../src/notifications/live.js'
import { inboxRoutes } from '../../src/notifications/routes.js'
import { createTexts } from '../../src/notifications/texts.js'
import type { Actor } from '../../src/platform/actor.js'
import { Unauthenticated } from '../../src/platform/errors.js'
import type { Gate } from '../../src/platform/http/gate.js'
import type { DocumentStore } from '../../src/platform/store/index.js'
import { onEachStore } from '../each-store.js'
import { regions, taxonomy } from '../feature-services.js'
import { openGate } from '../gates.js'
import { type HttpClient, serve, testApp } from '../http-client.js'
import { onCleanup } from '../setup.js'
import { actorOf, notificationWorld, worldOver } from './world.js'

/** A process that serves streams over a store; another one may write. */
async function streamServer(
  store: DocumentStore,
  { gate, heartbeatMs = 60_000, pollMs = 10 }: ServerOptions = {},
) {
  const clock = { now: () => new Date() }
  const live = new LiveInboxes({ store, onError: () => undefined, pollMs })
  onCleanup(() => live.stop())
  const texts = createTexts({ taxonomy, regions, timeZone: 'Asia/Shanghai' })
  const routes = inboxRoutes({ inbox: createInbox({ store, clock }), live, texts, clock, heartbeatMs })
  const http = await serve(testApp({ routes, gate: gate ?? openGate(actorOf('u-manager')) }), 60_000)
  return { http, live }
}

interface ServerOptions {
  readonly gate?: Gate
  readonly heartbeatMs?: number
  readonly pollMs?: number
}

/** Reads events as a browser does. */
async function listen(http: HttpClient, headers: Record<string, string> = {}, query = '') {
  const leaving = new AbortController()
  onCleanup(() => leaving.abort())
  const response = await fetch(`${http.url}/api/v1/inbox/stream${query}`, { headers, signal: leaving.signal })
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  const decoder = new TextDecoder()
  let text = ''
  /** The next part up to an empty line; undefined at the end of the stream. */
  const part = async (): Promise<string | undefined> => {
    for (;;) {
      const end = text.indexOf('\n\n')
      if (end >= 0) {
        const found = text.slice(0, end)
        text = text.slice(end + 2)
        return found
      }
      const { done, value } = await reader.read()
      if (done) return undefined
      text += decoder.decode(value, { stream: true })
    }
  }
  return {
    status: response.status,
    leave: () => leaving.abort(),
    part,
    /** The id and subject of the next notice. */
    async notice(): Promise<readonly [string, string]> {
      for (;;) {
        const [, id, data] = /^id: (.*)\nevent: notice\ndata: (.*)$/.exec((await part()) ?? 'ended') ?? []
        if (id && data) return [id, (JSON.parse(data) as { subject: string }).subject]
      }
    },
  }
}

const facts = { organizationId: 'o-1' }

onEachStore('a stream of an inbox', (engine) => {
  it('brings what another process writes, and to its owner only', async () => {
    const { store, announce, notifications } = await notificationWorld(engine)
    const { http, live } = await streamServer(store)
    const other = await streamServer(store, { gate: openGate(actorOf('u-other')) })
    const mine = await listen(http)
    const others = await listen(other.http)
    expect(await mine.part()).to.equal('retry: 2000')
    await others.part()
    while (live.size + other.live.size < 2) await new Promise(setImmediate)
    await announce('referral.confirm', facts, undefined, 'r-1')
    await announce('referral.confirm', { organizationId: 'o-2' }, undefined, 'r-2')
    await notifications.settled()
    expect((await mine.notice())[1]).to.equal('r-1')
    expect((await others.notice())[1]).to.equal('r-2')
  })

  it('goes on after the last event that the client had, in any process', async () => {
    const { store, announce, notifications } = await notificationWorld(engine)
    const first = await streamServer(store)
    const all = ['r-1', 'r-2', 'r-3', 'r-4']
    for (const subject of all) await announce('referral.confirm', facts, undefined, subject)
    await notifications.settled()
    const before = await listen(first.http, {}, '?after=ib-000000000000')
    const [id, subject] = await before.notice()
    expect(subject).to.equal('r-1')
    before.leave()
    const second = await streamServer(store)
    const after = await listen(second.http, { 'last-event-id': id })
    expect([(await after.notice())[1], (await after.notice())[1], (await after.notice())[1]]).to.deep.equal(
      all.slice(1),
    )
    while (first.live.size) await new Promise(setImmediate)
  })

  it('misses nothing and repeats nothing while events are told and clients come and go', async () => {
    const { store, announce, notifications } = await notificationWorld(engine)
    const { http } = await streamServer(store)
    const told = Array.from({ length: 60 }, (_, i) => `r-${i}`)
    const telling = (async () => {
      for (const subject of told) {
        await announce('referral.confirm', facts, undefined, subject)
        await notifications.settled()
      }
    })()
    const heard: string[] = []
    let last = 'ib-000000000000'
    while (heard.length < told.length) {
      const stream = await listen(http, { 'last-event-id': last })
      for (let i = 0; i < 7 && heard.length < told.length; i++) {
        const [id, subject] = await stream.notice()
        heard.push(subject)
        last = id
      }
      stream.leave()
    }
    await telling
    expect(heard).to.deep.equal(told)
  })

  it('is woken by a commit of its own process, without waiting for the next look', async () => {
    const world = await notificationWorld(engine)
    const { notifications, announce, store } = worldOver(world.store)
    const http = await serve(testApp({ routes: notifications.routes, gate: openGate(actorOf('u-manager')) }))
    const stream = await listen(http)
    await stream.part()
    await announce('referral.confirm', facts, undefined, 'r-1')
    await notifications.settled()
    expect((await stream.notice())[1]).to.equal('r-1')
    expect(await store.count(inbox, {})).to.equal(2)
  })

  it('tells staff that something was told to others, in any process, but not what', async () => {
    const { store, announce, notifications } = await notificationWorld(engine)
    const { http, live } = await streamServer(store, { gate: openGate(actorOf('u-district')) })
    const stream = await listen(http)
    await stream.part()
    while (!live.size) await new Promise(setImmediate)
    for (const subject of ['r-1', 'r-2']) {
      await announce('referral.confirm', facts, undefined, subject)
      await notifications.settled()
      expect(await stream.part()).to.equal('event: moved\ndata: {}')
    }
  })

  it('gives signs of life, and ends when its reader is signed in no more', async () => {
    const { store } = await notificationWorld(engine)
    let signedIn: Actor | undefined = actorOf('u-manager')
    const gate: Gate = {
      knows: () => true,
      admit: () => {
        if (!signedIn) throw new Unauthenticated('signIn.needed')
        return signedIn
      },
    }
    const { http, live } = await streamServer(store, { gate, heartbeatMs: 5 })
    const stream = await listen(http)
    await stream.part()
    expect([await stream.part(), await stream.part()]).to.deep.equal([':', ':'])
    signedIn = undefined
    for (let part = await stream.part(); part !== undefined; ) part = await stream.part()
    while (live.size) await new Promise(setImmediate)
  })

  it('is refused beyond eight of one account', async () => {
    const { store } = await notificationWorld(engine)
    const { http, live } = await streamServer(store)
    const streams = await Promise.all(Array.from({ length: mostStreams }, () => listen(http)))
    for (const stream of streams) await stream.part()
    while (live.size < mostStreams) await new Promise(setImmediate)
    expect((await http.refused('/api/v1/inbox/stream')).status).to.equal(409)
    streams[0]?.leave()
    while (live.size === mostStreams) await new Promise(setImmediate)
    expect((await listen(http)).status).to.equal(200)
  })

  it('ends at once when the server stops', async () => {
    const { store } = await notificationWorld(engine)
    const { http } = await streamServer(store)
    const stream = await listen(http)
    await stream.part()
    await http.listening.stop()
    expect(await stream.part()).to.equal(undefined)
  })
})
