import { expect } from 'chai'
import fc from 'fast-check'
import { scoreAll } from '../../scripts/bench/exhaustive.js'
import { Matcher, noFacts, plainNeed } from '../../src/matching/index.js'
import { failedRules } from '../../src/matching/rules.js'
import { featureNames, features, scoreOf, weightVector } from '../../src/matching/score.js'
import { WordQuery } from '../../src/matching/word-query.js'
import { community, elsewhere, regions, street } from '../feature-services.js'
import { packedNeeds, packedOfferings } from './corpus.js'
import { ask, comparison, language, newMatcher, provider, today, weights, year } from './shared-language.js'

const hungry = '我妈78岁一个人住，腿脚不好，做不了饭，中午常常吃不上热饭'
const rounded = (score: number) => Math.round(score * 10_000) / 10_000

/** A few thousand offerings of some hundred texts, so that many are alike but for place, organisation and places. */
const many = packedOfferings(2).flatMap((packed, n) =>
  [0, 1, 2].map((copy) => ({
    id: `o${n}-${copy}`,
    packed,
    facts: {
      ...noFacts(`o${n}`),
      provider: provider(`p${(n * 3 + copy) % 400}`, { record: ((n * 7 + copy * 5) % 11) / 10 }),
      coverage: [[community, elsewhere], [street], [elsewhere]][(n + copy) % 3] as string[],
      modes: n % 10 ? [] : (['phone'] as const),
      placesLeft: (n + copy) % 5,
    },
  })),
)
/** Demands no qualification of anybody, as scoring everything does here. */
const undemanding = () => new Matcher({ language, weights, regionChain: (code) => regions.chain(code) })

const texts = [
  hungry,
  '楼上半夜装修吵得睡不着',
  '孩子不肯上学，天天打游戏',
  '出狱后找不到工作',
  '不知道怎么办',
]

describe('a recommendation', () => {
  it('finds the best hundred that scoring everything finds', () => {
    const matcher = undemanding()
    for (const { id, packed, facts } of many) matcher.putPacked(id, packed, facts)
    const regionChain = regions.chain(community)
    for (const text of texts) {
      const analysis = matcher.analyse(text, {}, year)
      const facts = { ...plainNeed(text), region: community, amount: 3 }
      const { items } = matcher.recommend(analysis, facts, { limit: 100, today, perProvider: 100 })
      const all = scoreAll(matcher, analysis, facts, comparison, { weights, regionChain, today, limit: 100 })
      expect(all.length, text).to.equal(100)
      expect(
        items.map(({ score }) => score),
        text,
      ).to.deep.equal(all.map(rounded))
    }
  })

  it('answers as if every candidate had been scored in full', () => {
    const matcher = newMatcher()
    for (const { id, packed, facts } of many) matcher.putPacked(id, packed, facts)
    const facts = { region: community, amount: 3 }
    for (const text of texts) {
      const all = ask(matcher, text, { facts, options: { perProvider: 100, limit: 100 } })
      const few = ask(matcher, text, { facts, options: { perProvider: 100, limit: 7 } })
      expect(few.items).to.deep.equal(all.items.slice(0, 7))
      expect(few.items.length).to.equal(7)
    }
  })

  it('answers after any changes as a new matcher does with what is left', () => {
    const change = fc.record({
      of: fc.constantFrom(...many.slice(0, 60)),
      what: fc.constantFrom('put', 'put elsewhere', 'remove', 'ask'),
    })
    const asked = (matcher: ReturnType<typeof newMatcher>) =>
      texts.map((text) => ask(matcher, text, { facts: { region: community }, options: { explain: true } }))
    fc.assert(
      fc.property(fc.array(change, { maxLength: 80 }), (changes) => {
        const matcher = newMatcher()
        const model = new Map<string, (typeof many)[number]>()
        for (const { of, what } of changes) {
          const facts = what === 'put' ? of.facts : { ...of.facts, coverage: [street] }
          if (what === 'ask') asked(matcher)
          else if (what === 'remove') {
            matcher.offerings.remove(of.id)
            model.delete(of.id)
          } else {
            matcher.putPacked(of.id, of.packed, facts)
            model.set(of.id, { ...of, facts })
          }
        }
        const fresh = newMatcher()
        for (const { id, packed, facts } of [...model.values()].reverse()) fresh.putPacked(id, packed, facts)
        expect(asked(matcher)).to.deep.equal(asked(fresh))
      }),
      { numRuns: 15 },
    )
  })
})

describe('a matcher that was emptied', () => {
  it('knows nothing, and then answers as a new one does', () => {
    const matcher = newMatcher()
    for (const { id, packed, facts } of many.slice(0, 90)) matcher.putPacked(id, packed, facts)
    ask(matcher, hungry)
    matcher.clear()
    expect(ask(matcher, hungry).items).to.deep.equal([])
    const fresh = newMatcher()
    for (const each of [matcher, fresh])
      for (const { id, packed, facts } of many.slice(40, 140)) each.putPacked(id, packed, facts)
    for (const text of texts) expect(ask(matcher, text)).to.deep.equal(ask(fresh, text))
  })
})

describe('open needs for an offering', () => {
  it('are the best of all there are', () => {
    const matcher = undemanding()
    for (const { id, packed, facts } of many.slice(0, 200)) matcher.putPacked(id, packed, facts)
    for (const [n, packed] of packedNeeds(6).entries()) {
      const region = [community, street, elsewhere][n % 3] as string
      const facts = { ...plainNeed(`n${n}`), region, amount: 1 + (n % 4) }
      matcher.putNeed(`n${n}`, { text: '', stated: {} }, facts, year, packed)
    }
    for (const { id } of many.slice(0, 40)) {
      const offering = matcher.offerings.get(id)
      const found = matcher.needsFor(id, { limit: 10, today })?.items ?? []
      const values = new Float32Array(featureNames.length)
      const scores = [...matcher.needs.all()].flatMap((need) => {
        const words = new WordQuery().of(need.packed)
        const regionChain = regions.chain(need.region as string)
        const context = { by: comparison, words, regionChain, today, inferredAges: need.spokenAges }
        if (!offering) throw new Error(id)
        if (failedRules(need, offering, { today, regionChain, demanded: new Map() }).length) return []
        features(need, offering, offering.packed, context, values)
        return scoreOf(values, weightVector(weights), weights.bias)
      })
      const best = scores.sort((a, b) => b - a).slice(0, 10)
      expect(found.map(({ score }) => score)).to.deep.equal(best.map(rounded))
    }
  })
})
