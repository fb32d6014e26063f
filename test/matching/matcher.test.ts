import { expect } from 'chai'
import fc from 'fast-check'
import { noFacts, plainNeed } from '../../src/matching/index.js'
import { featureNames } from '../../src/matching/score.js'
import { community, elsewhere, street } from '../feature-services.js'
import {
  ask,
  language,
  matcherOver,
  newMatcher,
  provider,
  type TextOffering,
  today,
  weights,
  year,
} from './shared-language.js'

const offerings: readonly TextOffering[] = [
  { id: 'meals', title: '长者送餐', text: '为独居、行动不便的老人每天中午送热饭到家。' },
  { id: 'canteen', title: '长者饭堂', text: '六十岁以上老人凭卡用餐，一荤两素。' },
  { id: 'visits', title: '独居老人探访', text: '志愿者每周上门看望独居老人，聊天、量血压。' },
  { id: 'care', title: '居家照护', text: '护工上门为失能老人洗澡、翻身、喂饭。' },
  { id: 'tutoring', title: '四点半课堂', text: '放学后为小学生辅导作业，直到家长下班。' },
  { id: 'counsel', title: '青少年心理辅导', text: '心理咨询师一对一陪伴情绪低落、厌学的中学生。' },
  { id: 'jobs', title: '就业帮扶', text: '为失业居民推荐岗位、改简历、陪同面试。' },
  { id: 'noise', title: '邻里调解', text: '调解员上门处理楼上楼下噪音、漏水纠纷。' },
]
const hungry = '我妈78岁一个人住，腿脚不好，做不了饭，中午常常吃不上热饭'
const ids = (answer: { items: readonly { id: string }[] }) => answer.items.map(({ id }) => id)

