import { expect } from 'chai'
import { demoAccounts, demoPassword } from '../src/demo/index.js'
import { firstSteps } from '../src/first-steps.js'
import { type Running, start } from '../src/main.js'
import { systemActor } from '../src/platform/actor.js'
import { Invalid } from '../src/platform/errors.js'
import { openWorkspace, type Workspace } from '../src/workspace.js'
import { onEachStore } from './each-store.js'
import { HttpClient } from './http-client.js'
import { onCleanup } from './setup.js'

const here = { host: '127.0.0.1', demoAccounts: false }
const elsewhere = { host: '0.0.0.0', demoAccounts: false }

onEachStore('the first start', function (engine) {
  this.timeout(300_000)

  async function workspaceOf(over: object = {}): Promise<Workspace> {
    const home = engine.makeHome()
    onCleanup(() => home.remove())
    const workspace = await openWorkspace(home.config(over))
    onCleanup(() => workspace.close())
    return workspace
  }

  it('without demo and accounts says how to make an administrator, and says it no more when there is one', async () => {
    const workspace = await workspaceOf()
    expect((await firstSteps(here, workspace)).join()).to.include('duijie account create --role admin')
    const admin = { role: 'admin', name: '王芳', signInName: 'wang.fang' } as const
    await workspace.access.accounts.create(admin, systemActor('cli'), 'any')
    expect(await firstSteps(here, workspace)).to.deep.equal([])
    expect(await workspace.access.accounts.named(demoAccounts)).to.deep.equal([])
  })

  it('with the demo makes and tells an account for each role, once, with which people sign in at once', async () => {
    const home = engine.makeHome()
    onCleanup(() => home.remove())
    const running: Running = await start(home.config({ demo: true }))
    onCleanup(() => running.stop())
    const told = running.firstSteps.join('\n')
    const http = new HttpClient(running.url)
    for (const { signInName: name, role } of demoAccounts) {
      expect(told).to.include(name).and.include(role)
      const reply = await http.ask('/api/v1/session', { json: { name, password: demoPassword } })
      expect(reply.status, name).to.equal(200)
      const [cookie = ''] = (reply.headers.get('set-cookie') ?? '').split(';')
      const own = await http.ask<{ items: unknown[] }>('/api/v1/sessions', { headers: { cookie } })
      expect(own.status, 'no password to change').to.equal(200)
    }
    expect(new Set(demoAccounts.map(({ role }) => role))).to.have.property('size', 7)
  })

  it('on an address that others reach makes no demo accounts, and refuses to show those that are there', async () => {
    const home = engine.makeHome()
    onCleanup(() => home.remove())
    const running = await start(home.config({ demo: true, host: '0.0.0.0' }))
    expect(running.firstSteps.join()).to.include('account create')
    await running.stop()

    const workspace = await openWorkspace(home.config())
    onCleanup(() => workspace.close())
    expect(await workspace.access.accounts.named(demoAccounts)).to.deep.equal([])
    expect(await firstSteps(here, workspace)).not.to.deep.equal([])
    const refused = await firstSteps(elsewhere, workspace).catch((error: unknown) => error)
    expect(refused).to.be.instanceOf(Invalid)
    expect(await firstSteps({ ...elsewhere, demoAccounts: true }, workspace)).to.deep.equal([])
    for (const { id, revision } of await workspace.access.accounts.named(demoAccounts))
      await workspace.access.accounts.suspend(id, revision, '正式启用', systemActor('cli'))
    expect(await firstSteps(elsewhere, workspace)).to.deep.equal([])
    expect(await firstSteps(here, workspace), 'they do not come back').to.deep.equal([])
  })
})
