import { expect } from 'chai'
import { inParallel } from '../../src/platform/parallel.js'

async function* numbers(upTo: number): AsyncGenerator<number> {
  for (let i = 1; i <= upTo; i++) yield i
}

describe('work in parallel', () => {
  it('does all, never more at once than allowed', async () => {
    let running = 0
    let most = 0
    const done: number[] = []
    await inParallel(numbers(20), 3, async (n) => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setImmediate(resolve))
      running--
      done.push(n)
    })
    expect(done).to.have.members(Array.from({ length: 20 }, (_, i) => i + 1))
    expect(most).to.equal(3)
  })

  it('begins nothing after a failure, and throws it when all else has ended', async () => {
    const begun: number[] = []
    let ended = 0
    const work = inParallel([1, 2, 3, 4, 5, 6], 2, async (n) => {
      begun.push(n)
      await new Promise((resolve) => setImmediate(resolve))
      ended++
      if (n === 2) throw new RangeError('two')
    })
    const failure = await work.catch((error: unknown) => error)
    expect(failure).to.be.instanceOf(RangeError)
    expect(ended).to.equal(begun.length)
    expect(begun.length).to.be.at.most(4)
  })
})
