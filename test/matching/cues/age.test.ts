import { expect } from 'chai'
import fc from 'fast-check'
import { bandOf, chineseNumber, findAges } from '../../../src/matching/cues/age.js'

const ages = (text: string) =>
  findAges(text, 2026).map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`))

const said: Readonly<Record<string, string>> = {
  我妈78岁了: '78',
  七十八岁的母亲: '78',
  我妈七十八了一个人住: '78',
  '女儿四十一,坐轮椅': '41',
  一百零二岁老人: '102',
  八十多岁: '80-89',
  '80多了': '80-89',
  十几岁的人: '10-19',
  十五六岁: '15-16',
  三四岁: '3-4',
  七八十岁: '70-89',
  '0-3岁的宝宝': '0-3',
  三至八岁: '3-8',
  两岁半: '2',
  '6个月大': '0',
  八个月的宝宝: '0',
  读二年级: '7-8',
  '3年级': '8-9',
  七年级: '12-13',
  上小三: '8-9',
  今年高一: '15-16',
  初二学生: '13-14',
  上幼儿园: '3-6',
  '90后': '27-36',
  '00后': '17-26',
}

const unsaid = [
  '我拿了二十块',
  '他二十天没来',
  '1200块',
  '3楼',
  '10年',
  '住了20多天',
  '20:30后有空',
  '几十岁的人了',
  '二十三四个人报名',
  '晚上十一二点',
  '血压高三年了',
  '身高一米六',
  '高一点的凳子',
  '大年初二',
  '每月初一十五',
  '老公找小三',
  '小一点声',
  '小班授课',
  '早班中班夜班',
  '250岁',
]

describe('ages', () => {
  for (const [text, span] of Object.entries(said)) {
    it(`are found in ${text}`, () => expect(ages(text)).to.deep.equal([span]))
  }

  for (const text of unsaid) it(`are not seen in ${text}`, () => expect(ages(text)).to.deep.equal([]))

  it('of several persons are all found, also where 岁 is left out', () => {
    expect(ages('我今年72,老伴都七十五')).to.deep.equal(['72', '75'])
  })

  it('come in the order of the text', () => {
    expect(ages('奶奶八十多岁，带着二年级的孙子和6个月大的孙女')).to.deep.equal(['80-89', '7-8', '0'])
  })

  it('of a generation depend on the year', () => {
    expect(findAges('90后', 2030)).to.deep.equal([{ from: 31, to: 40 }])
    expect(findAges('20后', 2026)).to.deep.equal([{ from: 0, to: 6 }])
  })

  it('are the same in figures and in Chinese numerals', () => {
    const digit = '零一二三四五六七八九'
    const written = (n: number) =>
      `${n >= 20 ? digit[Math.floor(n / 10)] : ''}${n >= 10 ? '十' : ''}${n % 10 ? digit[n % 10] : ''}`
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), (age) => {
        expect(chineseNumber(written(age))).to.equal(age)
        expect(ages(`他${written(age)}岁`)).to.deep.equal([`${age}`])
        expect(ages(`他${age}岁`)).to.deep.equal([`${age}`])
      }),
    )
  })

  it('are spans of a human life in any text', () => {
    const unit = fc.constantFrom(...'0189十百两几多来岁年级初高小后月个的-至 ，')
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
        for (const { from, to } of findAges(text, 2026)) {
          expect(from).to.be.within(0, to)
          expect(to).to.be.at.most(120)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('fall into bands', () => {
    expect([2, 3, 12, 13, 17, 18, 59, 60].map(bandOf)).to.deep.equal([
      'infant',
      'child',
      'child',
      'teen',
      'teen',
      'adult',
      'adult',
      'senior',
    ])
  })
})
