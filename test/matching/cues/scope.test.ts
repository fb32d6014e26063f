import { expect } from 'chai'
import { findMuted, isMuted } from '../../../src/matching/cues/scope.js'

const muted = (text: string) =>
  findMuted(text).map(({ start, end, why }) => `${why}: ${text.slice(start, end)}`)

const silent: Readonly<Record<string, string>> = {
  '不需要护工,想找人聊天': 'negated: 不需要护工',
  '不用上门,电话就好': 'negated: 不用上门',
  不需要护工只想找人聊天: 'negated: 不需要护工',
  '不是要离婚,就是想谈谈': 'negated: 不是要离婚',
  '已有社工跟进,还缺一张轮椅': 'served: 已有社工跟进',
  请了保姆但是还缺个聊天的: 'served: 请了保姆',
  奶奶替孙子问补课: 'asker: 奶奶',
  女儿打电话帮爸爸申请助餐: 'asker: 女儿打电话',
}

const speaking = [
  '没有人照顾',
  '孩子不想上学',
  '吃药没用整天睡不着',
  '有没有不用钱的心理辅导',
  '有没有不用出门就能看的医生',
  '请了三个保姆都走了',
  '已有两个孩子',
  '奶奶带着孙子',
  '',
]

describe('what does not speak for a need', () => {
  for (const [text, part] of Object.entries(silent)) {
    it(`in ${text}`, () => expect(muted(text)).to.deep.equal([part]))
  }

  for (const text of speaking) {
    it(`is nothing in ${text || 'an empty text'}`, () => expect(muted(text)).to.deep.equal([]))
  }

  it('ends with its clause, and there may be several', () => {
    expect(muted('不要紧。不需要送餐,不用护工;要陪诊')).to.deep.equal([
      'negated: 不需要送餐',
      'negated: 不用护工',
    ])
  })

  it('mutes what lies wholly inside it', () => {
    const spans = findMuted('不用上门,要送餐')
    expect(isMuted(spans, 2, 4)).to.equal(true)
    expect(isMuted(spans, 3, 6)).to.equal(false)
    expect(isMuted(spans, 5, 8)).to.equal(false)
  })
})
