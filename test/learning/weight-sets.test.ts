import { expect } from 'chai'
import { learningRoutes, WeightSets } from '../../src/learning/index.js'
import { loadWeights } from '../../src/matching/index.js'
import type { Actor } from '../../src/platform/actor.js'
import { Idempotency } from '../../src/platform/http/idempotency.js'
import { auditTrail } from '../../src/platform/records/index.js'
import { onEachStore } from '../each-store.js'
import { featureServices, regions } from '../feature-services.js'
import { serve, testApp } from '../http-client.js'
import { refusalOf } from '../refusals.js'

const staff: Actor = { id: 'u-district', role: 'district' }
const fromFile = loadWeights('seeds/model/weights.json')
const version = (name: string) => ({ ...fromFile, version: name })
const report = [{ measure: 'benchmark nDCG@10', before: 0.861, after: 0.867, of: 240 }]

interface Listed {
  readonly items: readonly { readonly version: string; readonly state: string }[]
  readonly inUse: string
  readonly running: string
}

onEachStore('the weights of an installation', (engine) => {
  async function world() {
    const { store, clock, ids, advance } = await featureServices(engine)
    const sets = new WeightSets({ store, clock, ids, onCommitted: () => undefined })
    const fairness = { store, clock, regions, smallest: { sensitive: 10, otherwise: 5 } }
    const idempotency = new Idempotency({ store, clock })
    const client = await serve(
      testApp({ routes: learningRoutes({ sets, running: () => fromFile.version, fairness }), idempotency }),
    )
    return {
      ...{ store, sets, client },
      start: async (weights = fromFile) => (await sets.startWith(weights)).version,
      use: async (name: string) => {
        advance(1_000)
        const set = (await sets.list({})).find((each) => each.version === name)
        return sets.use(set?.id ?? '', set?.revision ?? 0, '试行后采用', staff)
      },
      listed: async () => (await client.ask<Listed>('/api/v1/weight-sets')).body,
    }
  }

  it('are those of the file at first, kept once, whichever process starts how often', async () => {
    const { start, sets } = await world()
    expect(await Promise.all([start(), start()])).to.deep.equal([fromFile.version, fromFile.version])
    expect(await start()).to.equal(fromFile.version)
    expect(await sets.list({})).to.have.length(1)
  })

  it('are proposed without effect, approved by a person, and gone by then', async () => {
    const { start, sets, use, listed, store } = await world()
    await start()
    await sets.propose({ weights: version('learnt-1'), report }, staff)
    expect(await start()).to.equal(fromFile.version)
    expect(await listed()).to.deep.include({ inUse: fromFile.version })
    const approved = await use('learnt-1')
    expect(approved).to.deep.include({ state: 'approved', report })
    expect(await listed()).to.deep.include({ inUse: 'learnt-1', running: fromFile.version })
    expect(await start()).to.equal('learnt-1')
    const [entry] = await store.find(auditTrail, { action: 'weight-set.use' })
    expect(entry).to.deep.include({ actor: 'u-district', reason: '试行后采用' })
  })

  it('go back to an earlier set, and keep all of them for explanations', async () => {
    const { start, sets, use, listed } = await world()
    await start()
    await sets.propose({ weights: version('learnt-1'), report }, staff)
    await use('learnt-1')
    await use(fromFile.version)
    expect(await start()).to.equal(fromFile.version)
    expect((await listed()).items.map((set) => `${set.version} ${set.state}`)).to.have.members([
      'learnt-1 approved',
      `${fromFile.version} approved`,
    ])
  })

  it('are those of a file that was laid there since, for that is a choice too', async () => {
    const { start, sets, use } = await world()
    await start()
    await sets.propose({ weights: version('learnt-1'), report }, staff)
    await use('learnt-1')
    expect(await start(version('own-2'))).to.equal('own-2')
  })

  it('refuse a version that is known, what is in use already, and what was made for other features', async () => {
    const { start, sets, use } = await world()
    await start()
    const { words: _, ...others } = fromFile.features
    const old = { ...version('old-1'), features: others }
    await sets.propose({ weights: old, report: [] }, staff)
    expect(await refusalOf(() => sets.propose({ weights: old, report: [] }, staff))).to.deep.equal([
      'key.taken',
      'version',
    ])
    expect((await refusalOf(() => use(fromFile.version)))[0]).to.equal('state.refused')
    expect((await refusalOf(() => use('old-1')))[0]).to.equal('state.refused')
  })

  it('are proposed and used over HTTP by what was read last', async () => {
    const { start, client } = await world()
    await start()
    const proposal = { weights: version('learnt-1'), report }
    const made = await client.ask<{ id: string }>('/api/v1/weight-sets', { json: proposal })
    expect(made.status).to.equal(201)
    const path = `/api/v1/weight-sets/${made.body.id}/use`
    expect((await client.refused(path, { json: { reason: '试行' } })).status).to.equal(428)
    const used = await client.ask(path, { json: { reason: '试行' }, headers: { 'if-match': '"1"' } })
    expect(used.status).to.equal(200)
    const { words: _, ...others } = fromFile.features
    const bad = { weights: { ...version('x'), features: others, possible: 0.7 }, report }
    const refused = await client.refused('/api/v1/weight-sets', { json: bad })
    expect(refused.body.errors?.map(({ field }) => field)).to.have.members([
      'weights.features.words',
      'weights.strong',
    ])
  })
})
