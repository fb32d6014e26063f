import { connect } from 'node:net'
import { expect } from 'chai'
import { route } from '../../../src/platform/http/route.js'
import { serve, testApp } from '../../http-client.js'

const text = { zh: '演示', en: 'demo' }

/** An app with one operation that answers when told to, and says when it was asked and when its client went. */
async function slowApp(graceMs = 5000) {
  const order: string[] = []
  const events = { asked: () => {}, finish: () => {}, gone: () => {} }
  const asked = new Promise<void>((resolve) => {
    events.asked = resolve
  })
  const held = new Promise<void>((resolve) => {
    events.finish = resolve
  })
  const gone = new Promise<void>((resolve) => {
    events.gone = resolve
  })
  const slow = route(
    {
      method: 'get',
      path: '/slow',
      operationId: 'slow',
      summary: text,
      permission: 'public',
      tag: 'x',
      answers: { 200: { description: text } },
    },
    async ({ signal }) => {
      signal.addEventListener('abort', events.gone)
      events.asked()
      await held
      order.push('answered')
      return { body: { slow: true } }
    },
  )
  return {
    http: await serve(testApp({ routes: [slow] }), graceMs),
    asked,
    gone,
    finish: events.finish,
    order,
  }
}

describe('stopping', () => {
  it('lets a request under way finish, takes no new one, and then runs what closes', async () => {
    const { http, asked, finish, order } = await slowApp()
    await http.ask('/healthz')
    const slow = http.ask('/api/v1/slow')
    await asked
    const stopped = http.listening.stop([() => order.push('checkpoint'), () => order.push('close')])
    const late = await http.ask('/healthz').catch((error: Error) => error.message)
    expect(late).to.equal('fetch failed')
    expect(order).to.deep.equal([])
    finish()
    const { status, body, headers } = await slow
    await stopped
    expect([status, body, headers.get('connection')]).to.deep.equal([200, { slow: true }, 'close'])
    expect(order).to.deep.equal(['answered', 'checkpoint', 'close'])
  })

  it('cuts off what takes longer than the grace, and tells its handler', async () => {
    const { http, asked, gone, finish } = await slowApp(50)
    const slow = http.ask('/api/v1/slow').catch((error: Error) => error.message)
    await asked
    await http.listening.stop()
    expect(await slow).to.equal('fetch failed')
    await gone
    finish()
  })

  it('runs all closers though one fails, and says so; a second call stops nothing twice', async () => {
    const { http } = await slowApp()
    let closed = 0
    const failing = () => Promise.reject(new Error('disk full'))
    const stop = http.listening.stop([failing, () => closed++])
    const error = await stop.catch((reason: unknown) => reason)
    expect(error).to.be.instanceOf(AggregateError)
    expect(closed).to.equal(1)
    expect(http.listening.stop([() => closed++])).to.equal(stop)
    http.listening.stop = async () => {}
  })
})

describe('an aborted request', () => {
  it('is told to its handler', async () => {
    const { http, asked, gone, finish } = await slowApp()
    const socket = connect(http.listening.port, '127.0.0.1')
    socket.write('GET /api/v1/slow HTTP/1.1\r\nHost: x\r\n\r\n')
    await asked
    socket.destroy()
    await gone
    finish()
  })
})
