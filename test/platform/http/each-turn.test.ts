import { expect } from 'chai'
import { EachTurn } from '../../../src/platform/http/each-turn.js'

const turn = () => new Promise((resolve) => setImmediate(resolve))

describe('what is done once a turn of the event loop', () => {
  it('waits until what has come in was looked at, and is done in order', async () => {
    const done: number[] = []
    const each = new EachTurn<number>((item) => done.push(item))
    const items = Array.from({ length: 11 }, (_, i) => i)
    for (const item of items) each.put(item)
    expect(done).to.deep.equal([])
    await turn()
    expect(done).to.deep.equal(items)
  })

  it('takes what is put in meanwhile in the next turn', async () => {
    const done: string[] = []
    const each = new EachTurn<string>((item) => {
      done.push(item)
      if (item === 'first') each.put('second')
    })
    each.put('first')
    await turn()
    expect(done).to.deep.equal(['first'])
    await turn()
    expect(done).to.deep.equal(['first', 'second'])
  })

  it('starts again after it had nothing to do', async () => {
    const done: string[] = []
    const each = new EachTurn<string>((item) => done.push(item))
    each.put('first')
    await turn()
    each.put('second')
    await turn()
    expect(done).to.deep.equal(['first', 'second'])
  })
})
