import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect } from 'chai'
import { type AccessScope, accessMessages } from '../src/access/index.js'
import { cliMessages } from '../src/cli/messages.js'
import { dutyMessages } from '../src/duty/index.js'
import { identityMessages } from '../src/identities/index.js'
import { insightMessages } from '../src/insights/index.js'
import { type Running, start } from '../src/main.js'
import { mergingMessages } from '../src/merging/index.js'
import { needMessages } from '../src/needs/index.js'
import { notificationMessages } from '../src/notifications/index.js'
import { offeringMessages } from '../src/offerings/index.js'
import { organizationMessages } from '../src/organizations/index.js'
import { messagesOf } from '../src/platform/http/messages.js'
import type { ApiResponse, OpenApiDocument, Operation } from '../src/platform/http/openapi-document.js'
import { problems } from '../src/platform/http/problem-catalogue.js'
import { recordMessages } from '../src/platform/records/index.js'
import { tableMessages } from '../src/platform/tables/index.js'
import { referralMessages } from '../src/referrals/index.js'
import { regionMessages } from '../src/regions/index.js'
import { savedFilterMessages } from '../src/saved-filters/index.js'
import { serviceRecordMessages } from '../src/service-records/index.js'
import { spreadsheetMessages } from '../src/spreadsheets/index.js'
import { taxonomyMessages } from '../src/taxonomy/index.js'
import { openWorkspace, type Workspace } from '../src/workspace.js'
import { holdersOf, prepare } from './access-examples.js'
import { operationsOf, pathWith, requestOf } from './api-examples.js'
import { onEachStore } from './each-store.js'
import { exampleIds, holdExamples } from './example-records.js'
import { type Asked, HttpClient, type Reply } from './http-client.js'
import { type Headers, person } from './signed-in.js'

const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true })