describe('the matcher', () => {
  it('finds the offering that fits, and says so', () => {
    const { verdict, items } = ask(matcherOver(offerings), hungry)
    expect(verdict).to.equal('matched')
    expect(items[0]?.id).to.equal('meals')
    expect(items[0]?.fit).not.to.equal('weak')
    const scores = items.map(({ score }) => score)
    expect(scores).to.deep.equal([...scores].sort((a, b) => b - a))
    for (const score of scores) expect(score).to.be.within(0, 1)
  })

  it('answers the same whatever the order of arrival', () => {
    const twins = offerings.concat(offerings.map((offering) => ({ ...offering, id: `${offering.id}-2` })))
    const first = ask(matcherOver(twins), hungry, { options: { explain: true } })
    const order = fc.shuffledSubarray([...twins], { minLength: twins.length, maxLength: twins.length })
    fc.assert(
      fc.property(order, (shuffled) => {
        expect(ask(matcherOver(shuffled), hungry, { options: { explain: true } })).to.deep.equal(first)
      }),
      { numRuns: 15 },
    )
  })

  it('answers by other weights as one that never had any else', () => {
    const heavy = { ...weights, version: 'heavy', features: { ...weights.features, record: 5, words: 0.1 } }
    const known = provider('o-1', { record: 0.9 })
    const kept = offerings.map((offering, at) =>
      at % 2 ? offering : { ...offering, facts: { provider: known } },
    )
    const changed = matcherOver(kept)
    const before = ask(changed, hungry)
    changed.goBy(heavy)
    const fresh = matcherOver(kept, heavy)
    expect(ask(changed, hungry)).to.deep.equal(ask(fresh, hungry)).and.not.to.deep.equal(before)
    expect(ask(changed, hungry).weights).to.equal('heavy')
  })

  it('answers the same after other questions, and after something was put and removed', () => {
    const matcher = matcherOver(offerings)
    const first = ask(matcher, hungry)
    ask(matcher, '楼上半夜装修吵得睡不着')
    matcher.putOffering('extra', { title: '长者送餐', text: '送热饭' }, {}, noFacts('长者送餐'), year)
    expect(ids(ask(matcher, hungry))).to.include('extra')
    matcher.offerings.remove('extra')
    expect(ask(matcher, hungry)).to.deep.equal(first)
  })

  it('has scores that are bias and contributions through the logistic function', () => {
    const facts = { provider: provider('org', { record: 0.8 }), placesLeft: 1, coverage: [street] }
    const matcher = matcherOver(offerings.map((offering) => ({ ...offering, facts })))
    const { items } = ask(matcher, hungry, { facts: { region: community }, options: { explain: true } })
    expect(items.length).to.be.greaterThan(3)
    for (const { score, features, id } of items) {
      expect(Object.keys(features ?? {}), id).to.have.members([...featureNames])
      const parts = Object.values(features ?? {}).map(({ contribution }) => contribution)
      const logit = parts.reduce((sum, part) => sum + part, weights.bias)
      // Each contribution is rounded to 0.001 and the score to 0.0001.
      expect(score, id).to.be.closeTo(1 / (1 + Math.exp(-logit)), 0.25 * 0.0005 * parts.length + 0.0001)
    }
  })

  it('takes fit from the thresholds and leaves out what fits less than asked', () => {
    const matcher = matcherOver(offerings)
    for (const { score, fit } of ask(matcher, hungry).items) {
      expect(fit).to.equal(
        score >= weights.strong ? 'strong' : score >= weights.possible ? 'possible' : 'weak',
      )
    }
    const possible = ask(matcher, hungry, { options: { fit: 'possible' } })
    expect(possible.items.map(({ fit }) => fit)).not.to.include('weak')
    expect(possible.items).not.to.have.length(0)
  })

  it('says none and shows the nearest as weak where nothing fits', () => {
    const { verdict, items } = ask(matcherOver(offerings.slice(4)), '想找人给家里的狗打狂犬疫苗')
    expect(verdict).to.equal('none')
    expect(items).not.to.have.length(0)
    for (const { fit } of items) expect(fit).to.equal('weak')
    const cut = ask(matcherOver(offerings.slice(4)), '想找人给家里的狗打狂犬疫苗', {
      options: { fit: 'possible' },
    })
    expect(cut).to.deep.include({ verdict: 'none', items: [] })
  })

  it('lets what is stated win over what the text suggests', () => {
    const stated = { categories: ['employment.placement'] }
    const answer = ask(matcherOver(offerings), hungry, { stated })
    expect(answer.items[0]?.id).to.equal('jobs')
    const analysis = newMatcher().analyse(
      hungry,
      { ...stated, groups: ['unemployed'], ages: { from: 30, to: 40 } },
      year,
    )
    expect(analysis.services[0]).to.include({
      stated: true,
      term: language.taxonomy.services.indexOf('employment.placement'),
    })
    expect(analysis.groups[0]).to.include({
      stated: true,
      term: language.taxonomy.groups.indexOf('unemployed'),
    })
    expect(analysis.ages).to.deep.equal([{ from: 30, to: 40 }])
  })

  it('does not offer the service that a need refuses', () => {
    const matcher = matcherOver(offerings)
    const order = (text: string) => ids(ask(matcher, text))
    expect(order('老人卧床，需要护工上门照顾')[0]).to.equal('care')
    expect(order('老人一个人住，不需要护工上门照顾，想有人来聊聊天')[0]).to.equal('visits')
    const score = (text: string) => ask(matcher, text).items.find(({ id }) => id === 'care')?.score ?? 0
    expect(score('老人独居，不需要护工，想有人聊天')).to.be.lessThan(score('老人独居，需要护工，想有人聊天'))
  })

  it('shows no organisation more than twice on the first page while others remain', () => {
    const many = ['a', 'b', 'c', 'd', 'e'].map((n) => ({
      ...(offerings[0] as TextOffering),
      id: `meals-${n}`,
      facts: { provider: provider('big') },
    }))
    const others = offerings.slice(1, 4).map((offering) => ({
      ...offering,
      facts: { provider: provider(offering.id, { qualifications: ['nurse'] }) },
    }))
    const matcher = matcherOver([...many, ...others])
    const page = ids(ask(matcher, hungry, { options: { limit: 5 } }))
    expect(page.filter((id) => id.startsWith('meals-'))).to.deep.equal(['meals-a', 'meals-b'])
    expect(page).to.have.length(5)
    const long = ids(ask(matcher, hungry, { options: { limit: 8 } }))
    expect(long.slice(5)).to.deep.equal(['meals-c', 'meals-d', 'meals-e'])
    expect(ids(ask(matcher, hungry, { options: { limit: 4, perProvider: 4 } }))).to.deep.equal([
      'meals-a',
      'meals-b',
      'meals-c',
      'meals-d',
    ])
  })

  it('moves what a hard rule forbids to the excluded, with the reason', () => {
    const [meals, ...others] = offerings
    const matcher = matcherOver([{ ...(meals as TextOffering), facts: { published: false } }, ...others])
    const { items, excluded } = ask(matcher, hungry)
    expect(ids({ items })).not.to.include('meals')
    expect(excluded[0]?.id).to.equal('meals')
    expect(excluded[0]?.reasons.map(({ code }) => code)).to.deep.equal(['not-published'])
  })

  it('recommends what a crisis calls for, whatever else the text is about', () => {
    const both = matcherOver([
      { id: 'parents', title: '家长课堂', text: '教家长与青春期孩子沟通，改善亲子关系。' },
      { id: 'crisis', title: '心理危机干预', text: '对有自杀、自伤风险的人紧急评估，陪同就医，持续跟进。' },
    ])
    const fitOf = (text: string) => ask(both, text).items.find(({ id }) => id === 'crisis')?.fit
    expect(fitOf('女儿叛逆不听话，跟我们吵，昨晚用刀划手腕')).not.to.equal('weak')
    expect(fitOf('女儿叛逆不听话，跟我们吵，昨晚摔门就走')).to.equal('weak')
  })

  it('demands the qualifications of the service from a known provider', () => {
    const lawyer = (qualifications: readonly string[]) =>
      matcherOver([
        {
          id: 'aid',
          title: '法律援助',
          text: '为低收入居民代理诉讼',
          stated: { categories: ['legal.aid'] },
          facts: { provider: provider('org', { qualifications }) },
        },
      ])
    const text = '请不起律师，想申请法律援助打官司'
    expect(ids(ask(lawyer(['lawyer']), text))).to.deep.equal(['aid'])
    const refused = ask(lawyer([]), text)
    expect(refused.items).to.deep.equal([])
    expect(refused.excluded[0]?.reasons[0]).to.include({ code: 'not-qualified', asked: 'lawyer' })
  })
})

