import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { accountCommand } from './account-command.js'
import { backupCommand } from './backup-command.js'
import { doctorCommand } from './doctor-command.js'
import { exportCommand } from './export-command.js'
import { bilingual, linesFor } from './help.js'
import { importCommand } from './import-command.js'
import { learnCommand } from './learn-command.js'
import { matchCommand } from './match-command.js'
import { migrateStoreCommand } from './migrate-store-command.js'
import { reindexCommand } from './reindex-command.js'
import { restoreCommand } from './restore-command.js'
import { serveCommand } from './serve-command.js'
import { exitStatus } from './terminal.js'
import { tokenCommand } from './token-command.js'

/** The version in package.json, which lies beside `src` and `dist` alike. */
function version(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  return String(version)
}

/** Runs the command line; the exit status says how it went. @param argv as `process.argv` */
export async function main(argv: readonly string[]): Promise<void> {
  // A reader such as `head` that has enough closes the pipe: no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  const program = bilingual(new Command('duijie'))
    .description('对接社区需求与社会组织服务 / matches what communities need with what organisations can do')
    .version(version(), '-V, --version', '显示版本 / print the version')
  const commands = [
    matchCommand(),
    serveCommand(),
    importCommand(),
    exportCommand(),
    backupCommand(),
    restoreCommand(),
    migrateStoreCommand(),
    doctorCommand(),
    reindexCommand(),
    accountCommand(),
    tokenCommand(),
    learnCommand(),
  ]
  for (const command of commands) program.addCommand(command)
  try {
    await program.parseAsync(argv)
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode
    else {
      for (const line of linesFor(error)) process.stderr.write(`${line}\n`)
      process.exitCode = exitStatus.failed
    }
  }
}
