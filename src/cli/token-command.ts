import { Command } from 'commander'
import { cliActor, run, scopeFrom, withScope } from './account-command.js'
import { bilingual } from './help.js'

type Options = Parameters<typeof scopeFrom>[0] & {
  readonly label: string
  readonly permission: readonly string[]
  readonly days: string
  readonly data?: string
}

/** API tokens for machines, from the machine itself. */
export function tokenCommand(): Command {
  const command = bilingual(new Command('token')).description('程序访问令牌 / API tokens for machines')
  const create = withScope(bilingual(new Command('create')))
    .description('创建访问令牌，只显示这一次 / makes an API token and prints it once')
    .requiredOption('--label <text>', '用途 / what it is for')
    .requiredOption('--permission <name...>', '权限，如 needs.read / what it may do, e.g. needs.read')
    .option('--days <number>', '有效天数，最多 366 / days it is good for, 366 at most', '90')
    .action((options: Options) => createToken(options))
  command.addCommand(create)
  return command
}

async function createToken(options: Options): Promise<void> {
  await run(options, async ({ access, clock }) => {
    const expiresAt = new Date(clock.now().getTime() + daysFrom(options) * 86_400_000).toISOString()
    const { label, permission: permissions } = options
    const draft = { ...scopeFrom(options), label, permissions, expiresAt }
    const { token } = await access.tokens.make(draft, cliActor)
    process.stdout.write(`${token}\n`)
  })
}

/** What is no number, or out of reach, is refused with the rest of the draft. */
function daysFrom({ days }: Options): number {
  return /^\d{1,4}$/.test(days) ? Number(days) : 0
}
