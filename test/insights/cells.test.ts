import { expect } from 'chai'
import fc from 'fast-check'
import { cellOf, cellsIn, figuresIn, textOf } from '../../src/insights/cell.js'
import { pagesCollection } from '../../src/insights/cells.js'
import { insightFollowers } from '../../src/insights/index.js'
import { createLooks } from '../../src/insights/looks.js'
import { rebuildAll } from '../../src/insights/made.js'
import { miscountedCells } from '../../src/insights/recount.js'
import { recountResponses, responseCells } from '../../src/insights/response-cells.js'
import { type Need, needKind } from '../../src/needs/index.js'
import type { Actor } from '../../src/platform/actor.js'
import { Conflict, Invalid, NotFound } from '../../src/platform/errors.js'
import { unitOfWork } from '../../src/platform/records/index.js'
import { referralsCollection } from '../../src/referrals/index.js'
import { onEachStore } from '../each-store.js'
import { aNeed } from '../feature-drafts.js'
import { actor, community, elsewhere, nextCommunity, taxonomy } from '../feature-services.js'
import { aWorld, committee } from '../referrals/world.js'

const anyStep = fc.record({
  what: fc.constantFrom(
    ...(['create', 'create', 'amend', 'urgency', 'close', 'withdraw', 'open'] as const),
    ...(['ask', 'ask', 'accept', 'reject', 'begin', 'report', 'cancel', 'remove', 'look'] as const),
  ),
  at: fc.nat(),
  region: fc.constantFrom(community, nextCommunity, elsewhere),
  categories: fc.constantFrom([], ['elderly.home-visit'], ['elderly'], ['mental']),
  groups: fc.constantFrom([], ['elderly'], ['elderly-alone', 'children']),
  urgency: fc.constantFrom('routine' as const, 'urgent' as const),
})
type Step = typeof anyStep extends fc.Arbitrary<infer S> ? S : never

const running = new AbortController().signal

