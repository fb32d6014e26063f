import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'chai'
import { type Need, needRoutes } from '../../src/needs/index.js'
import { Idempotency } from '../../src/platform/http/idempotency.js'
import type { Engine } from '../each-store.js'
import { aNeed } from '../feature-drafts.js'
import { featureServices } from '../feature-services.js'
import { type HttpClient, type Reply, serve, testApp } from '../http-client.js'
import { openTemporaryMongo, temporaryDatabase, withDatabase } from '../platform/store/temporary-mongo.js'
import { mongoUrl } from '../setup.js'
import { openMongoProxy } from './mongo-proxy.js'

/** The API of needs on MongoDB, with a network between the two that can be cut. */
async function servedOverProxy() {
  const database = temporaryDatabase()
  const proxy = await openMongoProxy(database)
  const open: Engine['open'] = (collections) => openTemporaryMongo(collections, proxy.url)
  const services = await featureServices({ open })
  const { needs, store, clock } = services
  const http = await serve(
    testApp({ routes: needRoutes(needs, services), idempotency: new Idempotency({ store, clock }) }),
  )
  return { proxy, http, url: database }
}

/** Enters needs one after the other until it is told to stop; the ids of those that were acknowledged. */
function writer(http: HttpClient) {
  let isStopped = false
  const statuses = new Set<number>()
  const run = async () => {
    const acknowledged: string[] = []
    while (!isStopped) {
      const { status, body } = await http.ask<Need>('/api/v1/needs', { json: aNeed() })
      statuses.add(status)
      if (status === 201) acknowledged.push(body.id)
    }
    return acknowledged
  }
  const done = run()
  return {
    statuses,
    stop() {
      isStopped = true
      return done
    },
  }
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(20)
}

/**
 * Whether the driver hears from the server without asking, as from MongoDB since 4.4. Where it has to ask, and all connections
 * break while it does, driver 7.8 may wait for ever for the one it asks over.
 */
const isStreaming = (url: string) =>
  withDatabase(url, async (db) => (await db.admin().command({ hello: 1 })).topologyVersion !== undefined)

const areEntering = (writers: readonly ReturnType<typeof writer>[]) =>
  until(() => writers.every(({ statuses }) => statuses.has(201)))

if (mongoUrl)
  describe('a server whose connection to MongoDB is lost and comes back', function () {
    this.timeout(180_000)

    it('refuses with 503 and Retry-After meanwhile, and goes on by itself with all it had', async () => {
      const { proxy, http } = await servedOverProxy()
      const { body } = await http.ask<
        Need & { likelyDuplicates: unknown; hotlines: unknown; hidden: unknown }
      >('/api/v1/needs', {
        json: aNeed(),
      })
      const { likelyDuplicates: _, hotlines: __, hidden: ___, ...need } = body
      const path = `/api/v1/needs/${need.id}`

      proxy.cut()
      for (const [to, asked] of [
        [path, {}],
        ['/api/v1/needs?state=open', {}],
        ['/api/v1/needs', { json: aNeed() }],
        [`${path}/withdraw`, { json: {}, headers: { 'if-match': '"1"' } }],
      ] as const) {
        const refused = await http.refused(to, asked)
        expect([refused.status, refused.body.type], to).to.deep.equal([503, '/problems/engine.away'])
        expect(Number(refused.headers.get('retry-after')), to).to.be.above(0)
      }

      proxy.mend()
      let again: Reply<Need> | undefined
      await until(async () => {
        again = await http.ask<Need>(path)
        return again.status === 200
      })
      expect(again?.body).to.deep.equal(need)
      await until(async () => (await http.ask('/api/v1/needs', { json: aNeed() })).status === 201)
    })

    it('loses nothing acknowledged when it is cut in the middle of writes', async function () {
      const { proxy, http, url } = await servedOverProxy()
      if (!(await isStreaming(url))) {
        console.info(
          'left out: cuts in the middle of writes, after which the driver may not ask this server again',
        )
        this.skip()
      }
      const writers = [writer(http), writer(http)]
      await areEntering(writers)
      proxy.cut()
      await until(() => writers.every(({ statuses }) => statuses.has(503)))
      proxy.mend()
      for (const { statuses } of writers) statuses.clear()
      await areEntering(writers)
      const acknowledged = (await Promise.all(writers.map((each) => each.stop()))).flat()
      expect(acknowledged.length).to.be.above(3)
      for (const id of acknowledged) expect((await http.ask(`/api/v1/needs/${id}`)).status, id).to.equal(200)
    })
  })
