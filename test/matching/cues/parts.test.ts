import { expect } from 'chai'
import { separateNeeds } from '../../../src/matching/cues/parts.js'
import { ask, language, matcherOver, newMatcher, year } from '../shared-language.js'

describe('several needs in one text', () => {
  it('are told apart where the text turns from one to another', () => {
    expect(separateNeeds('妈妈做不了饭想有人送,另外下周去拆线没人陪')).to.deep.equal([
      '妈妈做不了饭想有人送,',
      '下周去拆线没人陪',
    ])
    expect(separateNeeds('一是想找份近点的活,二是孩子放学没人接')).to.have.length(2)
  })

  it('are one where nothing turns, or what follows is no need', () => {
    for (const text of [
      '妈妈做不了饭想有人送',
      '家里还有没人管的孩子,谁能帮忙看着',
      '我想学做饭,另外谢谢',
      '',
    ]) {
      expect(separateNeeds(text), text).to.deep.equal([])
    }
  })

  it('each keep a share of their own', () => {
    const { services } = language.taxonomy
    const text = '楼上天天半夜拖桌子吵得睡不着，另外我妈一个人在家吃不上热饭，想有人送'
    const found = newMatcher().analyse(text, {}, year).services
    const shareOf = (id: string) => found.find(({ term }) => term === services.indexOf(id))?.confidence ?? 0
    expect(shareOf('mediation.neighbour.noise')).to.be.greaterThan(0.15)
    expect(shareOf('elderly.meals')).to.be.greaterThan(0.15)
    const matcher = matcherOver([
      { id: 'noise', title: '静音公约', text: '调解楼上楼下噪音扰民纠纷。' },
      { id: 'meals', title: '长者送餐', text: '为独居老人每天中午送热饭到家。' },
    ])
    expect(ask(matcher, text).items.filter(({ fit }) => fit !== 'weak')).to.have.length(2)
  })
})
