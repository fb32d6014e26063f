import { expect } from 'chai'
import { nowhere, SeenPieces } from '../../src/taxonomy/seen-pieces.js'

/** Ends of all places of a piece, the latest first. */
function endsOf(seen: SeenPieces, piece: number): number[] {
  const ends: number[] = []
  for (let place = seen.latestOf(piece); place !== nowhere; place = seen.earlierThan(place))
    ends.push(seen.endOf(place))
  return ends
}

describe('the pieces seen in a text', () => {
  it('are known by all their places, the latest first', () => {
    const seen = new SeenPieces(3)
    seen.add(1, 4)
    seen.add(2, 5)
    seen.add(1, 9)
    expect([0, 1, 2].map((piece) => endsOf(seen, piece))).to.deep.equal([[], [9, 4], [5]])
  })

  it('are forgotten with the text, also where the next has as many', () => {
    const seen = new SeenPieces(3)
    seen.add(1, 4)
    seen.add(2, 5)
    seen.clear()
    expect([0, 1, 2].map((piece) => endsOf(seen, piece))).to.deep.equal([[], [], []])
    seen.add(2, 3)
    expect([0, 1, 2].map((piece) => endsOf(seen, piece))).to.deep.equal([[], [], [3]])
  })
})
