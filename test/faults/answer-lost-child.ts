/**
 * A server on the data folder given, and the database where there is one, that dies when it would keep the answer to an Idempotency-Key: what the request
 * asked for is committed, and the client has heard nothing. Says its address on stdout.
 */

import { needRoutes } from '../../src/needs/index.js'
import { systemClock } from '../../src/platform/clock.js'
import { Idempotency } from '../../src/platform/http/idempotency.js'
import { listen } from '../../src/platform/http/listen.js'
import { openWorkspace } from '../../src/workspace.js'
import { testApp } from '../http-client.js'
import { testConfig } from '../running.js'

const [data = '', mongoUrl] = process.argv.slice(2)
const workspace = await openWorkspace(testConfig(data, { mongoUrl }))
const { store, needs } = workspace
const dying: Pick<typeof store, 'get' | 'replace'> = {
  get: (collection, id) => store.get(collection, id),
  replace() {
    process.kill(process.pid, 'SIGKILL')
    return new Promise(() => undefined)
  },
}
const idempotency = new Idempotency({ store: dying, clock: systemClock })
const { url } = await listen(testApp({ routes: needRoutes(needs, workspace), idempotency }), {
  host: '127.0.0.1',
  port: 0,
})
process.stdout.write(`running: ${url}\n`)