onEachStore('the cells of unmet needs', function (engine) {
  this.timeout(240_000)

  const world = () => aWorld(engine, insightFollowers(taxonomy))

  it('equal a recount after any making, changing, referring and removing', async () => {
    const { needs, referrals, store, clock, anOffer, advance } = await world()
    const { offering, worker } = await anOffer({ capacity: { perMonth: 1_000, unit: 'visit' } })
    let seen = 0
    const lookAt = async () => ({
      isMatched: ++seen % 3 === 0,
      excluded: seen % 2 ? [['full']] : [],
      category: seen % 2 ? 'legal' : 'mental',
    })
    const looks = createLooks({ store, clock, taxonomy, lookAt })
    const made: string[] = []
    const asked: string[] = []
    /** What is refused changes nothing, which is all that matters here. */
    async function step({ what, at, region, categories, groups, urgency }: Step): Promise<void> {
      const draft = aNeed({ region, categories, urgency, beneficiaries: { count: 1, groups } })
      const id = made[at % Math.max(1, made.length)]
      const referral = asked[at % Math.max(1, asked.length)]
      const act = async (
        name: 'accept' | 'reject' | 'begin' | 'report' | 'cancel',
        by: Actor,
        input = {},
      ) => {
        if (referral === undefined) return
        await referrals.act(
          referral,
          (await store.get(referralsCollection, referral))?.revision ?? 0,
          name,
          input,
          by,
        )
      }
      if (what === 'look') {
        await looks.lookAtDue(running)
        await looks.lookAgain(running)
        return
      }
      if (what === 'create' || id === undefined) {
        made.push((await needs.create({ ...draft, visibility: 'public' }, actor)).id)
        return
      }
      const { revision, state: _, ...rest } = await needs.records.get(id)
      const { state: __, ...change } = draft
      const reason = { reason: { code: 'full' as const } }
      if (what === 'amend') await needs.amend(id, revision, { ...change, amount: rest.amount }, actor)
      else if (what === 'urgency') await needs.setUrgency(id, revision, urgency, '情况有变', actor)
      else if (what === 'close') await needs.close(id, revision, 'no-supplier', actor)
      else if (what === 'withdraw') await needs.move(id, revision, 'withdrawn', undefined, actor)
      else if (what === 'open') await needs.move(id, revision, 'open', '再次需要', actor)
      else if (what === 'remove') await needs.remove(id, revision, actor)
      else if (what === 'ask')
        asked.push((await referrals.open(id, { how: 'request', offeringId: offering.id }, actor)).id)
      else if (what === 'report')
        await act('report', worker, { report: { delivered: 1, on: '2026-03-10', goal: 'full' } })
      else if (what === 'cancel') await act('cancel', committee, reason)
      else await act(what, worker, what === 'reject' ? reason : {})
      if (what === 'remove') made.splice(made.indexOf(id), 1)
    }
    const plain = { at: 0, region: community, categories: [], groups: [], urgency: 'routine' } as const
    // What follows at random may all be refused; these are not.
    const story = ['create', 'ask', 'accept', 'begin', 'report', 'look'] as const
    for (const what of story) await step({ ...plain, what, categories: ['elderly.home-visit'] })
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { maxLength: 14 }), async (steps) => {
        for (const each of steps) {
          advance(5 * 24 * 3_600_000)
          await step(each).catch(passRefusal)
        }
        expect(await miscountedCells(store, taxonomy)).to.deep.equal([])
        expect(await recountResponses(store, false)).to.deep.equal([])
      }),
      { numRuns: engine.name === 'sqlite' ? 25 : 5 },
    )
    expect(await store.count(responseCells, {})).to.be.above(0)
  })

  it('count a need once that is written several times in one transaction, or made and removed', async () => {
    const { store, clock, ids, needs } = await world()
    const { id: made } = await needs.create(aNeed({ region: community }), actor)
    const need = await needs.records.get(made)
    const deps = { store, clock, ids, onCommitted: () => undefined, followers: insightFollowers(taxonomy) }
    await unitOfWork(deps, actor, async (unit) => {
      for (const region of [nextCommunity, elsewhere]) {
        const change = (before: Need) => ({ ...before, region })
        await unit.amend(needKind, { id: need.id, revision: undefined, change })
      }
      const { id: _, revision: __, ...fields } = need
      const passing = await unit.create(needKind, fields)
      await unit.remove(needKind, passing.id, passing.revision)
    })
    expect(await miscountedCells(store, taxonomy)).to.deep.equal([])
    const pages = await store.find(pagesCollection, { level: 'branch' })
    expect(pages.map(({ region }) => region)).to.deep.equal([elsewhere])
  })

  it('count a need once in all, once in each of its groups and in those above', async () => {
    const { needs, store } = await world()
    const groups = ['elderly-alone', 'elderly-80']
    const draft = aNeed({ categories: ['elderly.home-visit'], beneficiaries: { count: 1, groups } })
    await needs.create(draft, actor)
    const cells = await store.find(pagesCollection, {})
    const places = cells
      .filter(({ level }) => level === 'category')
      .map(({ group, urgency }) => `${group} ${urgency}`)
    expect(places.sort()).to.deep.equal(
      ['*', 'elderly', 'elderly-80', 'elderly-alone'].flatMap((group) => [`${group} *`, `${group} routine`]),
    )
    const [page] = cells.filter(({ level }) => level === 'category')
    expect(figuresIn(cellsIn(page?.cells ?? '').get('elderly.home-visit') ?? [])).to.deep.include({
      needs: 1,
      open: 1,
      unmet: 1,
      waiting: 1,
      cause_unknown: 1,
    })
  })

  it('are made anew from what is there, and found wrong where one was changed, lost or made up', async () => {
    const { needs, store } = await world()
    const made: Need[] = []
    for (const region of [community, nextCommunity, elsewhere])
      made.push(await needs.create(aNeed({ region }), actor))
    const [first, second, third] = await store.find(pagesCollection, {})
    if (!first || !second || !third) throw new Error('no cells')
    await store.replace(
      pagesCollection,
      { ...first, cells: textOf(new Map([['none', cellOf({ needs: 9 })]])) },
      first.revision,
    )
    await store.remove(pagesCollection, second.id, second.revision)
    const madeUp = { ...third, id: `${third.id}.x`, region: community }
    await store.insert(pagesCollection, madeUp)
    expect(await miscountedCells(store, taxonomy)).to.deep.equal([first.id, second.id, madeUp.id].sort())
    expect(await rebuildAll(store, taxonomy)).to.equal(3)
    expect(await miscountedCells(store, taxonomy)).to.deep.equal([])
  })

  it('count every one of 60 needs that come at once into one cell', async () => {
    const { needs, store } = await world()
    const draft = aNeed({ categories: ['mental'] })
    await Promise.all(Array.from({ length: 60 }, () => needs.create(draft, actor)))
    const [cell] = await store.find(pagesCollection, { level: 'branch' })
    expect(figuresIn(cellsIn(cell?.cells ?? '').get('mental') ?? []).needs).to.equal(60)
    expect(await miscountedCells(store, taxonomy)).to.deep.equal([])
  })
})

function passRefusal(error: unknown): void {
  if (!(error instanceof Conflict || error instanceof Invalid || error instanceof NotFound)) throw error
}
