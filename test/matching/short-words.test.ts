import { expect } from 'chai'
import fc from 'fast-check'
import { longest, ShortWords, shortest } from '../../src/matching/short-words.js'

describe('numbers of short words', () => {
  it('are those that were given, however many words there are, and none for others', () => {
    const word = fc.string({
      unit: fc.constantFrom('老', '人', '饭', 'a', '\0', '\uffff'),
      minLength: shortest,
      maxLength: longest,
    })
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 700 }), fc.array(word), (words, others) => {
        const short = new ShortWords()
        for (const [i, each] of words.entries()) short.add(each, i)
        for (const each of [...words, ...others]) {
          const number = words.indexOf(each)
          expect(short.get(each)).to.equal(number < 0 ? undefined : number)
        }
      }),
    )
  })

  it('tell a word from one that begins with it', () => {
    const short = new ShortWords()
    short.add('老人', 7)
    expect(short.get('老人\0')).to.equal(undefined)
    expect(short.get('老人家')).to.equal(undefined)
    expect(short.get('老人')).to.equal(7)
  })
})
