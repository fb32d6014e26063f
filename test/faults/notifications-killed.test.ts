import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'chai'
import { deliveries, inbox } from '../../src/notifications/collection.js'
import { systemActor } from '../../src/platform/actor.js'
import { events } from '../../src/platform/records/index.js'
import { openStore } from '../../src/platform/store/index.js'
import { actorOf, worldOver } from '../notifications/world.js'
import { temporaryDatabase } from '../platform/store/temporary-mongo.js'
import { temporaryPath } from '../platform/store/temporary-sqlite.js'
import { mongoUrl, onCleanup } from '../setup.js'
import { startScript } from './child-process.js'
import { openMongoProxy } from './mongo-proxy.js'
import { crowd, noted } from './noted.js'
import { seeded } from './random.js'

/** On a server each kill waits for the dead one's lease besides, so fewer are killed. */
const kills = { file: 8, server: 3 }
const eventsEach = 3

const engines: [name: string, makePlace: () => string][] = [['SQLite file', temporaryPath]]
if (mongoUrl) engines.push(['MongoDB', temporaryDatabase])
else console.info('left out: telling events over one MongoDB, for MONGO_URL is not set')

for (const [name, makePlace] of engines)
  describe(`processes that tell events over one ${name} and are killed`, function () {
    this.timeout(600_000)

    it('put each into each inbox once, and post each at least once', async () => {
      const heard: string[] = []
      const server = createServer((request, response) => {
        let body = ''
        request.on('data', (chunk) => {
          body += chunk
        })
        request.on('end', () => {
          heard.push((JSON.parse(body) as { subject: string }).subject)
          response.end()
        })
      })
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      onCleanup(() => {
        server.closeAllConnections()
        server.close()
      })
      const place = makePlace()
      const isMongo = place.startsWith('mongodb')
      const placeOfMortals = isMongo ? (await openMongoProxy(place)).url : place
      const store = await openStore({
        mongoUrl: isMongo ? place : undefined,
        path: place,
        collections: noted,
      })
      onCleanup(() => store.close())
      const { announce, notifications } = worldOver(store, { settings: { trustedHosts: ['127.0.0.1'] } })
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
      const draft = { url, style: 'duijie', groups: ['referrals'], language: 'zh' } as const
      await notifications.webhooks.create(draft, actorOf('u-manager'))

      const random = seeded(20260310)
      const told: string[] = []
      for (let round = 0; round < (isMongo ? kills.server : kills.file); round++) {
        const child = startScript('notifications-child.ts', [placeOfMortals])
        await child.says('telling')
        for (let i = 0; i < eventsEach; i++) {
          const subject = `r-${told.length}`
          told.push(subject)
          await announce('referral.confirm', { organizationId: 'o-1' }, systemActor('test'), subject)
        }
        await pause(Math.floor(random() * 400))
        await child.kill()
      }
      const last = startScript('notifications-child.ts', [place])
      await last.says('telling')
      const isDone = async () =>
        (await store.count(events, {})) === 0 && (await store.count(deliveries, { state: 'waiting' })) === 0
      while (!(await isDone())) await pause(100)

      expect(new Set(heard)).to.deep.equal(new Set(told))
      const counts = await store.tally(inbox, {}, ['account'])
      expect(counts).to.have.length(crowd.length)
      expect(new Set(counts.map(({ count }) => count))).to.deep.equal(new Set([told.length]))
      for (const subject of told) expect(await store.count(inbox, { subject })).to.equal(crowd.length)
      const ids: string[] = []
      for await (const batch of store.scan(inbox)) ids.push(...batch.map(({ id }) => id))
      expect(ids.at(-1)).to.equal(`ib-${String(told.length * crowd.length).padStart(12, '0')}`)
    })
  })
