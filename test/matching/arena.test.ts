import { expect } from 'chai'
import fc from 'fast-check'
import { Arena } from '../../src/matching/arena.js'

describe('an arena', () => {
  it('keeps every row as it was put while others come and go', () => {
    const row = fc.array(fc.nat(0xffffffff), { maxLength: 40 })
    const step = fc.record({ row, drop: fc.nat() })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const arena = new Arena()
        const held: { address: number; row: number[] }[] = []
        for (const { row: content, drop } of steps) {
          held.push({ address: arena.put(content), row: content })
          if (drop % 3 === 0) {
            const [gone] = held.splice(drop % held.length, 1)
            if (gone) arena.drop(gone.address)
          }
          for (const each of held) expect([...arena.view(each.address)]).to.deep.equal(each.row)
        }
      }),
    )
  })

  it('uses what was freed again', () => {
    const arena = new Arena()
    const first = arena.put([1, 2, 3])
    arena.drop(first)
    expect(arena.put([4, 5, 6])).to.equal(first)
  })

  it('leaves views of its rows good when it grows', () => {
    const arena = new Arena()
    const early = arena.view(arena.put([7, 8, 9]))
    const long = Array.from({ length: 2_500_000 }, (_, i) => i)
    const address = arena.put(long)
    const after = arena.put([8])
    expect(arena.lengthOf(address)).to.equal(long.length)
    expect(arena.view(address)[2_499_999]).to.equal(2_499_999)
    expect([...early]).to.deep.equal([7, 8, 9])
    expect([...arena.view(after)]).to.deep.equal([8])
  })
})
