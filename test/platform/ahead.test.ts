import { expect } from 'chai'
import { ahead } from '../../src/platform/ahead.js'

const turn = () => new Promise((resolve) => setImmediate(resolve))

describe('work done ahead', () => {
  it('comes in the order of its items, and never more of it is begun than was asked for', async () => {
    const begun: number[] = []
    const got: number[] = []
    const work = async (n: number): Promise<number> => {
      begun.push(n)
      for (let turns = 5 - n; turns > 0; turns--) await turn()
      return n * 10
    }
    for await (const result of ahead([1, 2, 3, 4, 5], 2, work)) {
      got.push(result)
      expect(begun.length).to.equal(Math.min(got.length + 2, 5))
    }
    expect(got).to.deep.equal([10, 20, 30, 40, 50])
  })

  it('throws what the first that failed threw, when its turn comes and nothing is under way', async () => {
    let ended = 0
    const got: number[] = []
    const work = async (n: number): Promise<number> => {
      if (n === 2) throw new RangeError('two')
      await turn()
      ended++
      return n
    }
    const run = async () => {
      for await (const result of ahead([1, 2, 3, 4, 5], 2, work)) got.push(result)
    }
    const failure = await run().catch((error: unknown) => error)
    expect(failure).to.be.instanceOf(RangeError)
    expect(got).to.deep.equal([1])
    expect(ended).to.equal(3)
  })

  it('waits for what is under way where nobody wants the rest', async () => {
    let ended = 0
    const work = async (n: number): Promise<number> => {
      await turn()
      ended++
      return n
    }
    for await (const result of ahead([1, 2, 3, 4, 5], 2, work)) if (result === 1) break
    expect(ended).to.equal(3)
  })
})
