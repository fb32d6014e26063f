import { expect } from 'chai'
import { guardedTopics, type Need, shownNeed, topicsOf } from '../../src/needs/index.js'
import { loadReferences, ownSeeds } from '../../src/seeds-folder.js'
import { exampleNeed } from '../example-records.js'

const reference = loadReferences(ownSeeds, 'longgang')
const stamps = { id: 'n-1', revision: 1, createdAt: '2026-11-01T00:00:00.000Z', createdBy: 'u-committee' }
const aNeed = (over: Partial<Need> = {}): Need => ({
  ...stamps,
  updatedAt: stamps.createdAt,
  updatedBy: stamps.createdBy,
  ...exampleNeed,
  region: '440307013014',
  ...over,
})
const child = aNeed({
  title: '男孩父亲服刑，需要陪伴',
  text: '九岁男孩，父亲坐牢，母亲出走，跟外婆住，上学常被欺负。',
  beneficiaries: { count: 1, groups: ['children-of-inmates'], ages: { from: 9, to: 9 } },
  categories: ['minors.companionship'],
  urgency: { level: 'crisis', stated: 'soon', words: ['不想活'], kinds: ['self-harm'] },
  externalId: 'LG-7',
})

describe('a need as its viewer may see it', () => {
  it('is whole for those responsible, and for the organisation that serves', () => {
    expect(shownNeed(child, 'responsible', reference)).to.equal(child)
    expect(shownNeed(child, 'serving', reference)).to.equal(child)
  })

  it('says to those responsible alone that somebody should check whether it is a crisis', () => {
    const suspect = aNeed({ urgency: { ...exampleNeed.urgency, toCheck: true } })
    expect(shownNeed(suspect, 'responsible', reference).urgency).to.have.property('toCheck')
    for (const relation of ['serving', 'unaffiliated'] as const)
      expect(shownNeed(suspect, relation, reference).urgency, relation).not.to.have.property('toCheck')
  })

  it('shows an unaffiliated viewer the category and the street of a protected group, and no word of it', () => {
    const shown = shownNeed(child, 'unaffiliated', reference)
    const words = JSON.stringify(shown)
    for (const told of [
      '男孩',
      '服刑',
      '坐牢',
      'children-of-inmates',
      '440307013014',
      'u-committee',
      'LG-7',
      '不想活',
      'self-harm',
      'grid-worker',
    ])
      expect(words).not.to.include(told)
    expect(shown).to.deep.include({
      region: '440307013000',
      beneficiaries: { count: 1, groups: [] },
      amount: child.amount,
    })
    expect(shown.title).to.equal(reference.taxonomy.services.term('minors.companionship').zh)
    expect(shown.urgency.level).to.equal('crisis')
  })

  it('is whole for everybody when no protected group is concerned', () => {
    const plain = aNeed()
    expect(shownNeed(plain, 'unaffiliated', reference)).to.equal(plain)
  })

  it('knows each protected group by what is stated, and the serious ones by plain words too', () => {
    const of = (over: Partial<Need>) =>
      topicsOf(aNeed({ beneficiaries: { count: 1, groups: [] }, ...over }), reference.taxonomy)
    const group = (id: string) => of({ beneficiaries: { count: 1, groups: [id] } })
    expect(group('severe-mental')).to.deep.equal(['severe-mental'])
    expect(group('drug-rehab')).to.deep.equal(['corrections', 'drug-rehabilitation'])
    expect(group('hiv')).to.deep.equal(['hiv'])
    expect(group('dv-survivors')).to.include('domestic-violence')
    expect(group('children-schoolage')).to.deep.equal(['minors'])
    expect(of({ beneficiaries: { count: 1, groups: [], ages: { from: 6, to: 12 } } })).to.deep.equal([
      'minors',
    ])
    expect(of({ categories: ['women-family.violence'] })).to.deep.equal(['domestic-violence'])
    expect(of({ text: '丈夫家暴，要申请人身安全保护令' })).to.deep.equal(['domestic-violence'])
    expect(of({ text: '刚出狱，没地方住' })).to.deep.equal(['corrections'])
    expect(of({ text: '艾滋感染者想找人说话' })).to.deep.equal(['hiv'])
    expect(of({ categories: ['drug.education'] }), 'a public talk').to.deep.equal([])
    expect(group('former-id-never-heard-of')).to.deep.equal([])
    expect(guardedTopics).to.have.length(6)
  })

  it('takes ten children or more for a group in which no child is told', () => {
    const pupils = (count: number) =>
      topicsOf(
        aNeed({ beneficiaries: { count, groups: ['children-schoolage'], ages: { from: 6, to: 12 } } }),
        reference.taxonomy,
      )
    expect(pupils(9)).to.deep.equal(['minors'])
    expect(pupils(10)).to.deep.equal([])
  })
})
