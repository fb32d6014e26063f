import { expect } from 'chai'
import { noFacts, plainNeed } from '../../src/matching/index.js'
import { community, regions, street } from '../feature-services.js'
import { ask, matcherOver, newMatcher, type TextOffering, today, year } from './shared-language.js'

const meals: TextOffering = { id: 'meals', title: '长者送餐', text: '为独居老人每天中午送热饭到家。' }
const bereaved: TextOffering = { id: 'grief', title: '渡口', text: '陪失去亲人的人做哀伤辅导。' }
const text = '我妈78岁独居，腿脚不好，中午吃不上热饭'

function explained(offering: TextOffering, need: string, region?: string) {
  const { items } = ask(matcherOver([offering]), need, { facts: { region }, options: { explain: true } })
  return items[0]
}

describe('the explanation', () => {
  it('names in both languages what is asked and for whom the offering is', () => {
    const why = explained(meals, text)?.why
    expect(why?.zh).to.match(/^需要长者助餐.*。$/)
    expect(why?.zh).to.include('面向')
    expect(why?.en).to.match(/^asks for meals for seniors.*\.$/i)
    expect(why?.en).to.include('it is for ')
  })

  it('names the words of the text that it comes from', () => {
    const from = /（由(.+)看出）/.exec(explained(meals, text)?.why.zh ?? '')?.[1] ?? ''
    const words = [...from.matchAll(/“([^”]+)”/g)].map(([, word]) => word as string)
    expect(words).not.to.have.length(0)
    for (const word of words) expect(newMatcher().analyse(text, {}, year).text).to.include(word)
  })

  it('names the words that both texts share, and those only', () => {
    const item = explained(meals, text)
    expect(item?.words).to.include('热饭')
    for (const word of item?.words ?? []) expect(`${meals.title}${meals.text}`, word).to.include(word)
    expect(item?.why.zh).to.include('文字都提到')
  })

  it('quotes what stands there, with … for what it leaves out', () => {
    const leak = { id: 'l', title: '楼上楼下', text: '调解漏水渗水纠纷。' }
    const why = explained(leak, '楼上天天往我家卧室渗水，墙都黑了')?.why.zh
    expect(why).to.match(/^需要漏水渗水纠纷调解（由“楼上…渗”看出）/)
  })

  it('says so where no words but only the whole text speaks', () => {
    const analysis = newMatcher().analyse('他走了以后屋里静得很', {}, year)
    const silent = { ...analysis, services: analysis.services.map((tag) => ({ ...tag, words: [] })) }
    const { items } = matcherOver([meals, bereaved]).recommend(silent, plainNeed(''), { limit: 2, today })
    expect(items.map(({ why }) => why.zh).join()).to.match(
      /看来需要.+（按全文判断）|可能需要.+（原文未明说）/,
    )
  })

  it('takes no common word or number for a sign', () => {
    const tutoring = { id: 't', title: '三点半', text: '三点半放学后看孩子。' }
    expect(explained(tutoring, '孩子三点放学没人看')?.why.zh).not.to.match(/文字都提到.*(?:孩子|三点)/)
  })

  it('names no words that were refused', () => {
    const analysis = newMatcher().analyse('不需要护工，想有人送饭', {}, year)
    expect([...analysis.words.keys()]).not.to.include('护工')
    for (const tag of analysis.services) expect(tag.words.join()).not.to.include('护工')
  })

  it('says that an offering is for everybody only where something tells so', () => {
    const stated = { ...meals, stated: { groups: ['general'] } }
    const silent = { id: 's', title: '代办', text: '填表、复印、跑腿。' }
    expect(explained({ ...stated, text: '每天中午送热饭到家。' }, text)?.why.zh).to.include('面向所有居民')
    expect(explained(silent, text)?.why.zh).not.to.include('面向')
  })

  it('says how near it is', () => {
    const at = (coverage: string) =>
      explained({ ...meals, facts: { coverage: [coverage] } }, text, community)?.why
    expect(at(community)?.zh).to.include('就在本社区')
    expect(at(community)?.en).to.include('in the same community')
    expect(at(street)?.zh).to.include('服务覆盖本街道')
    expect(at(street)?.en).to.include('covers the street')
    expect(at(regions.chain(community)[2] as string)?.zh).not.to.match(/本社区|本街道/)
  })

  it('says when it is meant for others, or hardly related', () => {
    const tutoring = { id: 't', title: '四点半课堂', text: '放学后为小学生辅导作业。' }
    expect(explained(tutoring, text)?.why.zh).to.include('但主要面向')
    expect(explained(tutoring, text)?.why.en).to.include('but it is meant for')
    expect(explained(tutoring, text)?.why.zh).to.include('服务内容只是略为相关')
    expect(explained(tutoring, text)?.why.en).to.match(/^only loosely related/i)
  })

  it('is one sentence each, also for what was only stated', () => {
    const stated = { categories: ['elderly.meals'], groups: ['elderly'] }
    const matcher = newMatcher()
    matcher.putOffering('x', { title: 'x', text: '' }, stated, noFacts('x'), year)
    const why = ask(matcher, '', { stated }).items[0]?.why
    expect(why?.zh).to.match(/^需要长者助餐.+面向.+。$/)
    expect(why?.en).to.match(/^Asks for meals for seniors; that is what it does; it is for .+\.$/)
  })

  it('has features only when they are asked for', () => {
    const plain = ask(matcherOver([meals]), text).items[0]
    expect(plain).to.have.all.keys('id', 'title', 'score', 'fit', 'why')
  })
})
