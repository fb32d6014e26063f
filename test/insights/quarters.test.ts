import { expect } from 'chai'
import { insightFollowers } from '../../src/insights/index.js'
import { createPublishedQuarters, publishedQuarters } from '../../src/insights/published-quarters.js'
import { isOver, monthsOf, publishable, quarterOf } from '../../src/insights/quarters.js'
import { createReports } from '../../src/insights/report-service.js'
import { createInsights } from '../../src/insights/service.js'
import { Supply } from '../../src/insights/supply.js'
import type { Actor } from '../../src/platform/actor.js'
import { onEachStore } from '../each-store.js'
import { districtCode, elsewhere, regions, street, taxonomy } from '../feature-services.js'
import { aWorld, refusal, streetStaff } from '../referrals/world.js'

const district: Actor = { id: 'district-1', role: 'district' }
const worker: Actor = { id: 'worker-1', role: 'org-worker', organization: 'o-1' }
const day = 24 * 3_600_000
const first = { from: '2026-01', to: '2026-03' }

describe('quarters', () => {
  it('are three months, over when the last of them is, and published a fortnight later', () => {
    expect(monthsOf('2026-Q4')).to.deep.equal({ from: '2026-10', to: '2026-12' })
    expect(quarterOf({ from: '2026-10', to: '2026-12' })).to.equal('2026-Q4')
    expect(quarterOf({ from: '2026-09', to: '2026-11' })).to.equal(undefined)
    expect(quarterOf({ from: '2026-07', to: '2026-12' })).to.equal(undefined)
    expect([isOver('2026-Q1', '2026-03-31'), isOver('2026-Q1', '2026-04-01')]).to.deep.equal([false, true])
    expect(publishable('2026-04-15', 2)).to.deep.equal(['2025-Q4', '2025-Q3'])
    expect(publishable('2026-04-16', 2)).to.deep.equal(['2026-Q1', '2025-Q4'])
  })
})

onEachStore('a quarter that is over', function (engine) {
  this.timeout(120_000)

  async function world() {
    const made = await aWorld(engine, insightFollowers(taxonomy))
    const deps = { ...made, regions, taxonomy, onCommitted: () => undefined }
    const published = createPublishedQuarters(deps)
    const parts = { ...deps, published, populations: new Map(), supply: new Supply(deps) }
    const insights = createInsights(parts)
    const reports = createReports({
      ...parts,
      insights,
      totals: { read: async () => ({ rows: [] }) } as never,
    })
    return { ...made, published, insights, reports }
  }

  it('is published once: what is entered late or served afterwards does not change what others are told', async () => {
    const { aNeed, needs, insights, published, store, clock, advance } = await world()
    for (let i = 0; i < 12; i++) await aNeed({ categories: ['legal'] })
    advance(40 * day)
    const run = () => published.job.run({ at: clock.now(), signal: new AbortController().signal })
    expect((await run()).counts).to.deep.equal({ published: 8 })
    expect((await run()).counts).to.deep.equal({ published: 0 })
    const asked = { ...first, region: districtCode, by: 'street' as const }
    const before = await insights.heatmap(asked, worker)
    expect(before.publishedAt).to.equal(clock.now().toISOString())
    const [need] = await needs.records.find({})
    if (need) await needs.move(need.id, need.revision, 'withdrawn', undefined, district)
    advance(day)
    expect(await insights.heatmap(asked, worker)).to.deep.equal(before)
    const streetOf = (rows: typeof before.rows) => rows.find(({ region }) => region === street)?.unmet
    expect(streetOf(before.rows)).to.deep.equal({ kind: 'count', count: 12 })
    expect(streetOf((await insights.heatmap(asked, district)).rows)).to.deep.equal({
      kind: 'count',
      count: 11,
    })
    expect(await store.count(publishedQuarters, {})).to.equal(8)
  })

  it('has a report that stays as it was issued, with what was found wrong later beside it', async () => {
    const { aNeed, needs, reports, advance, clock } = await world()
    for (let i = 0; i < 3; i++) await aNeed({ categories: ['legal'] })
    const asked = { quarter: '2026-Q1', region: street }
    expect(await refusal(() => reports.issue({ ...asked, signedBy: '办事处' }, streetStaff))).to.equal(
      'quarter: report.running',
    )
    advance(30 * day)
    expect(await reports.read(asked, streetStaff)).to.not.have.property('issued')
    const issued = await reports.issue({ ...asked, signedBy: '办事处' }, streetStaff)
    expect(issued.issued).to.deep.include({
      signedBy: '办事处',
      at: clock.now().toISOString(),
      corrections: [],
    })
    expect(issued).to.not.have.property('totalNow')
    expect(await refusal(() => reports.issue({ ...asked, signedBy: '办事处' }, district))).to.equal(
      'key.taken',
    )
    const [need] = await needs.records.find({})
    if (need) await needs.move(need.id, need.revision, 'withdrawn', undefined, district)
    const { id, revision } = issued.issued
    await reports.correct(id, revision, '重复登记一条，已撤回。', streetStaff)
    expect(await refusal(() => reports.correct(id, revision, '再改', streetStaff))).to.equal('revision.stale')
    const later = (await reports.read(asked, streetStaff)) as typeof issued
    expect(later.total).to.deep.equal(issued.total)
    expect(later.total?.unmet).to.deep.equal({ kind: 'count', count: 3 })
    expect(later.totalNow?.unmet).to.deep.equal({ kind: 'count', count: 2 })
    expect(later.issued.corrections.map(({ note }) => note)).to.deep.equal(['重复登记一条，已撤回。'])
    const other: Actor = { id: 'street-2', role: 'street', region: regions.chain(elsewhere)[1] as string }
    expect(await refusal(() => reports.getRaw(id, other))).to.equal('issued-report not found')
    expect(await refusal(() => reports.issue({ ...asked, signedBy: '办事处' }, other))).to.equal('forbidden')
  })
})
