import { Agent, request as send } from 'node:http'
import { expect } from 'chai'
import fc from 'fast-check'
import { type Running, start } from '../../src/main.js'
import type { OpenApiDocument } from '../../src/platform/http/openapi-document.js'
import { openWorkspace } from '../../src/workspace.js'
import { onEachStore } from '../each-store.js'
import { exampleIds, holdExamples } from '../example-records.js'
import { bearer, everyRole, type Headers, scopes } from '../signed-in.js'
import { type BadRequest, badRequests } from './bad-requests.js'

const count = 20_000
const atATime = 20
/** Whoever follows the change log renews a lease; nothing else may change. */
const written = new Set(['leases'])

interface Problem {
  readonly status: number
  readonly title: string
  readonly errors?: readonly { field: string; code: string; message: string }[]
}

onEachStore('hostile requests to the whole API', function (engine) {
  this.timeout(180_000)
  const home = engine.makeHome()
  const agent = new Agent({ keepAlive: true, maxSockets: atATime })
  let running: Running
  let staff: Headers
  let operator: Headers
  let people: readonly Headers[]

  before(async () => {
    // What jobs do as time passes is not the requests' doing.
    const config = home.config({ jobs: false })
    const workspace = await openWorkspace(config)
    await holdExamples(workspace, 'hostile')
    staff = await bearer(workspace)
    operator = await bearer(workspace, scopes.admin)
    people = Object.values(await everyRole(workspace))
    await workspace.close()
    running = await start(config)
    await running.settled()
  })
  after(async () => {
    agent.destroy()
    await running.stop()
    await home.remove()
  })

  it(`get a problem document each, ${count} of them, or 200 for odd words to search for, and change nothing`, async () => {
    const document = (await (await fetch(`${running.url}/openapi.json`)).json()) as OpenApiDocument
    const sampled = fc.sample(badRequests(document, Object.values(exampleIds)), {
      numRuns: count,
      seed: 20260302,
    })
    // Whoever tries to sign in with whatever words is counted and noted, as is meant.
    const requests = sampled.filter(({ method, path }) => method !== 'POST' || path !== '/api/v1/session')
    // A token's first use of the day is written down.
    for (const headers of [staff, operator, ...people])
      expect((await fetch(`${running.url}/api/v1/inbox/unread`, { headers })).status).to.equal(200)
    const before = await home.digests(written)
    const statuses = new Map<number, number>()
    let next = 0
    // Every other one comes from a browser, of each role in turn; the rest from a machine that gets as far as any.
    const asker = ({ path }: BadRequest, turn: number) => {
      const machine = /jobs|dead-letters/.test(path) ? operator : staff
      return turn % 2 ? machine : people[(turn / 2) % people.length]
    }
    const ask = async () => {
      for (let bad = requests[next++]; bad; bad = requests[next++]) {
        const headers = { ...asker(bad, next), ...bad.headers }
        const answer = await answerTo(running.url, agent, { ...bad, headers })
        const fault = faultOf(bad, answer)
        if (fault) throw new Error(`${fault}: ${shown(bad)} -> ${answer.status} ${answer.text.slice(0, 500)}`)
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      }
    }
    await Promise.all(Array.from({ length: atATime }, ask))
    await running.settled()
    expect(await home.digests(written)).to.deep.equal(before)
    expect([...statuses.keys()]).to.include.members([200, 400, 404, 405, 412, 413, 415, 422, 428])
    expect((await fetch(`${running.url}/readyz`)).status).to.equal(200)
  })
})

/** What is wrong with an answer, if anything. */
function faultOf(bad: BadRequest, { status, type, text }: { status: number; type: string; text: string }) {
  if (bad.isFreeText && status === 200) return undefined
  if (status < 400 || status > 499) return bad.isFreeText ? 'neither 200 nor 4xx' : 'not 4xx'
  if (!type.startsWith('application/problem+json')) return 'no problem document'
  const problem: Problem = JSON.parse(text)
  if (problem.status !== status || !problem.title) return 'another status, or no title'
  if (status !== 422) return undefined
  if (!problem.errors?.length) return 'no field is named'
  const poor = problem.errors.find(
    ({ field, code, message }) => typeof field !== 'string' || !code || !message,
  )
  if (poor) return 'a field error without field, code or message'
  return problem.errors.some(({ message }) => message === '内容有误' || message.includes('{'))
    ? 'a poor text'
    : undefined
}

function answerTo(url: string, agent: Agent, { method, path, headers, body }: BadRequest) {
  return new Promise<{ status: number; type: string; text: string }>((resolve, reject) => {
    const asked = send(`${url}/healthz`, { agent, method, path, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
      })
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', text }),
      )
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

function shown({ method, path, headers, body }: BadRequest): string {
  return `${method} ${path.slice(0, 300)} ${JSON.stringify(headers)} ${body?.subarray(0, 500).toString() ?? ''}`
}
