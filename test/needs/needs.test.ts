import { expect } from 'chai'
import fc from 'fast-check'
import { type NeedState, needStates } from '../../src/needs/index.js'
import { moveNeed, needTransitions, newNeed } from '../../src/needs/model.js'
import { titleFrom } from '../../src/needs/title.js'
import { auditTrail } from '../../src/platform/records/index.js'
import { onEachStore } from '../each-store.js'
import { aNeed } from '../feature-drafts.js'
import {
  actor,
  community,
  districtCode,
  elsewhere,
  featureServices,
  nextCommunity,
  street,
} from '../feature-services.js'
import { refusalOf } from '../refusals.js'

const ids = (records: readonly { id: string }[]) => records.map(({ id }) => id)
const newest = { sort: { field: 'createdAt', direction: 'desc' } } as const
const day = 86_400_000

describe('the title of a need', () => {
  it('is the first clause of its text where none was given', () => {
    expect(titleFrom('社区里有位独居老人，腿脚不便。')).to.equal('社区里有位独居老人')
    expect(titleFrom('你好。我想找人陪老人聊天，谢谢')).to.equal('你好。我想找人陪老人聊天')
    expect(titleFrom('短的。')).to.equal('短的。')
  })

  it('has 30 characters at most and cuts none in two', () => {
    expect(titleFrom('😀'.repeat(40))).to.equal(`${'😀'.repeat(29)}…`)
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 4, maxLength: 200 }), (text) => {
        expect(Array.from(titleFrom(text))).to.have.length.at.most(30)
      }),
    )
  })
})

describe('the states of a need', () => {
  const inState = (state: NeedState) => ({
    ...newNeed(aNeed(), undefined),
    ...{ id: 'n-1', revision: 1, createdAt: '', createdBy: '', updatedAt: '', updatedBy: '' },
    state,
  })

  it('follow each other by the table, and back to open with a reason only', async () => {
    const state = fc.constantFrom(...needStates)
    const reason = fc.constantFrom(undefined, '改变主意')
    await fc.assert(
      fc.asyncProperty(state, state, reason, async (from, to, why) => {
        const refusal = await refusalOf(() => moveNeed(inState(from), to, why))
        if (!needTransitions[from].includes(to)) expect(refusal[0]).to.equal('state.refused')
        else if (to === 'open' && from !== 'draft' && !why)
          expect(refusal).to.deep.equal(['reason: any.required'])
        else expect(refusal).to.deep.equal([])
      }),
    )
  })
})

