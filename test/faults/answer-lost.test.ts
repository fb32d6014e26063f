import { once } from 'node:events'
import { expect } from 'chai'
import type { Config } from '../../src/config.js'
import type { Need } from '../../src/needs/index.js'
import { systemActor } from '../../src/platform/actor.js'
import { auditTrail } from '../../src/platform/records/index.js'
import { openWorkspace } from '../../src/workspace.js'
import { onEachStore } from '../each-store.js'
import { aNeed } from '../feature-drafts.js'
import { type Asked, HttpClient } from '../http-client.js'
import { onCleanup } from '../setup.js'
import { startScript } from './child-process.js'
import { configOfMortals } from './mongo-proxy.js'

onEachStore('a POST with an Idempotency-Key whose server dies between commit and answer', function (engine) {
  this.timeout(300_000)

  it('is done once and answered with the record when it is sent again, to enter a need and to withdraw it', async () => {
    const home = engine.makeHome()
    onCleanup(() => home.remove())
    const config = home.config()
    const mortal = await configOfMortals(config)
    const made = await askTwice<Need>(mortal, '/api/v1/needs', {
      json: aNeed(),
      headers: { 'idempotency-key': 'k-1' },
    })
    expect([made.status, made.headers.get('etag')]).to.deep.equal([201, '"1"'])
    const path = `/api/v1/needs/${made.body.id}`
    expect(made.headers.get('location')).to.equal(path)
    expect(made.body).to.deep.include({ revision: 1, state: 'open', likelyDuplicates: [] })

    const withdrawn = await askTwice<Need>(mortal, `${path}/withdraw`, {
      json: { reason: '已自行解决' },
      headers: { 'idempotency-key': 'k-1', 'if-match': '"1"' },
    })
    expect([withdrawn.status, withdrawn.body.state, withdrawn.body.revision]).to.deep.equal([
      200,
      'withdrawn',
      2,
    ])

    const workspace = await openWorkspace(config)
    onCleanup(() => workspace.close())
    expect(await workspace.needs.list({}, {}, systemActor('tester'))).to.have.length(1)
    const trail = await workspace.store.find(auditTrail, {})
    expect(trail.map(({ action }) => action)).to.deep.equal(['need.create', 'need.withdrawn'])
  })
})

/** The answer of the second server; the first one dies of the same request. */
async function askTwice<T>({ data, mongoUrl }: Config, path: string, asked: Asked) {
  const first = startScript('answer-lost-child.ts', mongoUrl ? [data, mongoUrl] : [data])
  const died = once(first.process, 'close')
  expect(await ask(first, path, asked).catch(() => 'no answer')).to.equal('no answer')
  expect(await died).to.deep.equal([null, 'SIGKILL'])

  const second = startScript('answer-lost-child.ts', mongoUrl ? [data, mongoUrl] : [data])
  const reply = await ask<T>(second, path, asked)
  await second.kill()
  expect(reply.headers.get('idempotent-replayed'), reply.text).to.equal('true')
  return reply
}

async function ask<T>(child: ReturnType<typeof startScript>, path: string, asked: Asked) {
  const [, url = ''] = await child.says(/running: (http\S+)/)
  return new HttpClient(url).ask<T>(path, asked)
}
