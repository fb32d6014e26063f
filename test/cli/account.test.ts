import { expect } from 'chai'
import { systemActor } from '../../src/platform/actor.js'
import { auditTrail } from '../../src/platform/records/index.js'
import { openWorkspace } from '../../src/workspace.js'
import { aFolder } from '../platform/tables/files.js'
import { testConfig } from '../running.js'
import { onCleanup } from '../setup.js'
import { Program } from './program.js'

async function run(data: string, ...args: string[]) {
  const program = new Program([...args, '--data', data], {})
  return { status: await program.ended(), stdout: program.stdout.trim(), stderr: program.stderr }
}

describe('accounts and tokens by command', function () {
  this.timeout(300_000)

  it('make the first administrator, whose first password is all that is on stdout and works', async () => {
    const data = aFolder()
    const create = ['account', 'create', '--role', 'admin', '--name', '王芳', '--sign-in-name', 'Wang.Fang']
    const made = await run(data, ...create)
    expect(made.status, made.stderr).to.equal(0)
    expect(made.stdout).to.match(/^([2-9a-z]{4}-){3}[2-9a-z]{4}$/)
    const taken = await run(data, ...create)
    expect([taken.status, taken.stderr]).to.deep.equal([1, 'signInName: 已被使用 / is in use already\n'])
    const listed = await run(data, 'account', 'list')
    expect(JSON.parse(listed.stdout)).to.deep.include({
      signInName: 'wang.fang',
      role: 'admin',
      state: 'active',
    })

    const reset = await run(data, 'account', 'reset', 'wang.fang', '--second-factor')
    const suspended = await run(data, 'account', 'suspend', 'wang.fang', '--reason', '已离职')
    expect([reset.status, suspended.status]).to.deep.equal([0, 0])
    const workspace = await openWorkspace(testConfig(data))
    onCleanup(() => workspace.close())
    const { access } = workspace
    const [account] = await access.accounts.named([{ signInName: 'wang.fang' }])
    expect(account).to.deep.include({ state: 'suspended', mustChangePassword: true })
    await access.accounts.resume(account?.id ?? '', account?.revision ?? 0, systemActor('tester'))
    const browser = { address: '127.0.0.1', device: '?' }
    const typed = { name: 'wang.fang', password: reset.stdout }
    expect((await access.signIn.withPassword(typed, browser)).token).to.be.a('string')
    const trail = await workspace.store.find(auditTrail, { subjects: account?.id ?? '' })
    expect(new Set(trail.map(({ actor }) => actor))).to.include('cli')
  })

  it('invite without a sign-in name, make tokens, and refuse what is wrong by name', async () => {
    const data = aFolder()
    const invited = await run(data, 'account', 'create', '--role', 'district', '--name', '区')
    expect(invited.stdout).to.match(/^dji_i-/)
    const token = ['token', 'create', '--role', 'district', '--label', '大屏', '--permission', 'needs.read']
    expect((await run(data, ...token)).stdout).to.match(/^dj_k-/)
    const long = await run(data, ...token, '--days', '999')
    expect([long.status, long.stderr.startsWith('expiresAt: ')]).to.deep.equal([1, true])
    const nobody = await run(data, 'account', 'suspend', 'nobody', '--reason', '已离职')
    expect([nobody.status, nobody.stderr]).to.deep.equal([
      1,
      'nobody: 没有这个账号 / is the name or id of no account\n',
    ])
    const none = await run(
      data,
      'account',
      'create',
      '--role',
      'street',
      '--name',
      '街',
      '--sign-in-name',
      'jie.dao',
    )
    expect([none.status, none.stderr.startsWith('region: ')]).to.deep.equal([1, true])
  })
})