onEachStore('needs', (engine) => {
  it('name every wrong reference', async () => {
    const { needs } = await featureServices(engine)
    const beneficiaries = { count: 1, groups: ['general', 'nobody'], ages: { from: 9, to: 6 } }
    const draft = aNeed({ region: '999999999999', categories: ['elderly', 'no.such'], beneficiaries })
    expect(await refusalOf(() => needs.create(draft, actor))).to.deep.equal([
      'beneficiaries.ages.to: range.reversed',
      'region: region.unknown',
      'categories[1]: category.unknown',
      'beneficiaries.groups[1]: group.unknown',
    ])
  })

  it('are a crisis when their words say so, until a person lowers it with a reason', async () => {
    const { needs, store } = await featureServices(engine)
    const made = await needs.create(aNeed({ text: '邻居说她不想活了，已经两天没出门。' }), actor)
    expect(made.urgency).to.deep.include({ level: 'crisis', stated: 'routine', words: ['不想活'] })
    expect(await refusalOf(() => needs.setUrgency(made.id, 1, 'soon', undefined, actor))).to.deep.equal([
      'reason: urgency.reason',
    ])
    const lowered = await needs.setUrgency(made.id, 1, 'soon', '已上门核实', actor)
    expect(lowered.urgency.lowered).to.deep.include({ from: 'crisis', reason: '已上门核实', by: 'tester' })
    const trail = await store.find(auditTrail, { subjects: made.id })
    expect(trail.map(({ action }) => action)).to.deep.equal(['need.create', 'need.urgency'])
    expect(trail[1]?.reason).to.equal('已上门核实')
  })

  it('are looked at again when their text changes, and only then', async () => {
    const { needs } = await featureServices(engine)
    const { id, urgency } = await needs.create(aNeed(), actor)
    expect(urgency.level).to.equal('routine')
    const { state: _, ...change } = aNeed({ text: '她说不想活了，请人去看看。' })
    expect((await needs.amend(id, 1, change, actor)).urgency.level).to.equal('crisis')
    await needs.setUrgency(id, 2, 'routine', '误会', actor)
    expect((await needs.amend(id, 3, { ...change, source: 'visit' }, actor)).urgency.level).to.equal(
      'routine',
    )
    const worse = { ...change, text: '她说不想活了，还割腕。' }
    expect((await needs.amend(id, 4, worse, actor)).urgency).to.deep.include({
      level: 'crisis',
      words: ['不想活', '割腕'],
    })
  })

  it('are shown their likely duplicates when entered, and kept all the same', async () => {
    const { needs, advance } = await featureServices(engine)
    const first = await needs.create(aNeed(), actor)
    expect(first.likelyDuplicates).to.deep.equal([])
    await needs.create(aNeed({ region: elsewhere }), actor)
    await needs.create(aNeed({ text: '二年级学生放学后没人管，想找地方写作业。' }), actor)
    advance(29 * day)
    const text = '社區有位獨居老人腿腳不便，需要有人上門陪伴、打掃衛生，每周兩次'
    const [found, ...others] = await needs.findDuplicates({ region: community, text }, actor)
    expect(others).to.deep.equal([])
    expect(found).to.include({ id: first.id, title: first.title })
    expect(found?.similarity).to.be.within(0.6, 0.99)
    const second = await needs.create(aNeed(), actor)
    expect(second.likelyDuplicates).to.deep.equal([{ id: first.id, title: first.title, similarity: 1 }])
    expect(JSON.parse((await needs.getRaw(second.id, actor)).json)).not.to.have.property('likelyDuplicates')
    await needs.move(second.id, 1, 'withdrawn', '重复', actor)
    advance(2 * day)
    expect(await needs.findDuplicates({ region: community, text }, actor)).to.deep.equal([])
    expect(await refusalOf(() => needs.findDuplicates({ region: '1', text }, actor))).to.deep.equal([
      'region: region.unknown',
    ])
  })

  it('are listed and searched by region with everything in it, and by the day they were entered', async () => {
    const services = await featureServices(engine)
    const { needs, advance } = services
    const first = await needs.create(aNeed({ categories: ['elderly.home-visit'] }), actor)
    advance(day)
    const second = await needs.create(
      aNeed({
        region: nextCommunity,
        state: 'draft',
        source: 'visit',
        beneficiaries: { count: 1, groups: ['elderly-alone'] },
      }),
      actor,
    )
    advance(40 * day)
    const third = await needs.create(aNeed({ region: elsewhere, urgency: 'urgent' }), actor)
    await services.index()
    const cases = [
      [{ region: districtCode }, [third.id, second.id, first.id]],
      [{ region: street }, [second.id, first.id]],
      [{ region: community }, [first.id]],
      [{ state: ['draft', 'withdrawn'] }, [second.id]],
      [{ urgency: ['urgent', 'crisis'] }, [third.id]],
      [{ category: 'elderly' }, [first.id]],
      [{ group: 'elderly' }, [second.id]],
      [{ group: 'children' }, []],
      [{ source: ['visit'] }, [second.id]],
      [{ createdFrom: '2026-03-11', createdTo: '2026-03-11' }, [second.id]],
      [{ createdTo: '2026-03-11' }, [second.id, first.id]],
      [{ createdFrom: '2026-03-12', region: street }, []],
    ] as const
    for (const [filters, expected] of cases) {
      expect(ids(await needs.list(filters, newest, actor)), JSON.stringify(filters)).to.deep.equal(expected)
      const { items } = await needs.search(filters, { text: '老人' }, actor)
      expect(ids(items), JSON.stringify(filters)).to.have.members([...expected])
    }
    expect(
      await refusalOf(() => needs.search({ region: '1', category: 'x', group: 'y' }, { text: '' }, actor)),
    ).to.deep.equal(['region: region.unknown', 'category: category.unknown', 'group: group.unknown'])
  })
})
