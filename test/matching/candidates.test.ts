import { expect } from 'chai'
import fc from 'fast-check'
import { type Candidate, CandidateIndex } from '../../src/matching/candidates.js'
import { WordQuery } from '../../src/matching/features.js'
import { noFacts, plainNeed } from '../../src/matching/index.js'
import { wordsOf } from '../../src/matching/profile.js'
import { featureNames, features, scoreOf, weightVector } from '../../src/matching/score.js'
import { packedNeeds, packedOfferings } from './corpus.js'
import { comparison, today, weights } from './shared-language.js'

const offerings = packedOfferings(3)
const needs = packedNeeds(50)
const vector = weightVector(weights)

const candidate = (id: string, packed: Uint32Array, regions?: readonly string[]): Candidate => ({
  id,
  packed,
  regions,
  merit: 0.5,
})

function indexOf(candidates: readonly Candidate[]) {
  const index = new CandidateIndex<Candidate>(comparison)
  for (const each of candidates) index.put(each)
  return index
}

const idsOf = (found: readonly Candidate[]) => found.map(({ id }) => id).sort()

/** The ids of the ten that score best when everything is scored. */
function bestTen(need: Uint32Array, all: readonly Candidate[]): string[] {
  const asked = { ...plainNeed(''), packed: need }
  const context = {
    by: comparison,
    words: new WordQuery(wordsOf(asked)),
    regionChain: [],
    today,
    inferredAges: [],
  }
  const values = new Float32Array(featureNames.length)
  const scored = all.map((each) => {
    features(asked, { ...noFacts(''), packed: each.packed }, context, values)
    return { id: each.id, score: scoreOf(values, vector, weights.bias) }
  })
  const possible = scored.filter(({ score }) => score >= weights.possible)
  return possible
    .sort((a, b) => b.score - a.score)
    .slice(0, 10)
    .map(({ id }) => id)
}

describe('the candidate index', () => {
  const all = offerings.map((packed, n) => candidate(`o${n}`, packed))
  const whole = indexOf(all)

  it('finds all of the ten best that scoring everything finds', () => {
    expect(all.length).to.be.greaterThan(400)
    let best = 0
    for (const packed of needs) {
      const found = new Set(whole.find({ packed, regions: undefined, limit: 360 }).map(({ id }) => id))
      const ten = bestTen(packed, all)
      best += ten.length
      expect(ten.filter((id) => !found.has(id))).to.deep.equal([])
    }
    expect(best).to.be.greaterThan(needs.length * 3)
  })

  it('gives each candidate once, and no more than asked', () => {
    fc.assert(
      fc.property(fc.constantFrom(...needs), fc.integer({ min: 1, max: 400 }), (packed, limit) => {
        const found = idsOf(whole.find({ packed, regions: undefined, limit }))
        expect(found.length).to.be.at.most(limit)
        expect(new Set(found).size).to.equal(found.length)
      }),
    )
  })

  it('finds the same whatever the order of arrival', () => {
    const order = fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })
    fc.assert(
      fc.property(order, fc.constantFrom(...needs), (shuffled, packed) => {
        const query = { packed, regions: undefined, limit: 100 }
        expect(idsOf(indexOf(shuffled).find(query))).to.deep.equal(idsOf(whole.find(query)))
      }),
      { numRuns: 5 },
    )
  })

  it('holds after any puts, replacements and removals what a plain map holds', () => {
    const some = offerings.slice(0, 40)
    const change = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      packed: fc.option(fc.constantFrom(...some), { nil: undefined }),
      region: fc.constantFrom('here', 'there', undefined),
    })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), fc.constantFrom(...needs), (changes, packed) => {
        const index = new CandidateIndex<Candidate>(comparison)
        const model = new Map<string, Candidate>()
        for (const { id, packed: content, region } of changes) {
          if (content) {
            const each = candidate(id, content, region ? [region] : undefined)
            index.put(each)
            model.set(id, each)
          } else {
            index.remove(id)
            model.delete(id)
          }
        }
        expect(index.size).to.equal(model.size)
        expect(idsOf([...index.all()])).to.deep.equal([...model.keys()].sort())
        for (const [id, each] of model) expect(index.get(id)).to.equal(each)
        // So few that whatever is there is found.
        expect(idsOf(index.find({ packed, regions: undefined, limit: 100 }))).to.deep.equal(
          [...model.keys()].sort(),
        )
        const here = [...model.values()].filter(({ regions }) => regions?.[0] !== 'there')
        expect(idsOf(index.find({ packed, regions: ['here'], limit: 100 }))).to.deep.equal(idsOf(here))
      }),
    )
  })

  it('finds bound candidates in their region only, and free ones everywhere', () => {
    const [packed] = offerings as [Uint32Array]
    const index = indexOf([
      candidate('here', packed, ['community', 'other']),
      candidate('street', packed, ['street']),
      candidate('far', packed, ['far']),
      candidate('free', packed),
    ])
    const find = (regions?: readonly string[]) => idsOf(index.find({ packed, regions, limit: 10 }))
    expect(find(['community', 'street', 'district'])).to.deep.equal(['free', 'here', 'street'])
    expect(find(['unheard-of'])).to.deep.equal(['free'])
    expect(find([])).to.deep.equal(['free'])
    expect(find()).to.deep.equal(['far', 'free', 'here', 'street'])
  })

  it('leaves nothing behind of what was removed, and stays right when most of it goes', () => {
    const many = Array.from({ length: 2_400 }, (_, n) =>
      candidate(`m${n}`, offerings[n % offerings.length] as Uint32Array),
    )
    const index = indexOf(many)
    const kept = new Set(many.filter((_, n) => n % 6 === 0).map(({ id }) => id))
    for (const { id } of many) if (!kept.has(id)) index.remove(id)
    expect(index.size).to.equal(kept.size)
    for (const packed of needs.slice(0, 20)) {
      const found = index.find({ packed, regions: undefined, limit: 360 })
      expect(found.filter(({ id }) => !kept.has(id))).to.deep.equal([])
      const same = indexOf(many.filter(({ id }) => kept.has(id)))
      expect(idsOf(found)).to.deep.equal(idsOf(same.find({ packed, regions: undefined, limit: 360 })))
    }
    for (const id of kept) index.remove(id)
    expect(index.size).to.equal(0)
    expect(index.find({ packed: needs[0] as Uint32Array, regions: undefined, limit: 10 })).to.deep.equal([])
    expect(index.get('m0')).to.equal(undefined)
  })

  it('looks at those of more merit first', () => {
    const [packed] = offerings as [Uint32Array]
    const index = indexOf(
      Array.from({ length: 50 }, (_, n) => ({ ...candidate(`m${n}`, packed), merit: n / 50 })),
    )
    const found = index.find({ packed, regions: undefined, limit: 3 })
    expect(idsOf(found)).to.deep.equal(['m47', 'm48', 'm49'])
  })
})