onEachStore('the document of the whole API', function (engine) {
  this.timeout(600_000)
  const home = engine.makeHome()
  let workspace: Workspace
  let running: Running
  let http: HttpClient
  let document: OpenApiDocument

  before(async () => {
    const config = home.config()
    workspace = await openWorkspace(config)
    running = await start(config)
    const { url, stop } = running
    http = new HttpClient(url, { url, stop, port: Number(new URL(url).port) })
    document = (await http.ask<OpenApiDocument>('/openapi.json')).body
    ajv.addSchema(document, 'api.json')
  })
  after(async () => {
    ajv.removeSchema('api.json')
    await running.stop()
    await workspace.close()
    await home.remove()
  })

  /** Somebody in the places of the examples, who has what the operation needs; a visitor where nobody need sign in. */
  async function somebody(operationId: string, scope: AccessScope | undefined) {
    await holdExamples(workspace, operationId)
    await running.settled()
    if (!scope) return { client: http, json: {} }
    const asker = await person(workspace, scope)
    return { client: http.with(asker.headers), json: await prepare(workspace, operationId, asker) }
  }

  /**
   * Asks what the example asks, each time as somebody else who holds the permission, until it is done: of one permission
   * some things are for the district, others for the organisation.
   */
  async function askedByExample([path, method, operation]: [string, string, Operation], key: Headers = {}) {
    const { operationId, 'x-permission': permission } = operation
    const askers = permission === 'public' ? [undefined] : holdersOf(permission)
    for (const scope of askers) {
      const { client, json } = await somebody(operationId, scope)
      const asked = requestOf(method, operation)
      const whole = { ...asked, headers: { ...asked.headers, ...key } }
      if (asked.json) whole.json = { ...asked.json, ...json }
      const ask = () => client.ask(pathWith(document, path, operation), whole)
      const reply = await ask()
      if (reply.status < 300 || scope === askers.at(-1)) return { reply, ask }
    }
    throw new Error(`${operationId}: nobody may ${permission}`)
  }

  it('has an example for everything that a caller must give, which is answered as the document says', async () => {
    for (const [path, method, operation] of operationsOf(document)) {
      const { reply } = await askedByExample([path, method, operation])
      const name = `${operation.operationId}: ${reply.status} ${reply.text.slice(0, 300)}`
      expect(reply.status, name).to.be.within(200, 204)
      expect(faultsOf(document, operation, [path, method], reply), name).to.deep.equal([])
    }
  })

  it('describes the refusals too', async () => {
    const statuses = new Set<number>()
    await holdExamples(workspace, 'refusals')
    await running.settled()
    const holders = new Map<string, HttpClient>()
    const clientFor = async (holder: AccessScope | undefined): Promise<HttpClient> => {
      if (!holder) return http
      const known = holders.get(JSON.stringify(holder))
      if (known) return known
      const client = http.with((await person(workspace, holder)).headers)
      holders.set(JSON.stringify(holder), client)
      return client
    }
    for (const [path, method, operation] of operationsOf(document)) {
      const right = requestOf(method, operation)
      const target = pathWith(document, path, operation)
      const wrong: [string, Asked][] = [[`${target}?unheard=of`, right]]
      if (path.includes('{')) wrong.push([`/api/v1${path.replaceAll(/\{\w+\}/g, 'n-unknown')}`, right])
      if (right.json !== undefined) {
        const { json: _, ...others } = right
        const type = { ...others.headers, 'content-type': 'application/json' }
        wrong.push(
          [target, { ...right, json: { unheard: 'of' } }],
          [target, { ...others, headers: type, raw: '{"a":' }],
          [target, { ...others, headers: { ...others.headers, 'content-type': 'text/csv' }, raw: 'a,b' }],
          [target, { ...others, headers: type, raw: JSON.stringify({ a: 'x'.repeat(3_000_000) }) }],
        )
      }
      if (right.headers?.['if-match']) {
        const { 'if-match': _, ...headers } = right.headers
        wrong.push([target, { ...right, headers }], [target, { ...right, headers: { 'if-match': '"77"' } }])
      }
      const [holder] = operation['x-permission'] === 'public' ? [] : holdersOf(operation['x-permission'])
      const client = await clientFor(holder)
      for (const [at, asked] of wrong) {
        const reply = await client.refused(at, asked)
        statuses.add(reply.status)
        const name = `${method} ${at}: ${reply.text.slice(0, 300)}`
        expect(reply.status, name).to.be.within(400, 499)
        expect(faultsOf(document, operation, [path, method], reply), name).to.deep.equal([])
        for (const { message } of reply.body.errors ?? []) expect(message, name).not.to.equal('内容有误')
      }
    }
    expect([...statuses]).to.include.members([400, 404, 412, 413, 415, 422, 428])
  })

  it('gives every POST that takes an Idempotency-Key its answer again', async () => {
    const keyed = operationsOf(document).filter(([, , { parameters }]) =>
      parameters.some(({ name }) => name === 'Idempotency-Key'),
    )
    expect(keyed.length).to.be.at.least(10)
    for (const one of keyed) {
      const { operationId } = one[2]
      const { reply: first, ask } = await askedByExample(one, { 'idempotency-key': operationId })
      const again = await ask()
      expect([again.status, again.text], operationId).to.deep.equal([first.status, first.text])
      expect(again.headers.get('idempotent-replayed'), operationId).to.equal('true')
    }
  })

  it('names the records of its examples alike', () => {
    const ids = new Set(Object.values(exampleIds))
    for (const [, , { operationId, parameters }] of operationsOf(document)) {
      const id = parameters.find(({ name }) => name === 'id')?.example
      if (/^\w+-/.test(String(id))) expect([...ids], operationId).to.include(id)
    }
  })

  it('has a text in both languages for every code of a field error in the sources', () => {
    const known = messagesOf([
      dutyMessages,
      identityMessages,
      needMessages,
      insightMessages,
      mergingMessages,
      offeringMessages,
      organizationMessages,
      recordMessages,
      referralMessages,
      regionMessages,
      taxonomyMessages,
      cliMessages,
      tableMessages,
      spreadsheetMessages,
      accessMessages,
      serviceRecordMessages,
      notificationMessages,
      savedFilterMessages,
    ])
    const codes = codesIn('src')
    expect(codes.size).to.be.above(20)
    const without = [...codes].filter(([code]) => !known.has(code) && !Object.hasOwn(problems, code))
    expect(without).to.deep.equal([])
  })
})

/** What of an answer the document does not say. */
function faultsOf(
  document: OpenApiDocument,
  { responses }: Operation,
  [path, method]: [string, string],
  { status, headers, body, text }: Reply,
): unknown[] {
  const described = responses[status]
  if (!described) return [`status ${status} is not described`]
  const named = '$ref' in described ? described.$ref.slice(2).split('/') : undefined
  const response = named ? document.components.responses[named.at(-1) as string] : (described as ApiResponse)
  const given = (headers.get('content-type') ?? '').replace(/;.*/, '')
  const type = response?.content && '*/*' in response.content ? '*/*' : given
  if (!response?.content) return text ? ['a body where none is described'] : []
  if (!response.content[type]?.schema) return [`type ${type} is not described`]
  const place = [
    ...(named ?? ['paths', path, method, 'responses', String(status)]),
    'content',
    type,
    'schema',
  ]
  const $ref = `api.json#/${place
    .map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'))
    .map(encodeURIComponent)
    .join('/')}`
  const validate = ajv.compile({ $ref })
  return validate(body)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message, params }) => ({ instancePath, message, params }))
}

/** Codes of field errors by the file that they stand in. */
function codesIn(folder: string): Map<string, string> {
  const codes = new Map<string, string>()
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || file.startsWith('platform/store')) continue
    const source = readFileSync(join(folder, file), 'utf8')
    for (const [, code] of source.matchAll(
      /(?:code: |helpers\.error\(|unknownTerm\([^)]*, |new Invalid\([^)]*)'([a-z]\w*\.[a-z][\w.]*)'/gi,
    )) {
      codes.set(code as string, file)
    }
  }
  return codes
}
