import { expect } from 'chai'
import { Outbox } from '../../../src/platform/http/outbox.js'

const turn = () => new Promise((resolve) => setImmediate(resolve))

describe('outbox', () => {
  function open() {
    const sent: string[] = []
    const outbox = new Outbox()
    const put = (body: string) =>
      outbox.put({ end: (text: unknown) => sent.push(String(text)) } as never, body)
    return { sent, put }
  }

  it('sends a single answer when what has come in was looked at', async () => {
    const { sent, put } = open()
    put('a')
    expect(sent).to.deep.equal([])
    await turn()
    expect(sent).to.deep.equal(['a'])
  })

  it('sends no more than a handful together, in their order, and forgets none', async () => {
    const { sent, put } = open()
    const bodies = Array.from({ length: 11 }, (_, i) => `${i}`)
    const waiting = bodies.map((body, i) => {
      put(body)
      return i + 1 - sent.length
    })
    expect(Math.max(...waiting)).to.equal(3)
    await turn()
    expect(sent).to.deep.equal(bodies)
  })

  it('takes what is put in while it sends', async () => {
    const sent: string[] = []
    const outbox = new Outbox()
    const record = (text: unknown) => {
      sent.push(String(text))
      if (text === 'first') outbox.put({ end: record } as never, 'second')
    }
    outbox.put({ end: record } as never, 'first')
    await turn()
    await turn()
    expect(sent).to.deep.equal(['first', 'second'])
  })
})
