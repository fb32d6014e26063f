import { expect } from 'chai'
import type { AccessScope, AccountRole } from '../../src/access/index.js'
import { isPermission, mayDo } from '../../src/access/index.js'
import { type Running, start } from '../../src/main.js'
import type { OpenApiDocument, Operation } from '../../src/platform/http/openapi-document.js'
import { openWorkspace, type Workspace } from '../../src/workspace.js'
import { isAboutPeople, prepare } from '../access-examples.js'
import { operationsOf, pathWith, requestOf } from '../api-examples.js'
import { onEachStore } from '../each-store.js'
import { exampleIds, holdExamples } from '../example-records.js'
import { elsewhere, regions } from '../feature-services.js'
import { type Asked, HttpClient } from '../http-client.js'
import { type Person, person } from '../signed-in.js'
import { type Fixture, fixtures } from './fixtures/index.js'
import { accessDocument, type Row, reachIn, rows } from './rows.js'

const { organization } = exampleIds
const [otherCommunity, otherStreet] = regions.chain(elsewhere) as [string, string]

/** Those whose records the API's examples are, and others of the same role. */
const people: Readonly<Record<AccountRole, { own: AccessScope; other?: AccessScope }>> = {
  committee: {
    own: { role: 'committee', region: '440307003002' },
    other: { role: 'committee', region: otherCommunity },
  },
  street: { own: { role: 'street', region: '440307003000' }, other: { role: 'street', region: otherStreet } },
  district: { own: { role: 'district' } },
  'org-manager': {
    own: { role: 'org-manager', organization },
    other: { role: 'org-manager', organization: 'o-01k8f3q2t8x7m4c9e2zz' },
  },
  'org-worker': {
    own: { role: 'org-worker', organization },
    other: { role: 'org-worker', organization: 'o-01k8f3q2t8x7m4c9e2zz' },
  },
  auditor: { own: { role: 'auditor' } },
  admin: { own: { role: 'admin' } },
}
const roles = Object.keys(people) as AccountRole[]
const publicPermission = 'public'

/** What may come of it, by status. */
type Outcome = 'done' | 'sign in' | 'refused' | 'not there' | 'not now'
const outcomes: Readonly<Record<number, Outcome>> = {
  401: 'sign in',
  403: 'refused',
  404: 'not there',
  409: 'not now',
  422: 'not now',
}

/** A permission that a role lacks is refused first; then the rows decide; then the state of the example. */
function expectedOf(
  permission: string,
  fixture: Fixture,
  role: AccountRole,
  row: Row | undefined,
): Outcome[] {
  if (permission !== publicPermission && !(isPermission(permission) && mayDo({ role }, permission)))
    return ['refused']
  const refused: Outcome[] = ['refused', 'not now']
  if (row) {
    const reach = reachIn(access.reach, row.name, role)
    if (fixture.needs === 'enter') {
      if (reach !== 'change') return refused
    } else if (reach === 'none') return fixture.judgesFirst ? ['not there', 'not now'] : ['not there']
    else if (fixture.needs === 'change' && reach === 'see') return ['refused']
  }
  return fixture.only?.includes(role) === false ? refused : ['done']
}

const access = accessDocument()

function rowsOf({ record, needs, rows: named }: Fixture): readonly (Row | undefined)[] {
  if (!record) return [undefined]
  const all: readonly Row[] = rows[record]
  if (named) return all.filter(({ name }) => named.includes(name))
  return needs === 'enter' ? all.filter(({ over }) => !over) : all
}

