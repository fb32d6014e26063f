import { expect } from 'chai'
import { needMessages, needRoutes } from '../../src/needs/index.js'
import type { Actor } from '../../src/platform/actor.js'
import { Idempotency } from '../../src/platform/http/idempotency.js'
import { auditChange, auditTrail, outbox } from '../../src/platform/records/index.js'
import { actors } from '../actors.js'
import { type Engine, onEachStore } from '../each-store.js'
import { aNeed } from '../feature-drafts.js'
import { actor, community, featureServices, regions } from '../feature-services.js'
import { openGate } from '../gates.js'
import { serve, testApp } from '../http-client.js'
import { aFile, rowsOf } from '../platform/tables/files.js'

const guarded = '孩子父亲正在服刑，放学后没人接，需要有人照看。'
const named = '独居老人王秀英，电话13812345678，需要有人上门陪伴。'

/** Three needs, one of them about a protected group and one that names somebody, and how each reader has them as a file. */
async function world(engine: Engine) {
  const services = await featureServices(engine)
  const { needs, advance, store, clock } = services
  const idempotency = new Idempotency({ store, clock })
  for (const draft of [
    {
      visibility: 'public',
      text: guarded,
      categories: ['minors'],
      beneficiaries: { count: 1, groups: ['children'] },
    },
    { visibility: 'public', text: named },
    { visibility: 'staff', state: 'draft' },
  ] as const) {
    advance(60_000)
    await needs.create(aNeed(draft), actor)
  }
  await services.index()
  const cellsFor = async (who: Actor, query: string) => {
    const routes = needRoutes(needs, services)
    const http = await serve(testApp({ routes, idempotency, gate: openGate(who), messages: [needMessages] }))
    const { text } = await http.ask(`/api/v1/needs?format=csv&${query}`)
    return (await rowsOf(aFile('needs.csv', text))).map((row) => ('cells' in row ? row.cells : {}))
  }
  return { ...services, cellsFor }
}

onEachStore('needs as a file', (engine) => {
  it('hold for each reader what its list shows: nothing hidden for an organisation, all for the district', async () => {
    const { cellsFor } = await world(engine)
    const own = await cellsFor(actors.district, '')
    expect(own.map((cells) => cells.需求描述))
      .to.include(guarded)
      .and.have.length(3)
    for (const query of ['', 'q=%E9%99%AA%E4%BC%B4']) {
      const rows = await cellsFor(actors.worker('o-1'), query)
      const all = JSON.stringify(rows)
      expect(rows, query).to.have.length(query ? 1 : 2)
      for (const hidden of ['服刑', '放学', '王秀英', '13812345678', '儿童', community])
        expect(all, `${query} ${hidden}`).not.to.include(hidden)
    }
    const [, shown] = await cellsFor(actors.worker('o-1'), '')
    expect(shown?.服务类别).to.match(/./)
    expect(shown).to.include({ 服务对象: '', 来源: '' })
    expect(regions.named(shown?.区域 ?? '')[0]?.level).to.equal('street')
    expect(await cellsFor(actors.worker('o-1'), 'group=children')).to.deep.equal([])
  })

  it('are those of the filters, or of the search', async () => {
    const { cellsFor } = await world(engine)
    expect(await cellsFor(actors.district, 'state=draft')).to.have.length(1)
    expect(await cellsFor(actors.district, 'state=open&q=%E9%99%AA%E4%BC%B4')).to.have.length(1)
  })

  it('leave a line in the audit trail that names who took them, and owe the views nothing', async () => {
    const { cellsFor, store } = await world(engine)
    const owed = await store.count(outbox, {})
    await cellsFor(actors.street(community), '')
    const [entry] = await store.find(auditTrail, { action: 'need.export' })
    expect(entry).to.include({ actor: actors.street(community).id, kind: 'need' })
    expect(entry?.subjects).to.deep.equal([])
    const since = await store.find(outbox, {}, { limit: 1_000 })
    expect(since.slice(owed).map(({ kind }) => kind)).to.deep.equal([auditChange])
  })
})
