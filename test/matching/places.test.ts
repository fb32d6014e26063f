import { expect } from 'chai'
import fc from 'fast-check'
import { inOrder, Places, spread } from '../../src/matching/places.js'

const one = fc.record({
  provider: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }),
  logOdds: fc.integer({ min: -5, max: 5 }),
})

describe('the places of an answer', () => {
  it('ask for what the last place of the spread answer has, once all are taken', () => {
    const share = fc.record({
      limit: fc.integer({ min: 1, max: 6 }),
      perProvider: fc.integer({ min: 1, max: 3 }),
    })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 30 }), share, (all, options) => {
        const places = new Places(options)
        for (const { provider, logOdds } of all) places.add(provider, logOdds)
        const scored = all.map((each, n) => ({ candidate: { ...each, id: `${n}` }, logOdds: each.logOdds }))
        const best = spread(inOrder(scored), { ...options, limit: 100 }, ({ provider }) => provider)
        const taken = new Map<string, number>()
        const fair = best.filter(({ candidate: { provider } }) => {
          if (provider === undefined) return true
          taken.set(provider, (taken.get(provider) ?? 0) + 1)
          return (taken.get(provider) as number) <= options.perProvider
        })
        const last = fair[options.limit - 1]
        expect(places.least).to.equal(last ? last.logOdds : Number.NEGATIVE_INFINITY)
      }),
    )
  })
})
