import { expect } from 'chai'
import fc from 'fast-check'
import { nowhere, SeenPieces } from '../../src/taxonomy/seen-pieces.js'

/** Ends of all places of a piece from `least` on, the latest first. */
function endsOf(seen: SeenPieces, piece: number, least = 0): number[] {
  const ends: number[] = []
  let place = seen.lastOf(piece, least)
  while (place !== nowhere) {
    ends.push(seen.endOf(place))
    place = seen.lastOf(piece, least, place)
  }
  return ends
}

describe('the pieces seen in a text', () => {
  it('are known by all their places, the latest first', () => {
    const seen = new SeenPieces()
    seen.add(1, 2, 2)
    seen.add(2, 3, 2)
    seen.add(1, 7, 2)
    expect([0, 1, 2].map((piece) => endsOf(seen, piece))).to.deep.equal([[], [9, 4], [5]])
    expect([0, 1, 2].map((piece) => seen.may(piece))).to.deep.equal([false, true, true])
  })

  it('are forgotten with the text', () => {
    const seen = new SeenPieces()
    seen.add(1, 2, 2)
    seen.clear()
    expect(seen.may(1)).to.equal(false)
    expect(endsOf(seen, 1)).to.deep.equal([])
  })

  it('are found where they end at some place or later, whatever stands between', () => {
    const added = fc.array(fc.tuple(fc.nat(5), fc.nat(3), fc.integer({ min: 1, max: 9 })), { maxLength: 30 })
    fc.assert(
      fc.property(added, fc.nat(60), (steps, least) => {
        const seen = new SeenPieces()
        let start = 0
        const all = steps.map(([piece, step, length]) => {
          start += step
          // A piece has one length.
          seen.add(piece * 10 + length, start, length)
          return { piece: piece * 10 + length, end: start + length }
        })
        for (const { piece } of all) {
          const ends = all
            .filter((other) => other.piece === piece && other.end >= least)
            .map(({ end }) => end)
          expect(endsOf(seen, piece, least)).to.deep.equal(ends.reverse())
          expect(seen.may(piece)).to.equal(true)
        }
      }),
    )
  })
})
