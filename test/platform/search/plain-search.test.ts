import { expect } from 'chai'
import { plainSearch, type SearchCollection, type SearchEntry } from '../../../src/platform/search/index.js'

const needs: SearchCollection = {
  name: 'needs',
  fields: [
    { name: 'title', weight: 3 },
    { name: 'text', weight: 1 },
  ],
  filters: ['group'],
}
const entry = (id: string, title: string, text: string, group: string[] = []): SearchEntry => ({
  id,
  revision: 1,
  fields: { title, text },
  filters: { group },
})
const entries = [
  entry('n-3', '長者食堂', '独居老人需要午餐', ['老人', '独居']),
  entry('n-2', '午餐', '学生午托', ['儿童']),
  entry('n-1', 'Volunteer Training', '老人', ['老人']),
]
const found = (text: string): string[] => plainSearch(needs, entries, { text }).hits.map(({ id }) => id)

describe('searching without an index', () => {
  it('keeps entries in which every word stands, in their order, whatever form was typed', () => {
    expect(found('午餐')).to.deep.equal(['n-3', 'n-2'])
    expect(found('獨居 午餐')).to.deep.equal(['n-3'])
    expect(found('长者')).to.deep.equal(['n-3'])
    expect(found('ＴＲＡＩＮＩＮＧ')).to.deep.equal(['n-1'])
    expect(found('午餐 钢琴')).to.deep.equal([])
    expect(found('')).to.deep.equal(['n-3', 'n-2', 'n-1'])
  })

  it('gives pages, the whole number, facets and highlights', () => {
    const { hits, total, facets } = plainSearch(needs, entries, {
      text: '老人',
      facets: ['group'],
      limit: 1,
      offset: 1,
    })
    expect(hits).to.deep.equal([{ id: 'n-1', score: 0, highlights: { text: [{ text: '老人', hit: true }] } }])
    expect(total).to.equal(2)
    expect(facets.group).to.deep.equal([
      { value: '老人', count: 2 },
      { value: '独居', count: 1 },
    ])
  })

  it('refuses a page and a facet as an index does', () => {
    expect(() => plainSearch(needs, entries, { text: '', limit: 101 })).to.throw(RangeError)
    expect(() => plainSearch(needs, entries, { text: '', facets: ['x'] })).to.throw(RangeError)
  })
})
