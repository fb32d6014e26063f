import { expect } from 'chai'
import { type Running, start } from '../../src/main.js'
import { loadWeights } from '../../src/matching/index.js'
import { openWorkspace } from '../../src/workspace.js'
import { onEachStore } from '../each-store.js'
import { exampleIds, holdExamples } from '../example-records.js'
import { HttpClient } from '../http-client.js'
import { type Headers, person } from '../signed-in.js'
import { get, post, type Shown } from '../story/asking.js'

const shipped = loadWeights('seeds/model/weights.json')
const other = { ...shipped, version: 'learnt-1', bias: shipped.bias - 1 }

interface Recommended {
  readonly weights: string
  readonly items: readonly { readonly id: string; readonly score: number }[]
}

onEachStore('weights that a person puts to use', function (engine) {
  this.timeout(240_000)
  const home = engine.makeHome()
  let staff: Headers
  let servers: readonly Running[]

  before(async () => {
    const workspace = await openWorkspace(home.config())
    await holdExamples(workspace, 'weights')
    staff = (await person(workspace)).headers
    await workspace.close()
    // Two connections of one process to one file must not both write.
    const count = engine.name === 'mongodb' ? 2 : 1
    servers = await Promise.all(Array.from({ length: count }, () => start(home.config())))
  })
  after(async () => {
    for (const server of servers) await server.stop()
    await home.remove()
  })

  it('count at once in every process, and each recommendation says which it went by', async () => {
    const asking = servers.map(({ url }) => new HttpClient(url).with(staff))
    const [first] = asking as [HttpClient]
    const recommended = (who: HttpClient) =>
      get<Recommended>(who, `/needs/${exampleIds.need}/recommendations`)
    const before = await recommended(first)
    expect(before.weights).to.equal(shipped.version)
    const set = await post<Shown>(first, '/weight-sets', { weights: other, report: [] })
    await post(first, `/weight-sets/${set.id}/use`, { reason: '试行后采用' }, set)
    for (const [at, server] of servers.entries()) {
      await server.settled()
      const after = await recommended(asking[at] as HttpClient)
      expect(after.weights).to.equal('learnt-1')
      expect(after.items[0]?.id).to.equal(before.items[0]?.id)
      expect(after.items[0]?.score).to.be.below(before.items[0]?.score ?? 0)
      expect(await get(asking[at] as HttpClient, '/weight-sets')).to.include({ running: 'learnt-1' })
    }
  })
})
