import { expect } from 'chai'
import { storeCollections } from '../src/collections.js'
import { storePath } from '../src/data-folder.js'
import { fillWithDemo, loadDemo } from '../src/demo/index.js'
import { type Running, start } from '../src/main.js'
import { systemClock } from '../src/platform/clock.js'
import { copyStates, copyStore, openStore } from '../src/platform/store/index.js'
import { openWorkspace } from '../src/workspace.js'
import { engines, type Home } from './each-store.js'
import { HttpClient, type Reply } from './http-client.js'
import { type RecordedRequest, recordedRequests } from './recorded-requests.js'
import { mongoUrl } from './setup.js'
import { bearer, type Headers } from './signed-in.js'

interface Page {
  readonly items?: readonly { readonly id?: string }[]
  readonly next?: string
}

/** Pages of a list that are followed. */
const mostPages = 4
/** A minute that begins between the same question to both would change the one's requests and not yet the other's. */
const noJobs = { jobs: false }

/** The answer, and those of the pages after it. */
async function answersTo(http: HttpClient, { path, ...asked }: RecordedRequest): Promise<Reply<Page>[]> {
  const replies = [await http.ask<Page>(path, asked)]
  for (let next = replies[0]?.body.next; next && replies.length < mostPages; next = replies.at(-1)?.body.next)
    replies.push(await http.ask<Page>(`${path}&after=${encodeURIComponent(next)}`))
  return replies
}

/** Copies what one home holds into another, so that both hold the same instants and stamps. */
async function copyHome(from: Home, to: Home): Promise<void> {
  const open = (home: Home) => {
    const { data, mongoUrl } = home.config()
    return openStore({ mongoUrl, path: storePath(data), collections: [...storeCollections, copyStates] })
  }
  const [source, target] = [await open(from), await open(to)]
  await copyStore({
    source,
    target,
    collections: storeCollections,
    clock: systemClock,
    sourceName: 'the demo',
  })
  await source.close()
  await target.close()
}

if (mongoUrl)
  describe('the same demo in both stores', function () {
    this.timeout(300_000)
    const homes = engines.map((engine) => engine.makeHome())
    const demo = loadDemo('seeds')
    let running: Running[] = []
    let staff: Headers

    before(async () => {
      const [first, second] = homes as [Home, Home]
      const workspace = await openWorkspace(first.config())
      await fillWithDemo(workspace, demo)
      staff = await bearer(workspace)
      await workspace.close()
      await copyHome(first, second)
      running = [await start(first.config(noJobs)), await start(second.config(noJobs))]
      for (const server of running) await server.settled()
    })
    after(async () => {
      for (const server of running) await server.stop()
      for (const home of homes) await home.remove()
    })

    it('answers 200 recorded requests identically', async () => {
      const [sqlite, mongodb] = running.map(({ url }) => new HttpClient(url).with(staff)) as [
        HttpClient,
        HttpClient,
      ]
      const requests = recordedRequests(demo)
      expect(requests).to.have.length(200)
      let items = 0
      let replies = 0
      for (const request of requests) {
        const [one, other] = [await answersTo(sqlite, request), await answersTo(mongodb, request)]
        const name = JSON.stringify(request)
        expect(
          other.map(({ status }) => status),
          name,
        ).to.deep.equal(one.map(() => 200))
        expect(
          other.map(({ text }) => text),
          name,
        ).to.deep.equal(one.map(({ text }) => text))
        items += one.reduce((sum, { body }) => sum + (body.items?.length ?? 0), 0)
        replies += one.length
      }
      // That the answers are of some weight: hundreds of pages, thousands of records.
      expect(replies).to.be.above(250)
      expect(items).to.be.above(2_500)
    })
  })
