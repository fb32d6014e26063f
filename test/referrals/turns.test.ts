import { expect } from 'chai'
import { Turns } from '../../src/referrals/turns.js'

describe('turns', () => {
  it('do what concerns the same thing in the order asked for, and different things at once', async () => {
    const turns = new Turns()
    const done: string[] = []
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const first = turns.take('a', async () => {
      await held
      done.push('a1')
    })
    const second = turns.take('a', async () => done.push('a2'))
    await turns.take('b', async () => done.push('b1'))
    release()
    await Promise.all([first, second])
    expect(done).to.deep.equal(['b1', 'a1', 'a2'])
  })

  it('go on after one that failed, whose failure its caller alone hears of', async () => {
    const turns = new Turns()
    const failed = turns.take('a', async () => {
      throw new Error('no')
    })
    const next = turns.take('a', async () => 'yes')
    expect(await failed.catch(({ message }: Error) => message)).to.equal('no')
    expect(await next).to.equal('yes')
  })
})
