import { expect } from 'chai'
import { termId } from '../../src/offerings/index.js'
import { resolveTerms, Tree, unknownTerm } from '../../src/taxonomy/index.js'
import { taxonomy } from '../feature-services.js'

const term = (id: string, rest: object = {}) => ({
  id,
  zh: id,
  en: id,
  sensitivity: 'public' as const,
  synonyms: [],
  ...rest,
})

describe('references to terms', () => {
  const tree = new Tree({
    version: 2,
    renamed: { older: 'old', old: 'a.one', gone: 'b' },
    nodes: [
      term('a', { children: [term('a.one', { children: [term('a.one.x')] }), term('a.two')] }),
      term('b', { children: [term('b.one', { also: ['a'] })] }),
    ],
  })

  it('become the present ids, each once', () => {
    expect(resolveTerms(tree, 'categories', ['older', 'b', 'a.one'], 'category.unknown')).to.deep.equal({
      ids: ['a.one', 'b'],
      errors: [],
    })
  })

  it('that are unknown are named by their place', () => {
    const { errors } = resolveTerms(tree, 'categories', ['b', 'c', 'd'], 'category.unknown')
    expect(errors.map(({ field }) => field)).to.deep.equal(['categories[1]', 'categories[2]'])
    expect(unknownTerm(tree, 'category', 'c', 'category.unknown')).to.have.length(1)
    expect(unknownTerm(tree, 'category', 'gone', 'category.unknown')).to.deep.equal([])
    expect(unknownTerm(tree, 'category', undefined, 'category.unknown')).to.deep.equal([])
  })

  it('to a term also find what lies below it, by further parents and under former ids', () => {
    expect(tree.under('a')).to.have.members(['a', 'a.one', 'a.one.x', 'a.two', 'b.one', 'old', 'older'])
    expect(tree.under('gone')).to.have.members(['b', 'b.one', 'gone'])
    expect(tree.under('c')).to.deep.equal([])
  })

  it('can be written for every term there is', () => {
    for (const { id } of [...taxonomy.services.terms, ...taxonomy.groups.terms]) {
      expect(termId.validate(id).error, id).to.equal(undefined)
    }
  })
})
