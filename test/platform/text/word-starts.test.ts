import { expect } from 'chai'
import { WordStarts } from '../../../src/platform/text/index.js'

const may = (starts: WordStarts, text: string): boolean =>
  starts.may(text.charCodeAt(0), text.length > 1 ? text.charCodeAt(1) : 0)

describe('the starts of words', () => {
  it('say of every word that was added that it may begin so', () => {
    const starts = new WordStarts()
    const words = ['助餐', '助浴', '陪', '送饭上门']
    for (const word of words) starts.add(word)
    for (const word of words) expect(may(starts, word), word).to.equal(true)
  })

  it('say of other beginnings that none does', () => {
    const starts = new WordStarts()
    starts.add('助餐')
    for (const other of ['助', '餐助', '助浴', '餐']) expect(may(starts, other), other).to.equal(false)
  })
})