onEachStore('every operation of the API', function (engine) {
  this.timeout(600_000)
  const home = engine.makeHome()
  let workspace: Workspace
  let running: Running
  let http: HttpClient
  let document: OpenApiDocument
  const known = new Map<string, Person>()

  before(async () => {
    const config = home.config()
    workspace = await openWorkspace(config)
    running = await start(config)
    http = new HttpClient(running.url)
    document = (await http.ask<OpenApiDocument>('/openapi.json')).body
  })
  after(async () => {
    await running.stop()
    await workspace.close()
    await home.remove()
  })

  async function somebody(scope: AccessScope, isNew: boolean): Promise<Person> {
    const key = JSON.stringify(scope)
    const before = known.get(key)
    if (before && !isNew) return before
    const made = await person(workspace, scope)
    if (!isNew) known.set(key, made)
    return made
  }

  it('has a fixture here, and nothing else has', () => {
    const names = operationsOf(document).map(([, , { operationId }]) => operationId)
    const how = 'see CONTRIBUTING.md, "A new route"'
    expect(
      names.filter((name) => !fixtures[name]),
      `without a fixture; ${how}`,
    ).to.deep.equal([])
    expect(
      Object.keys(fixtures).filter((name) => !names.includes(name)),
      `no such operation; ${how}`,
    ).to.deep.equal([])
  })

  it('answers every role, inside and outside its scope, as docs/access.md says', async () => {
    const wrong: string[] = []
    let asked = 0
    for (const [path, method, operation] of operationsOf(document)) {
      const fixture = fixtures[operation.operationId] ?? {}
      for (const row of rowsOf(fixture)) {
        const cases = roles
          .map((role) => ({ role, expected: expectedOf(operation['x-permission'], fixture, role, row) }))
          // Those who change something come last, each upon the examples as they were.
          .sort((a, b) => Number(a.expected.includes('done')) - Number(b.expected.includes('done')))
        await hold(operation, row)
        let isFresh = true
        for (const { role, expected } of cases) {
          if (fixture.isPersonal || (!isFresh && expected.includes('done'))) await hold(operation, row)
          const got = await ask([path, method, operation], role, fixture, row)
          isFresh = method === 'get' || !got.startsWith('2')
          asked++
          const outcome = got.startsWith('2') ? 'done' : (outcomes[Number(got.slice(0, 3))] ?? got)
          if (!expected.includes(outcome as Outcome))
            wrong.push(
              `${operation.operationId} as ${role}, ${row?.name ?? '-'}: ${got}, not ${expected.join(' or ')}`,
            )
        }
      }
    }
    console.info(`      ${asked} requests`)
    expect(wrong, wrong.join('\n')).to.have.length(0)
  })

  it('asks who has not signed in to do so, and takes everybody where that is public', async () => {
    for (const [path, method, operation] of operationsOf(document)) {
      await hold(operation, undefined)
      const got = await statusOf(http.url + pathWith(document, path, operation), requestOf(method, operation))
      const isPublic = operation['x-permission'] === publicPermission
      expect(got.startsWith('2'), `${operation.operationId}: ${got}`).to.equal(isPublic)
      if (!isPublic) expect(got, operation.operationId).to.match(/^401/)
    }
  })

  async function hold({ operationId }: Operation, row: Row | undefined): Promise<void> {
    await holdExamples(workspace, operationId, row?.over)
    if (isAboutPeople(operationId)) known.clear()
    // What fits is known to the matcher, which hears of it a moment later.
    if (row?.name.includes('fits')) await running.settled()
  }

  async function ask(
    [path, method, operation]: [string, string, Operation],
    role: AccountRole,
    { isPersonal = false }: Fixture,
    row: Row | undefined,
  ): Promise<string> {
    const { own, other = own } = people[role]
    const who = await somebody(!row || row.isOwn(role) ? own : other, isPersonal)
    const extra = isPersonal ? await prepare(workspace, operation.operationId, who) : {}
    const asked = requestOf(method, operation)
    return statusOf(http.url + pathWith(document, path, operation), {
      ...asked,
      headers: { ...asked.headers, ...who.headers },
      ...(asked.json === undefined ? {} : { json: { ...(asked.json as object), ...extra } }),
    })
  }
})

/** Status and, of a refusal, how it begins. A stream is left after its head. */
async function statusOf(url: string, { method = 'GET', headers, json, raw }: Asked): Promise<string> {
  const response = await fetch(url, {
    method,
    headers: { ...headers, ...(json === undefined ? {} : { 'content-type': 'application/json' }) },
    redirect: 'manual',
    body: json === undefined ? (raw ?? null) : JSON.stringify(json),
  })
  if (response.ok) {
    await response.body?.cancel()
    return String(response.status)
  }
  return `${response.status} ${(await response.text()).slice(0, 200)}`
}