describe('open needs for an offering', () => {
  const needs = {
    hungry,
    lonely: '老人独居，想有人每周来看看她',
    homework: '孩子放学没人管，作业也没人辅导',
    noise: '楼上半夜吵，想请人调解',
  }

  function filled() {
    const matcher = matcherOver(offerings)
    for (const [id, text] of Object.entries(needs)) {
      matcher.putNeed(id, { text, stated: {} }, { ...plainNeed(text), region: community }, year)
    }
    return matcher
  }

  it('have the score that the offering has for the need', () => {
    const matcher = filled()
    for (const { id } of offerings) {
      for (const { id: need, score } of matcher.needsFor(id, { limit: 10, today })?.items ?? []) {
        const text = needs[need as keyof typeof needs]
        const back = ask(matcher, text, { facts: { region: community } }).items.find((item) => item.id === id)
        expect(back?.score, `${id} for ${need}`).to.equal(score)
      }
    }
    expect(matcher.needsFor('tutoring', { limit: 1, today })?.items[0]?.id).to.equal('homework')
  })

  it('have it also where ages are read from the text', () => {
    const matcher = matcherOver([
      { ...(offerings[0] as TextOffering), facts: { ages: { from: 60, to: 120 } } },
    ])
    matcher.putNeed('hungry', { text: hungry, stated: {} }, plainNeed(hungry), year)
    const there = matcher.needsFor('meals', { limit: 1, today, explain: true })?.items[0]
    const back = ask(matcher, hungry, { options: { explain: true } }).items[0]
    expect(back?.features?.age.value).to.equal(0.5)
    expect(there).to.deep.include({ score: back?.score, features: back?.features })
  })

  it('are open ones, within the rules', () => {
    const matcher = filled()
    const text = needs.noise
    matcher.putNeed('closed', { text, stated: {} }, { ...plainNeed(text), open: false }, year)
    matcher.putNeed('far', { text, stated: {} }, { ...plainNeed(text), region: elsewhere }, year)
    matcher.putOffering(
      'local',
      { title: '邻里调解', text: '调解噪音' },
      {},
      { ...noFacts('调解'), coverage: [street] },
      year,
    )
    const found = ids(matcher.needsFor('local', { limit: 10, today }) ?? { items: [] })
    expect(found).to.include('noise')
    expect(found).not.to.include('closed')
    expect(found).not.to.include('far')
    expect(matcher.needsFor('unknown', { limit: 10, today })).to.equal(undefined)
  })
})

describe('the matcher on odd input', () => {
  const odd = {
    'an empty text': '',
    punctuation: '。。。！？，、……——“”（）',
    'two thousand characters': '老人独居没人做饭，'.repeat(223).slice(0, 2000),
    'a text in no known language': 'zxqv 0000 🙂🙂 ﷽',
    'a lone surrogate': '老人\ud800吃饭',
  }

  for (const [name, text] of Object.entries(odd)) {
    it(`answers ${name}`, () => {
      const { items, verdict } = ask(matcherOver(offerings), text, { options: { explain: true } })
      expect(['matched', 'none']).to.include(verdict)
      for (const { score } of items) expect(score).to.be.within(0, 1)
    })

    it(`holds ${name} as an offering`, () => {
      const matcher = matcherOver([...offerings, { id: 'odd', title: '', text }])
      expect(ids(ask(matcher, hungry))[0]).to.be.oneOf(['meals', 'odd'])
    })
  }

  it('finds nothing among nothing', () => {
    expect(ask(newMatcher(), hungry)).to.deep.equal({
      verdict: 'none',
      items: [],
      excluded: [],
      weights: weights.version,
    })
  })

  it('says none for a text that says nothing', () => {
    expect(ask(matcherOver(offerings), '').verdict).to.equal('none')
    expect(ask(matcherOver(offerings), odd.punctuation).verdict).to.equal('none')
  })
})
