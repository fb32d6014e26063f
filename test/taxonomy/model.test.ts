import { expect } from 'chai'
import fc from 'fast-check'
import { type Term, Tree } from '../../src/taxonomy/index.js'
import { taxonomy } from '../feature-services.js'

const trees = [
  ['services', taxonomy.services],
  ['groups', taxonomy.groups],
] as const

const term = (id: string, rest: Partial<Term> = {}): Term => ({
  id,
  zh: id,
  en: id,
  sensitivity: 'public',
  synonyms: [],
  ...rest,
})

for (const [name, tree] of trees) {
  const size = tree.terms.length
  const index = fc.nat({ max: size - 1 })

  describe(`the tree of ${name}`, () => {
    it('has unique ids, names in both languages and a sensitivity for each term', () => {
      expect(new Set(tree.terms.map(({ id }) => id)).size).to.equal(size)
      for (const { id, zh, en, sensitivity } of tree.terms) {
        expect(zh, id).to.match(/\p{Script=Han}/u)
        expect(en, id).to.match(/[A-Za-z]/)
        expect(['public', 'personal', 'sensitive'], id).to.include(sensitivity)
      }
    })

    it('finds each term by its id and in its place', () => {
      for (const [at, { id }] of tree.terms.entries()) {
        expect(tree.indexOf(id)).to.equal(at)
        expect(tree.term(id).id).to.equal(id)
      }
    })

    it('has distances that are symmetric, and 0 for a term and itself only', () => {
      fc.assert(
        fc.property(index, index, (a, b) => {
          expect(tree.distance(a, b)).to.equal(tree.distance(b, a))
          expect(tree.distance(a, b) === 0).to.equal(a === b)
        }),
      )
    })

    it('covers exactly what has the upper term in its ancestry, and in one direction only', () => {
      fc.assert(
        fc.property(index, index, (a, b) => {
          expect(tree.covers(a, b)).to.equal(tree.ancestry(b).includes(a))
          if (a !== b && tree.covers(a, b)) expect(tree.covers(b, a)).to.equal(false)
          if (tree.covers(a, b)) expect(tree.distance(a, b)).to.be.at.most(tree.ancestry(b).length - 1)
        }),
        { numRuns: 400 },
      )
    })

    it('has kin that are one step away, mutually', () => {
      fc.assert(
        fc.property(index, (a) => {
          for (const near of tree.kin(a)) {
            expect(tree.distance(a, near)).to.equal(1)
            expect(tree.kin(near)).to.include(a)
          }
        }),
      )
    })
  })
}

describe('the tree of services', () => {
  const tree = taxonomy.services

  it('has dots that follow it', () => {
    for (const { id, children = [] } of tree.terms) {
      for (const child of children) expect(child.id.startsWith(`${id}.`), child.id).to.equal(true)
    }
  })

  it('has distances that keep the triangle inequality within a root', () => {
    const roots = tree.roots.map(({ id }) => tree.under(id).filter((each) => tree.resolve(each) === each))
    const three = fc.constantFrom(...roots).chain((ids) => {
      const one = fc.constantFrom(...ids).map((id) => tree.indexOf(id))
      return fc.tuple(one, one, one)
    })
    fc.assert(
      fc.property(three, ([a, b, c]) => {
        expect(tree.distance(a, c)).to.be.at.most(tree.distance(a, b) + tree.distance(b, c))
      }),
      { numRuns: 500 },
    )
  })

  it('has no way from one root to another', () => {
    expect(tree.distance(tree.indexOf('elderly'), tree.indexOf('minors'))).to.equal(Number.POSITIVE_INFINITY)
  })

  it('gives the present term for a former id', () => {
    expect(tree.resolve('elderly.hospice')).to.equal('health.hospice')
    expect(tree.term('elderly.hospice').id).to.equal('health.hospice')
    expect(tree.indexOf('elderly.hospice')).to.equal(tree.indexOf('health.hospice'))
    expect(tree.under('health')).to.include('elderly.hospice')
    expect(tree.resolve('never.heard')).to.equal(undefined)
    expect(tree.has('constructor')).to.equal(false)
  })
})

describe('a tree', () => {
  const file = (nodes: readonly Term[], renamed = {}) => ({ version: 1, renamed, nodes })

  it('refuses an id that stands twice, a rename and a further parent that lead nowhere', () => {
    expect(() => new Tree(file([term('a', { children: [term('a')] })]))).to.throw(
      RangeError,
      'a stands twice',
    )
    expect(() => new Tree(file([term('a')], { old: 'gone' }))).to.throw(RangeError, 'no term gone')
    expect(() => new Tree(file([term('a', { also: ['gone'] })]))).to.throw(RangeError, 'no term gone')
    expect(() => new Tree(file([term('a')], { x: 'y', y: 'x' }))).to.throw(RangeError, 'no term')
  })

  it('takes the shortest way where a term has further parents', () => {
    const tree = new Tree(
      file([
        term('a', { children: [term('a.one', { children: [term('a.one.x', { also: ['b'] })] })] }),
        term('b', { children: [term('b.one')] }),
      ]),
    )
    const distance = (one: string, other: string) => tree.distance(tree.indexOf(one), tree.indexOf(other))
    expect(distance('a', 'a.one.x')).to.equal(2)
    expect(distance('a.one.x', 'b')).to.equal(1)
    expect(distance('a.one.x', 'b.one')).to.equal(2)
    expect(distance('a', 'b')).to.equal(Number.POSITIVE_INFINITY)
    expect(tree.ancestry(tree.indexOf('a.one.x'))).to.have.members(
      ['a.one.x', 'a.one', 'a', 'b'].map((id) => tree.indexOf(id)),
    )
  })
})
