import { expect } from 'chai'
import fc from 'fast-check'
import { withinEdits } from '../../../src/platform/text/index.js'

describe('comparing words within a number of edits', () => {
  const cases: [string, string, number][] = [
    ['same', 'same', 0],
    ['comunity', 'community', 1],
    ['communitty', 'community', 1],
    ['cammunity', 'community', 1],
    ['communtiy', 'community', 1],
    ['comunityy', 'community', 2],
    ['abcd', 'badc', 2],
  ]
  for (const [a, b, distance] of cases) {
    it(`finds ${a} and ${b} ${distance} apart`, () => {
      expect(withinEdits(a, b, distance)).to.equal(true)
      if (distance > 0) expect(withinEdits(a, b, distance - 1)).to.equal(false)
    })
  }

  it('allows as many edits as were made, in both directions', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(word, fc.nat(), fc.nat(), (a, at, from) => {
        const cut = at % a.length
        const removed = a.slice(0, cut) + a.slice(cut + 1)
        const place = from % (removed.length + 1)
        const moved = `${removed.slice(0, place)}z${removed.slice(place)}`
        expect(withinEdits(a, removed, 1)).to.equal(true)
        expect(withinEdits(a, moved, 2)).to.equal(true)
        expect(withinEdits(moved, a, 2)).to.equal(true)
      }),
    )
  })
})
