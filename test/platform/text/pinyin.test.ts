import { expect } from 'chai'
import { initials, pinyinReadings } from '../../../src/platform/text/index.js'

describe('reading a title in pinyin', () => {
  it('gives the reading in context and, where it differs, that of the characters alone', () => {
    expect(pinyinReadings('长者食堂')).to.deep.equal([
      ['zhang', 'zhe', 'shi', 'tang'],
      ['chang', 'zhe', 'shi', 'tang'],
    ])
    expect(pinyinReadings('助浴')).to.deep.equal([['zhu', 'yu']])
  })

  it('writes ü as v, as keyboards do', () => expect(pinyinReadings('绿')).to.deep.equal([['lv']]))

  it('leaves what is not Chinese, character by character', () => {
    expect(pinyinReadings('a4纸')).to.deep.equal([['a', '4', 'zhi']])
  })

  it('takes initials', () => expect(initials(['chang', 'zhe', 'shi', 'tang'])).to.equal('czst'))
})
