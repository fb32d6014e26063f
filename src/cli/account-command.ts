import { Command, Option } from 'commander'
import {
  type AccessScope,
  type Account,
  type AccountRole,
  accountRoles,
  signInNameOf,
} from '../access/accounts/model.js'
import { type Actor, systemActor } from '../platform/actor.js'
import { Invalid, NotFound } from '../platform/errors.js'
import type { Workspace } from '../workspace.js'
import { bilingual } from './help.js'

/** Who stands in the audit trail for what is done at the command line. */
export const cliActor: Actor = systemActor('cli')

interface At {
  readonly data?: string
}

interface ScopeOptions {
  readonly role: AccountRole
  readonly region?: string
  readonly organization?: string
}

interface CreateOptions extends At, ScopeOptions {
  readonly name: string
  readonly signInName?: string
  readonly email?: string
}

/** Options that say what somebody may do, and where. */
export function withScope(command: Command): Command {
  return command
    .addOption(new Option('--role <role>', '角色 / role').choices(accountRoles).makeOptionMandatory())
    .option('--region <code>', '社区或街道的 12 位代码 / code of the community or street')
    .option('--organization <id>', '社会组织编号 / id of the organisation')
    .option('--data <folder>', '数据文件夹 / the data folder')
}

export function scopeFrom({ role, region, organization }: ScopeOptions): AccessScope {
  return { role, ...(region ? { region } : {}), ...(organization ? { organization } : {}) }
}

/** Accounts from the machine itself, which is how the first administrator comes to be. */
export function accountCommand(): Command {
  const command = bilingual(new Command('account')).description(
    '管理账号，例如第一个管理员 / accounts, such as the first administrator',
  )
  const create = withScope(bilingual(new Command('create')))
    .description(
      '建立账号并给出初始密码；不给登录名则给出邀请链接 / makes an account and prints its first password; without a sign-in name, prints an invitation',
    )
    .requiredOption('--name <name>', '姓名 / name')
    .option('--sign-in-name <name>', '登录名 / sign-in name')
    .option('--email <address>', '电子邮箱 / e-mail')
    .action((options: CreateOptions) => run(options, (workspace) => createAccount(workspace, options)))
  const list = bilingual(new Command('list'))
    .description('列出账号，每行一个 JSON / lists accounts, one JSON object a line')
    .option('--data <folder>', '数据文件夹 / the data folder')
    .action((options: At) => run(options, listAccounts))
  const suspend = bilingual(new Command('suspend'))
    .description('停用账号，立即结束其登录 / suspends an account and ends its sessions')
    .argument('<account>', '登录名或编号 / sign-in name or id')
    .requiredOption('--reason <text>', '原因 / why')
    .option('--data <folder>', '数据文件夹 / the data folder')
    .action((named: string, options: At & { reason: string }) =>
      run(options, (workspace) => suspendAccount(workspace, named, options.reason)),
    )
  const reset = bilingual(new Command('reset'))
    .description('重置密码，给出新的初始密码 / prints a first password again')
    .argument('<account>', '登录名或编号 / sign-in name or id')
    .option('--second-factor', '同时停用动态验证码 / turn the second factor off too')
    .option('--data <folder>', '数据文件夹 / the data folder')
    .action((named: string, options: At & { secondFactor?: true }) =>
      run(options, (workspace) => resetAccount(workspace, named, options.secondFactor ?? false)),
    )
  for (const one of [create, list, suspend, reset]) command.addCommand(one)
  return command
}

/** Opens the data, making it where there is none: the first administrator may come before the first start. */
export async function run(options: At, work: (workspace: Workspace) => Promise<void>): Promise<void> {
  const { configFor } = await import('./command-config.js')
  const { openWorkspace } = await import('../workspace.js')
  const workspace = await openWorkspace(configFor(options))
  try {
    await work(workspace)
  } finally {
    await workspace.close()
  }
}

async function createAccount({ access }: Workspace, options: CreateOptions): Promise<void> {
  const { name, signInName, email } = options
  const fields = { ...scopeFrom(options), name, ...(email ? { email } : {}) }
  if (signInName === undefined) {
    const { token } = await access.invitations.make(fields, cliActor)
    const link = access.origin === undefined ? token : `${access.origin}/invitation#${token}`
    process.stderr.write('邀请，一周内有效，可用一次 / invitation, good once within a week:\n')
    process.stdout.write(`${link}\n`)
    return
  }
  const draft = { ...fields, signInName: signInNameOf(signInName) }
  const { password } = await access.accounts.create(draft, cliActor)
  process.stderr.write('初始密码，首次登录后须修改 / first password, to be changed at the first sign-in:\n')
  process.stdout.write(`${password}\n`)
}

async function listAccounts({ access }: Workspace): Promise<void> {
  for await (const batch of access.accounts.scan())
    for (const { id, signInName, name, role, region, organization, state } of batch)
      process.stdout.write(`${JSON.stringify({ id, signInName, name, role, region, organization, state })}\n`)
}

async function suspendAccount(workspace: Workspace, named: string, reason: string): Promise<void> {
  const { id, revision } = await accountNamed(workspace, named)
  await workspace.access.accounts.suspend(id, revision, reason, cliActor)
}

async function resetAccount(workspace: Workspace, named: string, secondFactor: boolean): Promise<void> {
  const { accounts } = workspace.access
  const found = await accountNamed(workspace, named)
  const now = secondFactor ? await accounts.resetSecondFactor(found.id, found.revision, cliActor) : found
  process.stdout.write(`${await accounts.resetPassword(now.id, now.revision, cliActor)}\n`)
}

async function accountNamed({ access }: Workspace, named: string): Promise<Account> {
  const [byName] = await access.accounts.named([{ signInName: signInNameOf(named) }])
  if (byName) return byName
  try {
    return await access.accounts.get(named, cliActor)
  } catch (error) {
    if (error instanceof NotFound) throw new Invalid([{ field: named, code: 'account.unknown' }])
    throw error
  }
}
