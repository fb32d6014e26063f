import { expect } from 'chai'
import fc from 'fast-check'
import { WordTree } from '../../../src/platform/text/index.js'

/** The node that a text leads to; 0 where no word begins so. */
function nodeOf(tree: WordTree, text: string): number {
  let node = tree.first(text.charCodeAt(0))
  for (let at = 1; node && at < text.length; at++) node = tree.next(node, text.charCodeAt(at))
  return node
}

describe('a tree of words', () => {
  it('leads along every word to a node of its own, and nowhere beyond', () => {
    const tree = new WordTree()
    const [meal, meals, bath] = ['助餐', '助餐点', '助浴'].map((word) => tree.add(word))
    expect(new Set([meal, meals, bath]).size).to.equal(3)
    expect(nodeOf(tree, '助餐')).to.equal(meal)
    expect(nodeOf(tree, '助餐点')).to.equal(meals)
    for (const other of ['餐', '助行', '助餐点里', '助浴点']) expect(nodeOf(tree, other), other).to.equal(0)
  })

  it('gives a word that is added again the node that it has', () => {
    const tree = new WordTree()
    expect(tree.add('陪诊')).to.equal(tree.add('陪诊'))
  })

  it('keeps each prefix of any words apart from all others, however many there are', () => {
    const word = fc.string({ unit: 'binary', minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 400 }), (words) => {
        const tree = new WordTree()
        for (const each of words) tree.add(each)
        const prefixes = new Set(
          words.flatMap((each) => Array.from({ length: each.length }, (_, i) => each.slice(0, i + 1))),
        )
        const nodes = new Set(Array.from(prefixes, (prefix) => nodeOf(tree, prefix)))
        expect(nodes.size).to.equal(prefixes.size)
        expect(nodes.has(0)).to.equal(false)
        for (const prefix of prefixes) {
          if (!prefixes.has(`${prefix}a`)) expect(nodeOf(tree, `${prefix}a`)).to.equal(0)
        }
      }),
    )
  })
})
