import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { exportFrom } from '../../src/cli/export-from.js'
import { kindNames } from '../../src/cli/import-command.js'
import { storeCollections } from '../../src/collections.js'
import { type Running, start } from '../../src/main.js'
import type { OpenApiDocument } from '../../src/platform/http/openapi-document.js'
import { createLogger } from '../../src/platform/log.js'
import { readTable, type TableRow } from '../../src/platform/tables/index.js'
import { openWorkspace, type Workspace } from '../../src/workspace.js'
import { Program } from '../cli/program.js'
import { onEachStore } from '../each-store.js'
import { holdExamples } from '../example-records.js'
import { elsewhere } from '../feature-services.js'
import { HttpClient } from '../http-client.js'
import { mailServer, partsOf } from '../notifications/mail-server.js'
import { receiver } from '../notifications/receiver.js'
import { anAccount, browser, scopes } from '../signed-in.js'
import { get, post, type Shown } from '../story/asking.js'
import { blunder, live, traces } from './course-of-a-need.js'

type Role = keyof typeof scopes | 'committee elsewhere'

onEachStore('personal data in the whole course of a need', function (engine) {
  this.timeout(300_000)
  const home = engine.makeHome()
  const config = home.config({ logLevel: 'debug', slowMs: 0, webhookHosts: '127.0.0.1' })
  const environment = { DUIJIE_LOG: 'debug', DUIJIE_DATA: config.data, MONGO_URL: config.mongoUrl ?? '' }
  const lines: string[] = []
  const log = createLogger('debug', { write: (line) => lines.push(line) })
  let workspace: Workspace
  let running: Running
  let mails: Awaited<ReturnType<typeof mailServer>>['received']
  let hooks: Awaited<ReturnType<typeof receiver>>['posted']
  const as = {} as Record<Role, HttpClient>
  /** Of what was made, by the first part of its address. */
  const made: Record<string, string> = {}

  before(async () => {
    const mail = await mailServer()
    const hook = await receiver()
    mails = mail.received
    hooks = hook.posted
    workspace = await openWorkspace(config)
    await holdExamples(workspace, 'leak')
    const everybody = { ...scopes, 'committee elsewhere': { role: 'committee', region: elsewhere } } as const
    const signedIn = Object.entries(everybody).map(async ([role, scope]) => {
      const email = `${role.replace(' ', '-')}@example.org`
      return [role as Role, await browser(workspace, await anAccount(workspace, scope, { email }))] as const
    })
    const headers = await Promise.all(signedIn)
    // After the accounts: two connections of one process must not both write.
    running = await start({ ...config, smtpUrl: mail.smtpUrl }, log)
    for (const [role, own] of headers) as[role] = new HttpClient(running.url).with(own)
    await hear(hook.url)
    Object.assign(made, await live(as))
    await blunder(as)
    await running.settled()
  })
  after(async () => {
    await running.stop()
    await workspace.close()
    await home.remove()
  })

  /** Webhooks of every style, for the district and for an organisation. */
  async function hear(url: string): Promise<void> {
    const groups = ['crisis', 'referrals', 'deadlines', 'needs', 'capacity', 'rights', 'matching', 'system']
    for (const owner of [as.district, as['org-manager']])
      for (const style of ['duijie', 'wecom', 'dingtalk'])
        made.webhooks = (await post<Shown>(owner, '/webhooks', { url, groups, style })).id
  }

  function expectNoTrace(text: string, where: string): void {
    for (const trace of traces) expect(text, `${where}: ${trace}`).not.to.include(trace)
  }

  it('stands in no line of the log, whatever was asked and however much is logged', () => {
    expect(lines.length).to.be.above(100)
    expectNoTrace(lines.join(''), 'log')
    expectNoTrace(decodeURIComponent(lines.join('').replace(/%(?![0-9A-F]{2})/gi, '')), 'log')
  })

  it('stands in no notice, and in none that comes as a stream', async () => {
    let notices = 0
    for (const [role, client] of Object.entries(as)) {
      const { items } = await get<{ items: { id: string }[] }>(client, '/inbox?limit=100&order=newest')
      expectNoTrace(JSON.stringify(items), `the inbox of ${role}`)
      notices += items.length
      const last = items[0]?.id
      if (last) expectNoTrace(await streamed(client, last), `the stream of ${role}`)
    }
    expect(notices).to.be.above(15)
  })

  it('is told by no mail and no webhook', () => {
    expect(mails.length).to.be.above(5)
    for (const { source } of mails) expectNoTrace(source + partsOf(source), 'a mail')
    const styles = ['"facts":', '"content":', '"title":']
    for (const style of styles)
      expect(
        hooks.some(({ body }) => body.includes(style)),
        style,
      ).to.equal(true)
    for (const { body, url, headers } of hooks)
      expectNoTrace(body + url + JSON.stringify(headers), 'a webhook')
  })

  it('reaches nobody by any GET about what came of it, whatever the role', async () => {
    const { paths } = await document()
    let answered = 0
    for (const [role, client] of Object.entries(as)) {
      for (const path of Object.keys(paths).filter((path) => 'get' in (paths[path] ?? {}))) {
        if (path.endsWith('/inbox/stream')) continue
        const own = made[path.split('/')[1] ?? ''] ?? made.needs ?? ''
        const { status, text } = await client.ask(`/api/v1${path.replace(/\{\w+\}/g, own)}`)
        // To the committee that posted the need its emergency shows the person.
        if (role === 'committee' && path === '/needs/{id}/identity') continue
        if (status === 200) answered++
        expectNoTrace(text, `${role} ${path}`)
      }
    }
    expect(answered).to.be.above(150)
  })

  it('stands in nothing that the command line writes', async () => {
    for (const kind of kindNames) {
      for (const format of ['csv', 'jsonl', 'xlsx'] as const) {
        const file = join(config.data, `${kind}.${format}`)
        await exportFrom(workspace, kind, { to: file, format })
        const rows: TableRow[] = []
        for await (const row of readTable(file)) rows.push(row)
        expect(rows).not.to.have.length(0)
        expectNoTrace(JSON.stringify(rows), `${kind} as ${format}`)
      }
    }
    expectNoTrace(await told('doctor', '--deep', '--json'), 'doctor')
    // Of MongoDB its own tools make the backup.
    if (engine.name === 'sqlite')
      expectNoTrace(await told('backup', join(config.data, 'backup.sqlite')), 'backup')
  })

  it('lies in the clear in no collection and no file', async () => {
    for (const collection of storeCollections)
      for await (const batch of workspace.store.scan(collection))
        expectNoTrace(JSON.stringify(batch), collection.name)
    const files = readdirSync(config.data, { recursive: true, withFileTypes: true })
    for (const file of files.filter((one) => one.isFile()))
      expectNoTrace(file.name + readFileSync(join(file.parentPath, file.name), 'utf8'), file.name)
  })

  async function document(): Promise<OpenApiDocument> {
    return (await as.district.ask<OpenApiDocument>('/openapi.json')).body
  }

  /** All notices of the stream up to one. */
  async function streamed(client: HttpClient, last: string): Promise<string> {
    const leaving = new AbortController()
    const response = await fetch(`${client.url}/api/v1/inbox/stream?after=ib-000000000000`, {
      ...{ headers: client.always, signal: leaving.signal },
    })
    const reader = (response.body as ReadableStream<Uint8Array>).getReader()
    const decoder = new TextDecoder()
    let text = ''
    while (!text.includes(`"id":"${last}"`)) {
      const { done: isOver, value } = await reader.read()
      if (isOver) throw new Error('the stream ended early')
      text += decoder.decode(value, { stream: true })
    }
    leaving.abort()
    return text
  }

  /** All that a command says. @throws AssertionError when it fails */
  async function told(...args: string[]): Promise<string> {
    const program = new Program(args, environment)
    const status = await program.ended()
    expect(status, program.stderr).to.equal(0)
    return program.stdout + program.stderr
  }
})
