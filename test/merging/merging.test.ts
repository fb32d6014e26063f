import { expect } from 'chai'
import { createMerging } from '../../src/merging/index.js'
import { openAmount } from '../../src/needs/index.js'
import type { Actor } from '../../src/platform/actor.js'
import { Forbidden, NotFound } from '../../src/platform/errors.js'
import { auditTrail, events } from '../../src/platform/records/index.js'
import { miscounts } from '../../src/referrals/index.js'
import { type Engine, onEachStore } from '../each-store.js'
import { pick, seeded } from '../faults/random.js'
import { elsewhere, nextCommunity, regions, street, taxonomy } from '../feature-services.js'
import { aWorld, committee, streetStaff } from '../referrals/world.js'
import { refusalOf } from '../refusals.js'

const visits = (value: number) => ({ amount: { value, unit: 'visit' as const } })
const reason = '同一小区的同类需求'
const nextCommittee: Actor = { id: 'committee-2', role: 'committee', region: nextCommunity }

async function world(engine: Engine) {
  const services = await aWorld(engine)
  const { store, clock, ids, needs } = services
  const deps = { store, clock, ids, onCommitted: () => undefined }
  const merging = createMerging({ ...deps, regions, taxonomy, needs })
  return {
    ...services,
    merging,
    merge: (into: string, ...of: string[]) =>
      merging.merge(into, { needs: of, add: true, reason }, committee),
    undoOf: async (needId: string, actor: Actor = committee) => {
      const merge = (await merging.of(needId, actor)).find((each) => each.needId === needId && each.key)
      return merging.undo(merge?.id ?? '', merge?.revision ?? 0, '并错了', actor)
    },
    joint: (of: string[], over = {}) =>
      merging.raise(
        {
          needs: of,
          region: street,
          title: '独居老人探访',
          text: '多个社区的独居老人需要探访。',
          reason,
          ...over,
        },
        streetStaff,
      ),
  }
}

onEachStore('merging duplicate needs', (engine) => {
  it('adds up what is open, keeps every requester, and may be undone', async () => {
    const { merging, merge, aNeed, needOf, store, undoOf } = await world(engine)
    const [kept, first, second] = [await aNeed(visits(8)), await aNeed(visits(4)), await aNeed(visits(2))]
    const now = await merge(kept.id, first.id, second.id)
    expect(now).to.deep.include({ ...visits(14), state: 'open' })
    expect(now.beneficiaries.count).to.equal(3)
    expect(await needOf(first.id)).to.include({ state: 'merged', mergedInto: kept.id })
    const merges = await merging.of(kept.id, committee)
    expect(merges.map(({ needId, value }) => `${needId} ${value}`).sort()).to.deep.equal(
      [`${first.id} 4`, `${second.id} 2`].sort(),
    )
    expect(merges[0]).to.include({ requestedBy: 'tester', source: 'grid-worker', added: true })
    const trail = await store.find(auditTrail, { action: 'need.merge' })
    expect(trail.flatMap(({ subjects }) => subjects).sort()).to.deep.equal(
      [kept.id, first.id, second.id].sort(),
    )
    expect(trail[0]?.reason).to.equal(reason)

    await undoOf(first.id)
    expect(await needOf(kept.id)).to.deep.include(visits(10))
    expect(await needOf(first.id))
      .to.include({ state: 'open' })
      .and.not.have.property('mergedInto')
    expect((await store.find(events, { name: 'need.unmerged' }))[0]?.subject).to.equal(first.id)
    await merge(kept.id, first.id)
    expect(await needOf(kept.id)).to.deep.include(visits(14))
  })

  it('does not add up for the same people, or where units differ', async () => {
    const { merging, aNeed, needOf } = await world(engine)
    const [kept, same, other] = [
      await aNeed(visits(8)),
      await aNeed(visits(8)),
      await aNeed({ amount: { value: 1, unit: 'case' } }),
    ]
    await merging.merge(kept.id, { needs: [same.id], add: false, reason }, committee)
    await merging.merge(kept.id, { needs: [other.id], add: true, reason }, committee)
    expect(await needOf(kept.id)).to.deep.include(visits(8))
    expect((await merging.of(kept.id, committee)).map(({ added }) => added)).to.deep.equal([false, false])
  })

  it('leaves what is promised with its referrals, and takes the rest', async () => {
    const { merge, aNeed, anOffer, needOf, referrals, store, undoOf } = await world(engine)
    const { offering, worker } = await anOffer()
    const [kept, partly] = [await aNeed(visits(8)), await aNeed(visits(6))]
    const opening = { how: 'request', offeringId: offering.id, quantity: 4 } as const
    const { id } = await referrals.open(partly.id, opening, committee)
    expect((await refusalOf(() => merge(kept.id, partly.id)))[0]).to.equal('state.refused')
    await referrals.act(id, undefined, 'accept', {}, worker)
    expect((await merge(kept.id, partly.id)).amount.value).to.equal(10)
    const left = await needOf(partly.id)
    expect(left).to.deep.include({ ...visits(4), state: 'matched', mergedInto: kept.id })
    expect(openAmount(left)).to.equal(0)
    expect(await miscounts(store)).to.deep.equal([])
    await undoOf(partly.id)
    expect(await needOf(partly.id)).to.deep.include({ ...visits(6), state: 'matched' })
  })

  it('cannot be undone once what was added is promised', async () => {
    const { merge, aNeed, anOffer, referrals, undoOf, needOf } = await world(engine)
    const { offering, worker } = await anOffer()
    const [kept, added] = [await aNeed(visits(8)), await aNeed(visits(4))]
    await merge(kept.id, added.id)
    const opening = { how: 'request', offeringId: offering.id, quantity: 9 } as const
    const { id } = await referrals.open(kept.id, opening, committee)
    await referrals.act(id, undefined, 'accept', {}, worker)
    expect((await refusalOf(() => undoOf(added.id)))[0]).to.equal('state.refused')
    expect(await needOf(added.id)).to.include({ state: 'merged', revision: 2 })
  })

  it('is for live needs of one region, of those in charge of them', async () => {
    const { merge, merging, aNeed, needs, undoOf, needOf } = await world(engine)
    const [kept, first, far] = [await aNeed(), await aNeed(), await aNeed({ region: nextCommunity })]
    expect(await refusalOf(() => merge(kept.id, kept.id))).to.deep.equal(['needs[0]: merge.self'])
    const byStaff = () => merging.merge(kept.id, { needs: [far.id], add: true, reason }, streetStaff)
    expect(await refusalOf(byStaff)).to.deep.equal(['needs[0]: merge.region'])
    const byOther = merging.merge(kept.id, { needs: [first.id], add: true, reason }, nextCommittee)
    expect([NotFound, Forbidden]).to.include(await byOther.catch((error: Error) => error.constructor))
    await merge(kept.id, first.id)
    expect((await refusalOf(() => merge(kept.id, first.id)))[0]).to.equal('state.refused')
    expect((await refusalOf(() => merge(first.id, kept.id)))[0]).to.equal('state.refused')
    const merged = await needOf(first.id)
    expect(
      (await refusalOf(() => needs.move(first.id, merged.revision, 'open', reason, committee)))[0],
    ).to.equal('state.refused')
    await undoOf(first.id)
    const [undone] = (await merging.of(first.id, committee)).filter(({ state }) => state === 'undone')
    const again = () => merging.undo(undone?.id ?? '', undone?.revision ?? 0, '再来', committee)
    expect((await refusalOf(again))[0]).to.equal('state.refused')
  })

  it('keeps what is asked for in all, whatever is merged and undone in whatever order', async () => {
    const { merge, aNeed, needOf, undoOf } = await world(engine)
    const random = seeded(7)
    const all: string[] = []
    for (let at = 1; at <= 6; at++) all.push((await aNeed(visits(at))).id)
    for (let step = 0; step < 40; step++) {
      const [one, two] = [pick(random, all), pick(random, all)]
      await refusalOf(() => (random() < 0.6 ? merge(one, two) : undoOf(two))).catch((error) => {
        if (!(error instanceof NotFound)) throw error
      })
      const needs = await Promise.all(all.map(needOf))
      const asked = needs
        .filter(({ state }) => state !== 'merged')
        .reduce((sum, n) => sum + n.amount.value, 0)
      expect(asked).to.equal(21)
    }
  })
})

