import { expect } from 'chai'
import fc from 'fast-check'
import { type Candidate, CandidateIndex, mostLooks } from '../../src/matching/candidates.js'
import { fanOut } from '../../src/matching/cells.js'
import { NeedBound } from '../../src/matching/need-bound.js'
import { WordQuery } from '../../src/matching/word-query.js'
import { packedNeeds, packedOfferings } from './corpus.js'
import { comparison, weights } from './shared-language.js'

const offerings = packedOfferings(3)
const needs = packedNeeds(50)
const [anyNeed] = needs as [Uint32Array]

interface Put {
  readonly candidate: Candidate
  readonly packed: Uint32Array
  readonly merit: number
}

function put(id: string, packed: Uint32Array, regions?: readonly string[], merit = 0): Put {
  return { candidate: { id, regions, everywhere: !regions }, packed, merit }
}

function indexOf(puts: readonly Put[]) {
  const index = new CandidateIndex<Candidate>(comparison)
  for (const { candidate, packed, merit } of puts) index.put(candidate, packed, merit)
  return index
}

/** Ids in the order in which a search shows them that is told that nothing is good enough yet, or what `enough` says. */
function shown(
  index: CandidateIndex<Candidate>,
  need: Uint32Array,
  { regions, enough = Number.NEGATIVE_INFINITY }: { regions?: readonly string[]; enough?: number } = {},
): string[] {
  const ids: string[] = []
  const bound = new NeedBound(comparison, weights, new WordQuery(), index.rows).of(need)
  index.search({ regions, bound, beside: Array((regions?.length ?? 0) + 1).fill(0) }, (slot) => {
    ids.push(index.at(slot).id)
    return enough
  })
  return ids
}

const sorted = (ids: Iterable<string>) => [...ids].sort()

describe('the candidate index', () => {
  const all = offerings.map((packed, n) => put(`o${n}`, packed, undefined, (n % 7) / 10))

  it('shows every candidate once when nothing is good enough', () => {
    const index = indexOf(all)
    for (const need of needs.slice(0, 10)) {
      expect(sorted(shown(index, need))).to.deep.equal(sorted(all.map(({ candidate }) => candidate.id)))
    }
  })

  it('leaves most of them alone when something is good', () => {
    const index = indexOf(all)
    const looks = needs.map((need) => shown(index, need, { enough: 2 }).length)
    const mean = looks.reduce((sum, each) => sum + each, 0) / looks.length
    expect(mean).to.be.lessThan(all.length / 5)
  })

  it('opens nothing more once nothing can be good enough', () => {
    expect(shown(indexOf(all), anyNeed, { enough: 100 }).length).to.be.at.most(fanOut)
  })

  it('shows the same in the same order whatever the order of arrival', () => {
    const order = fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })
    const first = new Map(needs.map((need) => [need, shown(indexOf(all), need)]))
    fc.assert(
      fc.property(order, fc.constantFrom(...needs), (shuffled, need) => {
        expect(shown(indexOf(shuffled), need)).to.deep.equal(first.get(need))
      }),
      { numRuns: 8 },
    )
  })

  it('holds after any puts, replacements and removals what a plain map holds', () => {
    const change = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
      packed: fc.option(fc.constantFrom(...offerings.slice(0, 40)), { nil: undefined }),
      regions: fc.option(fc.subarray(['here', 'there', 'nowhere'], { minLength: 1 }), { nil: undefined }),
      look: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), fc.constantFrom(...needs), (changes, need) => {
        const index = new CandidateIndex<Candidate>(comparison)
        const model = new Map<string, Put>()
        for (const { id, packed, regions, look } of changes) {
          if (packed) {
            const each = put(id, packed, regions)
            index.put(each.candidate, packed, each.merit)
            model.set(id, each)
          } else {
            index.remove(id)
            model.delete(id)
          }
          if (look) shown(index, need)
        }
        expect(index.size).to.equal(model.size)
        expect(sorted(index.ids())).to.deep.equal(sorted(model.keys()))
        for (const each of index.all()) expect(each.packed).to.deep.equal(model.get(each.id)?.packed)
        for (const [id, { candidate, packed }] of model) {
          expect(index.get(id)).to.deep.equal({ ...candidate, packed })
        }
        expect(new Set(shown(index, need))).to.deep.equal(new Set(model.keys()))
        expect(shown(index, need)).to.deep.equal(shown(indexOf([...model.values()]), need))
        const here = [...model].filter(([, { candidate }]) => candidate.regions?.includes('here') ?? true)
        const regions = ['here']
        expect(sorted(shown(index, need, { regions }))).to.deep.equal(sorted(here.map(([id]) => id)))
      }),
    )
  })

  it('finds bound candidates in their regions only, and free ones everywhere', () => {
    const [packed] = offerings as [Uint32Array]
    const index = indexOf([
      put('here', packed, ['community', 'other']),
      put('street', packed, ['street']),
      put('far', packed, ['far']),
      put('nowhere', packed, []),
      put('free', packed),
    ])
    const find = (regions?: readonly string[]) =>
      sorted(new Set(shown(index, packed, regions ? { regions } : {})))
    expect(find(['community', 'street', 'district'])).to.deep.equal(['free', 'here', 'street'])
    expect(find(['unheard-of'])).to.deep.equal(['free'])
    expect(find([])).to.deep.equal(['free'])
    expect(find()).to.deep.equal(['far', 'free', 'here', 'nowhere', 'street'])
  })

  it('stays right when most of many go', () => {
    const many = Array.from({ length: 2_400 }, (_, n) =>
      put(`m${n}`, offerings[n % offerings.length] as Uint32Array, n % 2 ? ['here'] : undefined),
    )
    const index = indexOf(many)
    shown(index, anyNeed)
    const kept = many.filter((_, n) => n % 6 === 0)
    for (const { candidate } of many)
      if (!kept.some((k) => k.candidate.id === candidate.id)) index.remove(candidate.id)
    expect(shown(index, anyNeed)).to.deep.equal(shown(indexOf(kept), anyNeed))
    for (const { candidate } of kept) index.remove(candidate.id)
    expect(index.size).to.equal(0)
    expect(shown(index, anyNeed)).to.deep.equal([])
    expect(index.get('m0')).to.equal(undefined)
  })

  it('looks at no more than its limit, however many there are', () => {
    const [packed] = offerings as [Uint32Array]
    const many = Array.from({ length: mostLooks + 500 }, (_, n) => put(`m${n}`, packed))
    expect(shown(indexOf(many), packed).length).to.equal(mostLooks)
  })

  it('looks first at those of more merit among equals', () => {
    const [packed] = offerings as [Uint32Array]
    const index = indexOf(Array.from({ length: 50 }, (_, n) => put(`m${n}`, packed, undefined, n / 50)))
    expect(shown(index, packed).slice(0, 3)).to.deep.equal(['m49', 'm48', 'm47'])
  })
})
