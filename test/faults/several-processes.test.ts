import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'chai'
import { loadDemo } from '../../src/demo/index.js'
import { ownSeeds } from '../../src/seeds-folder.js'
import { openWorkspace } from '../../src/workspace.js'
import { temporaryDatabase } from '../platform/store/temporary-mongo.js'
import { dataFolder, testConfig } from '../running.js'
import { mongoUrl, onCleanup } from '../setup.js'
import { bearerFor, type Headers } from '../signed-in.js'
import { startServer, type WatchedChild } from './child-process.js'
import { Ledger } from './ledger.js'
import { MixedLoad, type Replica } from './mixed-load.js'
import { openMongoProxy } from './mongo-proxy.js'

/** So long the load lasts, in thirds: three servers, two of them, three again. */
const loadMs = process.env.CI ? 60_000 : 6_000

const demo = loadDemo(ownSeeds)
const demoTotals = {
  organizations: demo.organizations.length,
  offerings: demo.offerings.length,
  needs: demo.needs.length,
}

/** Headers of somebody who may read and write needs. */
let signedIn: Headers

interface Engine {
  readonly name: string
  readonly processes: number
  /** Of an empty database, where there is one. */
  makeUrl(): string | undefined
}

const sqlite: Engine = { name: 'one SQLite file', processes: 2, makeUrl: () => undefined }
const mongodb: Engine = { name: 'one MongoDB', processes: 3, makeUrl: temporaryDatabase }

for (const { name, processes, makeUrl } of mongoUrl ? [sqlite, mongodb] : [sqlite]) {
  describe(`${processes} servers on ${name}, started at once on nothing`, function () {
    this.timeout(900_000)

    it('load the demo once, lose nothing and do nothing twice while one is killed and comes back, and agree in the end', async () => {
      const folder = dataFolder()
      onCleanup(folder.remove)
      const url = makeUrl()
      const environment = {
        DUIJIE_DATA: folder.path,
        DUIJIE_DEMO: 'on',
        ...(url === undefined ? {} : { MONGO_URL: (await openMongoProxy(url)).url }),
      }
      const children = Array.from({ length: processes }, () => startServer(environment))
      const replicas = await Promise.all(children.map(replicaOf))
      signedIn = await bearerFor(testConfig(folder.path, { mongoUrl: url }))
      for (const { url } of replicas) expect(await totalsOf(url)).to.deep.equal(demoTotals)

      const [victim, other] = replicas as [Replica, Replica]
      const offerings = await idsOf(other.url, 'offerings', 'state=published')
      const load = new MixedLoad(replicas, offerings.slice(0, 20), signedIn)
      await pause(loadMs / 3)
      victim.isDown = true
      await children[0]?.kill()
      await pause(loadMs / 3)
      children[0] = startServer(environment)
      victim.url = (await replicaOf(children[0])).url
      victim.isDown = false
      await pause(loadMs / 3)
      await load.stop()
      console.info(
        `      ${load.requests} requests, ${load.owed.size} needs made, ${load.repeated} POSTs sent again, ${load.putOff} put off`,
      )
      expect(load.faults).to.deep.equal([])
      expect(load.owed.size).to.be.above(10)

      const answers = await agreement(replicas, [...load.owed.keys()], offerings)
      expect(new Set(answers).size, 'different answers').to.equal(1)
      await holdAgainst(load, other.url)
      expect(await Promise.all(children.map((child) => child.end()))).to.deep.equal(children.map(() => 0))

      const workspace = await openWorkspace(testConfig(folder.path, { mongoUrl: url }))
      onCleanup(() => workspace.close())
      const ledger = new Ledger(workspace.kinds)
      for (const [id, { revision }] of load.owed) ledger.kept(id, revision)
      expect(await ledger.faultsOf(workspace.store)).to.deep.equal([])
    })
  })
}
if (!mongoUrl) console.info('left out: three servers on one MongoDB, for MONGO_URL is not set')

async function replicaOf(child: WatchedChild): Promise<Replica> {
  const [, url = ''] = await child.says(/running: (http\S+)/)
  return { url, isDown: false }
}

async function json<T>(url: string, path: string): Promise<T> {
  const response = await fetch(`${url}/api/v1${path}`, { headers: signedIn })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as T
}

async function pages<T>(url: string, path: string): Promise<T[]> {
  const items: T[] = []
  for (let after = ''; ; ) {
    const page = await json<{ items: T[]; next?: string }>(url, `${path}${after}`)
    items.push(...page.items)
    if (page.next === undefined) return items
    after = `&after=${page.next}`
  }
}

async function idsOf(url: string, plural: string, query: string): Promise<string[]> {
  return (await pages<{ id: string }>(url, `/${plural}?limit=100&${query}`)).map(({ id }) => id)
}

async function totalsOf(url: string): Promise<Record<string, number>> {
  const kinds = ['organizations', 'offerings', 'needs']
  const counts = await Promise.all(kinds.map(async (kind) => (await idsOf(url, kind, '')).length))
  return Object.fromEntries(kinds.map((kind, at) => [kind, counts[at] as number]))
}

/** What each replica answers, asked again until they agree or a minute is over. */
async function agreement(
  replicas: readonly Replica[],
  needs: readonly string[],
  offerings: readonly string[],
): Promise<string[]> {
  const paths = [
    '/needs?q=%E7%8B%AC%E5%B1%85&limit=100',
    '/needs?q=&limit=1',
    ...needs.slice(-10).map((id) => `/needs/${id}/recommendations`),
    ...offerings.slice(0, 10).map((id) => `/offerings/${id}/recommendations?limit=20`),
  ]
  for (const end = Date.now() + 60_000; ; await pause(200)) {
    const answers = await Promise.all(
      replicas.map(async ({ url }) => {
        const asked = paths.map((path) => json(url, path))
        return JSON.stringify([await pages(url, '/needs?limit=100'), ...(await Promise.all(asked))])
      }),
    )
    if (new Set(answers).size === 1 || Date.now() > end) return answers
  }
}

/** All that was acknowledged is there as it was left, and nothing was made twice. */
async function holdAgainst({ owed }: MixedLoad, url: string): Promise<void> {
  const stored = await pages<{ id: string; revision: number; text: string }>(url, '/needs?limit=100')
  const made = stored.filter(({ text }) => /第\d+号。$/.test(text))
  const asText = ({ id, revision, text }: { id: string; revision: number; text: string }) =>
    `${id} ${revision} ${text}`
  const expected = [...owed].map(([id, { revision, text }]) => asText({ id, revision, text }))
  expect(made.map(asText).toSorted()).to.deep.equal(expected.toSorted())
}