onEachStore('a joint project', (engine) => {
  it('is one need of the street, with those of the communities linked and added up', async () => {
    const { joint, merging, aNeed, needOf, store, undoOf } = await world(engine)
    const first = await aNeed({ ...visits(8), urgency: 'soon', categories: ['elderly.home-visit'] })
    const second = await aNeed({ ...visits(4), region: nextCommunity, visibility: 'staff' })
    const project = await joint([first.id, second.id])
    expect(project).to.deep.include({
      ...visits(12),
      region: street,
      state: 'open',
      joint: true,
      visibility: 'staff',
    })
    expect(project.urgency.level).to.equal('soon')
    expect(project.categories).to.deep.equal(['elderly.home-visit'])
    expect(await needOf(second.id)).to.include({ state: 'merged', mergedInto: project.id })
    expect(await merging.of(project.id, streetStaff)).to.have.length(2)
    expect((await store.find(events, { name: 'need.raised' }))[0]?.facts).to.deep.equal({
      region: street,
      needs: [first.id, second.id],
    })
    await undoOf(first.id, streetStaff)
    expect(await needOf(project.id)).to.deep.include({ ...visits(4), state: 'open' })
    await undoOf(second.id, streetStaff)
    expect(await needOf(project.id)).to.include({ state: 'withdrawn' })
    expect(await needOf(second.id)).to.include({ state: 'open' })
  })

  it('is refused for needs of other units or places, and leaves nothing half done', async () => {
    const { joint, aNeed, needOf, needs } = await world(engine)
    const [first, far] = [await aNeed(visits(1)), await aNeed({ ...visits(1), region: elsewhere })]
    const other = await aNeed({ amount: { value: 1, unit: 'case' } })
    expect(await refusalOf(() => joint([first.id, other.id]))).to.deep.equal(['needs[1]: amount.unit'])
    expect(await refusalOf(() => joint([first.id, other.id], { region: first.region }))).to.include(
      'region: merge.region',
    )
    const refused = await joint([first.id, far.id]).catch((error: Error) => error.constructor)
    expect([NotFound, Forbidden]).to.include(refused)
    await needs.move(other.id, 1, 'withdrawn', undefined, committee)
    const before = await needs.records.count({})
    const third = await aNeed(visits(2))
    await needs.move(third.id, 1, 'withdrawn', undefined, committee)
    expect((await refusalOf(() => joint([first.id, third.id])))[0]).to.equal('state.refused')
    expect(await needs.records.count({})).to.equal(before + 1)
    expect(await needOf(first.id)).to.include({ state: 'open', revision: 1 })
  })
})
