import { expect } from 'chai'
import { unknown, Vocabulary } from '../../src/matching/vocabulary.js'

const vocabularyOf = (...words: string[]): Vocabulary => {
  const vocabulary = new Vocabulary()
  for (const word of words) vocabulary.add(word)
  return vocabulary
}

describe('a vocabulary', () => {
  it('numbers words in the order in which they were added, single characters among them', () => {
    const { numbers } = vocabularyOf('老人', '饭', '长者助餐点').of(['长者助餐点', '饭', '老人'])
    expect(numbers).to.deep.equal([2, 1, 0])
  })

  it('keeps the number of a word that is added again', () => {
    const vocabulary = vocabularyOf('饭', '老人', '饭', '老人', '助餐')
    expect(vocabulary.of(['饭', '老人', '助餐']).numbers).to.deep.equal([0, 1, 2])
  })

  it('has no number for other words', () => {
    const vocabulary = vocabularyOf('老人')
    expect(vocabulary.of(['人', '老', '', '老人家', '老人活动中心']).numbers).to.deep.equal(
      Array(5).fill(unknown),
    )
    expect(vocabulary.has('老人')).to.equal(true)
    expect(vocabulary.has('老')).to.equal(false)
  })
})
