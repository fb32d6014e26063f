import { expect } from 'chai'
import { Threads } from '../../../src/platform/threads/index.js'
import { onCleanup } from '../../setup.js'

function doubling(count: number, module = 'doubling-thread.js'): Threads<number, number> {
  const threads = new Threads<number, number>({
    module: new URL(module, import.meta.url),
    data: { most: 100 },
    count,
  })
  onCleanup(() => threads.close())
  return threads
}

const refusal = (answer: Promise<number>): Promise<unknown> => answer.catch((error: unknown) => error)

describe('threads', () => {
  it('give each question its own answer, however many are asked at once', async () => {
    const threads = doubling(2)
    const numbers = Array.from({ length: 50 }, (_, i) => i + 1)
    expect(await Promise.all(numbers.map((number) => threads.ask(number)))).to.deep.equal(
      numbers.map((number) => number * 2),
    )
  })

  it('throw what a question met and answer the next', async () => {
    const threads = doubling(1)
    const [refused, next] = await Promise.all([refusal(threads.ask(101)), threads.ask(100)])
    expect(refused).to.be.instanceOf(RangeError).with.property('message', 'too large: 101')
    expect(next).to.equal(200)
  })

  it('refuse what waits for a thread that ends, and begin another for the next question', async () => {
    const threads = doubling(1)
    const [ended, behind] = await Promise.all([refusal(threads.ask(0)), refusal(threads.ask(1))])
    expect(ended).to.be.instanceOf(Error).with.property('message').that.includes('ended with 3')
    expect(behind).to.be.instanceOf(Error)
    expect(await threads.ask(1)).to.equal(2)
  })

  it('refuse a question where their module cannot be loaded', async () => {
    expect(await refusal(doubling(1, 'no-such-thread.js').ask(1))).to.be.instanceOf(Error)
  })

  it('refuse what is not answered when they are closed', async () => {
    const threads = doubling(1)
    await threads.ask(1)
    const waiting = refusal(threads.ask(2))
    await threads.close()
    expect(await waiting).to.satisfy((answer: unknown) => answer === 4 || answer instanceof Error)
  })
})
