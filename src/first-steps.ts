import type { Config } from './config.js'
import { demoAccounts, demoPassword, hasOpenDemoAccounts, makeDemoAccounts } from './demo/index.js'
import { Invalid } from './platform/errors.js'
import type { Workspace } from './workspace.js'

/**
 * Makes the demo accounts where they belong, and says what whoever starts the server should know about signing in.
 * @returns lines in both languages; none when there is nothing to say
 * @throws Invalid `demo.accounts` when others could reach the demo accounts, whose password everybody knows
 */
export async function firstSteps(
  { host, demoAccounts: isAllowed }: Pick<Config, 'host' | 'demoAccounts'>,
  workspace: Workspace,
): Promise<readonly string[]> {
  const mayBeShown = isAllowed || isLoopback(host)
  if (mayBeShown && (await makeDemoAccounts(workspace))) return demoLines()
  if (!mayBeShown && (await hasOpenDemoAccounts(workspace)))
    throw new Invalid([{ field: 'HOST', code: 'demo.accounts' }])
  if (await workspace.access.accounts.hasAny()) return []
  return [
    '还没有账号，请先建立管理员 / There is no account yet; make an administrator first:',
    '  duijie account create --role admin --name 王芳 --sign-in-name wang.fang',
  ]
}

function demoLines(): string[] {
  return [
    `演示账号，密码都是 / demo accounts, all with the password ${demoPassword}:`,
    ...demoAccounts.map(
      ({ signInName, role, name }) => `  ${signInName.padEnd(16)}${role.padEnd(13)}${name}`,
    ),
  ]
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}
