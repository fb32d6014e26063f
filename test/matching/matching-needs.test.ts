import { expect } from 'chai'
import { mergedByNeed } from '../../src/matching/matching-needs.js'
import { matchingNeedsRoute } from '../../src/matching/matching-needs-routes.js'
import type { Actor } from '../../src/platform/actor.js'
import { actors } from '../actors.js'
import { type Engine, onEachStore } from '../each-store.js'
import { aNeed, anOffering, anOrganization } from '../feature-drafts.js'
import { actor, community, featureServices, regions } from '../feature-services.js'
import { openGate } from '../gates.js'
import { serve, testApp } from '../http-client.js'
import { aFile, rowsOf } from '../platform/tables/files.js'
import { matchingOver } from './shared-language.js'

interface Found {
  readonly id: string
  readonly title: string
  readonly score: number
  readonly offerings: readonly string[]
  readonly need: { readonly region: string; readonly text: string }
}

const guarded = '孩子父亲正在服刑，独居的奶奶腿脚不便，需要有人上门陪伴。'

/** Two offerings of one organisation, and needs: one that both fit, one about a protected group, one for staff. */
async function world(engine: Engine) {
  const services = await featureServices(engine)
  const { needs, offerings, organizations } = services
  const matching = matchingOver(services)
  const { id: own } = await organizations.create(anOrganization(), actor)
  const visits = await offerings.create(anOffering(own, { state: 'published' }), actor)
  const other = { title: '独居老人上门打扫', description: '上门为独居老人打扫卫生，陪伴聊天。' }
  const cleaning = await offerings.create(anOffering(own, { ...other, state: 'published' }), actor)
  const plain = await needs.create(aNeed(), actor)
  const secret = await needs.create(
    aNeed({
      visibility: 'public',
      text: guarded,
      categories: ['elderly.home-visit'],
      beneficiaries: { count: 1, groups: ['children', 'elderly-alone'] },
    }),
    actor,
  )
  await needs.create(aNeed({ visibility: 'staff' }), actor)
  await matching.projection.apply('organization', await organizations.records.find({}), [])
  await matching.projection.apply('offering', [visits, cleaning], [])
  await matching.projection.apply('need', await needs.records.find({}), [])
  const as = async (who: Actor) =>
    serve(testApp({ routes: [matchingNeedsRoute({ ...services, matching })], gate: openGate(who) }))
  return { as, own, visits, cleaning, plain, secret }
}

onEachStore('open needs that fit what an organisation offers', function (engine) {
  this.timeout(60_000)

  it('are each there once, best first, with the offerings that fit and what the organisation may see', async () => {
    const { as, own, visits, cleaning, plain, secret } = await world(engine)
    const http = await as(actors.worker(own))
    const { body } = await http.ask<{ items: Found[] }>('/api/v1/matching-needs')
    expect(body.items.map(({ id }) => id)).to.have.members([plain.id, secret.id])
    const scores = body.items.map(({ score }) => score)
    expect(scores).to.deep.equal([...scores].sort((a, b) => b - a))
    const both = body.items.find(({ id }) => id === plain.id)
    expect(both?.offerings).to.have.members([visits.id, cleaning.id])
    expect(both?.need.region).to.equal(community)
    const hidden = body.items.find(({ id }) => id === secret.id)
    expect(JSON.stringify(hidden)).not.to.match(/服刑|奶奶|children/)
    expect(regions.get(hidden?.need.region ?? '')?.level).to.equal('street')
    const one = await http.ask<{ items: Found[] }>(`/api/v1/matching-needs?offering=${visits.id}`)
    for (const { offerings } of one.body.items) expect(offerings).to.deep.equal([visits.id])
  })

  it('come as a file that holds no more than the list, and nothing to others', async () => {
    const { as, own, plain, secret } = await world(engine)
    const { text } = await (await as(actors.manager(own))).ask('/api/v1/matching-needs?format=csv')
    const rows = await rowsOf(aFile('m.csv', text))
    const ids = rows.map((row) => ('cells' in row ? row.cells.编号 : undefined))
    expect(ids).to.have.members([plain.id, secret.id])
    expect(text).not.to.match(/服刑|奶奶/)
    for (const who of [actors.worker('o-2'), actors.district]) {
      const { body } = await (await as(who)).ask<{ items: Found[] }>('/api/v1/matching-needs')
      expect(body.items).to.deep.equal([])
    }
  })
})

describe('what was found for each offering', () => {
  const pairing = (id: string, score: number) => ({
    ...{ id, score, title: id },
    fit: 'strong' as const,
    why: { zh: '', en: '' },
  })

  it('is put together by need, each with its best pairing and the offerings that fit it, best first', () => {
    const found = mergedByNeed([
      { offering: { id: 'f-1' }, items: [pairing('n-1', 0.6), pairing('n-2', 0.9)] },
      { offering: { id: 'f-2' }, items: [pairing('n-1', 0.8)] },
    ])
    expect(found.map(({ id, score, offerings }) => [id, score, offerings])).to.deep.equal([
      ['n-2', 0.9, ['f-1']],
      ['n-1', 0.8, ['f-2', 'f-1']],
    ])
  })
})
