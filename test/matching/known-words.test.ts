import { expect } from 'chai'
import { KnownWords } from '../../src/matching/known-words.js'
import { Vocabulary } from '../../src/matching/vocabulary.js'

describe('words of a list', () => {
  const vocabulary = new Vocabulary()
  for (const word of ['老人', '吃饭', '没人']) vocabulary.add(word)
  const known = new KnownWords(['吃饭', '阿嬷', '没人'], vocabulary)
  const placesOf = (...words: string[]) => known.placesOf(vocabulary.of(words))

  it('are found by number or by themselves, in the order of the text', () => {
    expect(placesOf('阿嬷', '没人', '吃饭')).to.deep.equal([1, 2, 0])
  })

  it('count once, and others not at all', () => {
    expect(placesOf('老人', '吃饭', '那个', '吃饭', '阿嬷', '阿嬷')).to.deep.equal([0, 1])
  })

  it('are found again in the next text', () => {
    expect(placesOf('吃饭')).to.deep.equal([0])
    expect(placesOf('吃饭')).to.deep.equal([0])
  })
})
