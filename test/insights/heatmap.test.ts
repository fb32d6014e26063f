import { expect } from 'chai'
import { createGapActions } from '../../src/insights/action-service.js'
import { createGaps } from '../../src/insights/gap-service.js'
import { insightFollowers } from '../../src/insights/index.js'
import { createLooks } from '../../src/insights/looks.js'
import { createPublishedQuarters } from '../../src/insights/published-quarters.js'
import { miscountedCells } from '../../src/insights/recount.js'
import { createInsights } from '../../src/insights/service.js'
import { Supply } from '../../src/insights/supply.js'
import { verdictsCollection } from '../../src/insights/verdicts.js'
import type { Actor } from '../../src/platform/actor.js'
import { Forbidden, Invalid, NotFound } from '../../src/platform/errors.js'
import { onEachStore } from '../each-store.js'
import { community, districtCode, elsewhere, regions, street, taxonomy } from '../feature-services.js'
import { aWorld, committee, streetStaff } from '../referrals/world.js'

const district: Actor = { id: 'district-1', role: 'district' }
const worker: Actor = { id: 'worker-1', role: 'org-worker', organization: 'o-1' }
const span = { from: '2026-01', to: '2026-03' }
const day = 24 * 3_600_000

async function thrown(work: () => Promise<unknown>): Promise<unknown> {
  try {
    await work()
  } catch (error) {
    return error
  }
  return undefined
}

