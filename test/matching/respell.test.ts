import { expect } from 'chai'
import { Respelling, type Spellings } from '../../src/matching/respell.js'
import { Vocabulary } from '../../src/matching/vocabulary.js'
import { normalize, segment } from '../../src/platform/text/index.js'
import { language } from './shared-language.js'

const plain = (text: string) => language.respell(normalize(text)).text

const mended: Readonly<Record<string, string>> = {
  佢唔识揾工: '他不会求职',
  '屋企冇人，个细路唔肯返学': '家里没人,个小孩不肯上学',
  娃儿啥子都不讲: '孩子什么都不讲',
  想申请底保: '想申请低保',
  想找心里咨询: '想找心理咨询',
  我爸截之了: '我爸截肢了',
  禁毒宣传进校园: '禁毒宣传进校园',
}

const leftAlone = ['老是头疼', '去劳动仲裁', '抑郁手抖', '办残疾证', '孩子跑了三趟', 'we need help', '']

describe('a text in standard words and spelling', () => {
  for (const [text, standard] of Object.entries(mended)) {
    it(`of ${text}`, () => expect(plain(text)).to.equal(standard))
  }

  for (const text of leftAlone) {
    it(`is the text itself where nothing is to mend: ${text || 'an empty one'}`, () =>
      expect(plain(text)).to.equal(text))
  }

  it('keeps every character at its place and comes with its words', () => {
    for (const text of Object.keys(mended).map(normalize)) {
      const { text: standard, words, numbers } = language.respell(text)
      expect(standard).to.have.length(text.length)
      expect(words).to.deep.equal(segment(standard))
      expect(numbers).to.deep.equal(language.vectors.vocabulary.of(words).numbers)
    }
  })

  it('refuses a dialect word whose standard word is longer, naming the line', () => {
    const spellings: Spellings = {
      dialect: '佢\t他们\n',
      telling: [],
      vocabulary: new Vocabulary(),
      weight: () => 1,
      normalize,
      segment,
    }
    expect(() => new Respelling(spellings)).to.throw(RangeError, 'dialect.tsv:1')
  })
})