onEachStore('the heatmap of unmet needs', function (engine) {
  this.timeout(120_000)

  async function world() {
    const made = await aWorld(engine, insightFollowers(taxonomy))
    const deps = { ...made, regions, taxonomy, followers: [], onCommitted: () => undefined }
    const looks = {
      isMatched: false,
      excluded: [['not-covered'], ['full', 'wrong-age']],
      category: 'mental.counselling',
    }
    const parts = {
      ...deps,
      lookAt: async () => looks,
      populations: new Map([
        [street, { region: street, residents: 20_000, kind: 'census' as const, source: 'a test' }],
      ]),
      supply: new Supply(deps),
      published: createPublishedQuarters(deps),
    }
    return {
      ...made,
      insights: createInsights(parts),
      gaps: createGaps(parts),
      actions: createGapActions(parts),
      look: () => createLooks(parts).lookAtDue(new AbortController().signal),
    }
  }

  it('tells whoever is responsible every number, with rate, share and days, and zero from no data', async () => {
    const { insights, aNeed, needs, advance } = await world()
    const met = await aNeed({ categories: ['mental'] })
    await needs.move(met.id, met.revision, 'withdrawn', undefined, district)
    await aNeed({ categories: ['elderly.home-visit'] })
    advance(10 * day)
    await aNeed({ categories: ['elderly.meals'] })
    const { rows, isExact } = await insights.heatmap(
      { ...span, by: 'street', categories: 'branch' },
      district,
    )
    expect(isExact).to.equal(true)
    const at = (region: string, category: string) =>
      rows.find((row) => row.region === region && row.category === category)
    expect(at(street, 'elderly')).to.deep.equal({
      ...{ region: street, category: 'elderly' },
      needs: { kind: 'count', count: 2 },
      unmet: { kind: 'count', count: 2 },
      ...{
        share: 1,
        waiting: 2,
        withdrawn: 0,
        met: 0,
        medianDays: 0,
        perTenThousand: 1,
        capacity: 0,
        gap: 2,
      },
    })
    expect(at(street, 'mental')?.unmet).to.deep.equal({ kind: 'count', count: 0 })
    const elsewhereStreet = regions.chain(elsewhere)[1] as string
    expect(at(elsewhereStreet, 'elderly')?.unmet).to.deep.equal({ kind: 'none' })
  })

  it('narrows to a category, a group and an urgency, and goes by months', async () => {
    const { insights, aNeed, advance } = await world()
    await aNeed({
      categories: ['elderly.home-visit'],
      beneficiaries: { count: 1, groups: ['elderly-alone'] },
    })
    await aNeed({ categories: ['mental'], urgency: 'urgent' })
    advance(31 * day)
    await aNeed({ categories: ['elderly'] })
    const needsOf = async (over: object) => {
      const { rows } = await insights.trend({ from: '2026-03', to: '2026-04', ...over }, committee)
      return rows.map(({ needs }) => (needs.kind === 'count' ? needs.count : needs.kind))
    }
    expect(await needsOf({})).to.deep.equal([2, 1])
    expect(await needsOf({ category: 'elderly' })).to.deep.equal([1, 1])
    expect(await needsOf({ category: 'elderly.home-visit' })).to.deep.equal([1, 0])
    expect(await needsOf({ group: 'elderly' })).to.deep.equal([1, 0])
    expect(await needsOf({ urgency: 'urgent' })).to.deep.equal([1, 0])
  })

  it('tells others the sums of streets for a quarter that is over only, with small numbers kept back', async () => {
    const { insights, aNeed, advance } = await world()
    for (let i = 0; i < 3; i++) await aNeed({ categories: ['legal'] })
    const asked = { ...span, region: districtCode, by: 'street' as const }
    // Over since the first of April, published a fortnight later.
    advance(30 * day)
    expect(await thrown(() => insights.heatmap(asked, worker))).to.be.instanceOf(Invalid)
    advance(7 * day)
    const { rows, isExact } = await insights.heatmap(asked, worker)
    expect(isExact).to.equal(false)
    expect(rows.find(({ region }) => region === street)).to.deep.equal({
      region: street,
      needs: { kind: 'suppressed' },
      unmet: { kind: 'suppressed' },
    })
    for (const over of [
      { by: 'community' },
      { group: 'elderly' },
      { categories: 'category' },
      { region: community },
    ])
      expect(
        await thrown(() => insights.heatmap({ ...asked, ...over } as typeof asked, worker)),
      ).to.be.instanceOf(Forbidden)
    expect(await thrown(() => insights.causes(span, worker))).to.be.instanceOf(Forbidden)
    expect(await thrown(() => insights.heatmap({ ...span, region: elsewhere }, committee))).to.be.instanceOf(
      Forbidden,
    )
  })

  it('says why: what matching found, then what the last referral said, then the reason of closing', async () => {
    const { insights, needs, referrals, aNeed, anOffer, look, store } = await world()
    const { offering, worker: answering } = await anOffer()
    const need = await aNeed()
    const causes = async () => (await insights.causes(span, committee)).rows.map((row) => row.causes)
    expect(await causes()).to.deep.equal([{ unknown: 1 }])
    expect(await look()).to.equal(1)
    expect(await causes()).to.deep.equal([{ 'out-of-reach': 1 }])
    expect((await store.get(verdictsCollection, need.id))?.category).to.equal('mental.counselling')
    expect(await look()).to.equal(0)
    const referral = await referrals.open(need.id, { how: 'request', offeringId: offering.id }, committee)
    expect(await causes()).to.deep.equal([{ 'awaiting-answer': 1 }])
    await referrals.act(referral.id, referral.revision, 'reject', { reason: { code: 'full' } }, answering)
    expect(await causes()).to.deep.equal([{ 'all-full': 1 }])
    const { revision } = await needs.records.get(need.id)
    await needs.close(need.id, revision, 'no-supplier', committee)
    expect(await causes()).to.deep.equal([{ 'no-supplier': 1 }])
    expect(await miscountedCells(store, taxonomy)).to.deep.equal([])
  })

  it('ranks gaps by what is free, says what would help, and follows what is done', async () => {
    const { gaps, actions, aNeed, anOffer, needs } = await world()
    await anOffer({ capacity: { perMonth: 2, unit: 'visit' } })
    for (let i = 0; i < 3; i++) await aNeed({ categories: ['elderly.home-visit'] })
    for (let i = 0; i < 2; i++) await aNeed({ categories: ['legal'] })
    const listed = await gaps.list({ categories: 'category' }, streetStaff)
    expect(listed.map(({ category, gap, capacity }) => [category, gap, capacity.free])).to.deep.equal([
      ['legal', 2, 0],
      ['elderly.home-visit', 1, 2],
    ])
    const place = { region: community, category: 'elderly.home-visit' }
    const { nearMisses, figures } = await gaps.read(place, committee)
    expect(nearMisses).to.include({ looked: 3, isSample: false, ifWidened: 3 })
    expect(figures).to.include({ waiting: 3, capacity: 2 })
    const { months } = await gaps.simulate({ ...place, perMonth: 2, months: 2 }, committee)
    expect(months.map(({ served, waiting }) => [served, waiting])).to.deep.equal([
      [2, 1],
      [1, 0],
    ])
    const draft = { ...place, type: 'invite' as const, owner: '社会事务科', dueOn: '2026-06-30' }
    const action = await actions.open(draft, streetStaff)
    const [need] = await needs.records.find({})
    if (need) await needs.move(need.id, need.revision, 'withdrawn', undefined, district)
    const closed = await actions.close(action.id, action.revision, '已邀请', streetStaff)
    expect([closed.before.waiting, closed.now.waiting, closed.state]).to.deep.equal([3, 2, 'closed'])
    const other: Actor = { id: 'street-2', role: 'street', region: regions.chain(elsewhere)[1] as string }
    expect(await thrown(() => actions.getRaw(action.id, other))).to.be.instanceOf(NotFound)
    expect(await thrown(() => actions.open(draft, other))).to.be.instanceOf(Forbidden)
    expect(await actions.list({}, {}, other)).to.deep.equal([])
  })
})
